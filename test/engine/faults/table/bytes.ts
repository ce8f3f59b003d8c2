import type { Expectations, Row } from './row';
import { WELL, WHOLE_STATES } from './usually';

const CUT =
	'Who is whole in it is accepted. Of one at the cut the ID is told if it came whole, with its recipient or as an answer for nobody. ' +
	'Over GET an error text that is cut off looks like a refusal of all phones of its URL: nobody can notice.';

const CUT_ID = 'Over GET a cut ID behind a refusal looks like a number in its words: the fifth is called refused, and nobody can notice.';

/** When the second answer is whole: who was accepted in the first keeps the ID; the gateway calls the others repeats. */
const CUT_ONCE: Expectations = { jsonNumberedOnce: 'AAPUP refusedByGateway +1 ×2', xmlNumberedOnce: 'AAPUP refusedByGateway +1 ×2' };

/** What is told of three states, the last of which is in progress, when all answers end after so many. */
const STATES: readonly Expectations[] = [
	{ statusJson: 'UUU notJson ×6', statusXml: 'UUU notXml ×6', pollJson: 'LL failed ×6', pollXml: 'LL failed ×6' },
	{ statusJson: 'TUU notJson ×4', statusXml: 'TUU notXml ×4', pollJson: 'TL ×4', pollXml: 'TL ×4' },
	{ statusJson: 'TTU notJson ×3', statusXml: 'TTU notXml ×3', pollJson: 'TT ×3', pollXml: 'TT ×3' },
];

interface Tenth {
	readonly json: string;
	readonly xml: string;
	/** Where they differ from those without client numbers. */
	readonly jsonNumbered?: string;
	readonly xmlNumbered?: string;
	readonly get: string;
	/** How many states are whole. */
	readonly states: 0 | 1 | 2;
	/** The code of a state that is cut off over GET, where it is another. */
	readonly stateGet?: string;
}

/** What is left of the two messages' answers, and of the three states, when only so many tenths of the document come. */
const TENTHS: readonly Tenth[] = [
	{
		...{ json: 'UUUUU notAnswered +1 ×1', jsonNumbered: 'UUUUU notAnswered ×2', xml: 'UUUUU notXml ×1', xmlNumbered: 'UUUUU notXml ×2' },
		...{ get: 'UUURX notAnswered +1', states: 0, stateGet: 'emptyAnswer' },
	},
	{
		...{ json: 'UUUUU notAnswered ×1', xml: 'UUUUU notAnswered +1 ×1', xmlNumbered: 'UUUUU notAnswered ×2' },
		...{ get: 'UUURX notAnswered +1', states: 0, stateGet: 'unexpectedShape/emptyAnswer' },
	},
	{ json: 'AUUUU notAnswered +1 ×1', xml: 'AUUUU notAnswered ×1', get: 'UUURX notAnswered +1', states: 0 },
	{
		...{ json: 'AUUUU notAnswered ×1', xml: 'AUUUU notAnswered +1 ×1', xmlNumbered: 'AUUUU notAnswered ×2' },
		...{ get: 'UUURX notAnswered +1', states: 1 },
	},
	{ json: 'AAUUU notAnswered +1 ×1', xml: 'AAUUU notAnswered +1 ×1', get: 'UUURX notAnswered +1', states: 1 },
	{ json: 'AAUUU notAnswered ×1', xml: 'AAUUU notAnswered ×1', get: 'UUURX notAnswered +1', states: 1 },
	{ json: 'AAAUU notAnswered ×1', xml: 'AAAUU notAnswered ×1', get: 'AAURX notAnswered', states: 2 },
	{ json: 'AAARU notAnswered ×1', xml: 'AAARU notAnswered ×1', get: 'AAURX notAnswered', states: 2 },
	{ json: 'AAARU notAnswered ×1', xml: 'AAARU notAnswered ×1', get: 'AAURX notAnswered', states: 2 },
];

/** With client numbers the same is found after another try, which breaks off at the same place. */
function twice(cell: string): string {
	return cell.replace('×1', '×2');
}

const cutRows = TENTHS.map(
	({ json, xml, jsonNumbered = twice(json), xmlNumbered = twice(xml), get, states, stateGet = 'unexpectedShape' }, index): Row => {
		const notes: Readonly<Record<number, string>> = { 0: CUT, 8: CUT_ID };
		const note = notes[index];
		return {
			name: `cut at ${index + 1}/10`,
			title: `The document ends after ${(index + 1) * 10} %`,
			...(note !== undefined && { note }),
			...(index === 0 && { statusNote: WHOLE_STATES, pollNote: WHOLE_STATES }),
			fault: { fault: 'cut', fraction: (index + 1) / 10 },
			everyWay: index === 4,
			expect: {
				...{ json, xml, jsonNumbered, xmlNumbered, get: `${get} ×2`, ...STATES[states], statusGet: `UUU ${stateGet} ×6` },
				...(index === 4 && CUT_ONCE),
			},
		};
	},
);

/** Faults in the bytes of the right answer. */
export const byteRows: readonly Row[] = [
	...cutRows,
	{
		name: 'invalid UTF-8',
		title: 'Bytes that are no UTF-8',
		note: 'The rest is read. Over GET they stand inside the last ID, which is then no ID.',
		statusNote: 'Over GET they stand inside the state, which is then a text nobody knows.',
		fault: { fault: 'invalid-utf8' },
		expect: { ...WELL, get: 'AAURU notAnswered ×2', statusGet: 'OOO ×3' },
	},
	{ name: 'byte-order mark', title: 'A byte-order mark before the document', fault: { fault: 'byte-order-mark' }, expect: WELL },
	{ name: 'gzip', title: 'A compressed document', fault: { fault: 'gzip' }, expect: WELL },
	{ name: 'PHP warnings', title: 'PHP warnings before the document', fault: { fault: 'php-warnings' }, expect: WELL },
];
