import type { Expectations, Row } from './row';
import { WELL } from './usually';

const CUT =
	'Who is whole in it is accepted. Over GET an error text that is cut off looks like a refusal of all phones of its URL: nobody can notice.';

const NOTHING: Expectations = {
	...{ statusJson: 'UUU notJson ×2', statusXml: 'UUU notXml ×2', pollJson: 'LL failed ×2', pollXml: 'LL failed ×2' },
};
const ONE: Expectations = {
	...{ statusJson: 'TUU notAnswered ×1', statusXml: 'TUU notAnswered ×1', pollJson: 'TL ×1', pollXml: 'TL ×1' },
};
const TWO: Expectations = {
	...{ statusJson: 'TTU notAnswered ×1', statusXml: 'TTU notAnswered ×1', pollJson: 'TT ×1', pollXml: 'TT ×1' },
};

interface Tenth {
	readonly json: string;
	readonly xml: string;
	readonly get: string;
	readonly states: Expectations;
	/** The code of a state that is cut off over GET, where it is another. */
	readonly stateGet?: string;
}

/** What is left of the two messages' answers, and of the three states, when only so many tenths of the document come. */
const TENTHS: readonly Tenth[] = [
	{ json: 'UUUUU notJson', xml: 'UUUUU notXml', get: 'UUURX notAnswered +1', states: NOTHING, stateGet: 'emptyAnswer' },
	{ json: 'UUUUU notJson', xml: 'UUUUU notXml', get: 'UUURX notAnswered +1', states: NOTHING, stateGet: 'unexpectedShape/emptyAnswer' },
	{ json: 'AUUUU notAnswered', xml: 'AUUUU notAnswered', get: 'UUURX notAnswered +1', states: NOTHING },
	{ json: 'AUUUU notAnswered', xml: 'AUUUU notAnswered', get: 'UUURX notAnswered +2', states: ONE },
	{ json: 'AAUUU notAnswered', xml: 'AAUUU notAnswered', get: 'UUURX notAnswered +2', states: ONE },
	{ json: 'AAUUU notAnswered', xml: 'AAUUU notAnswered', get: 'UUURX notAnswered +2', states: ONE },
	{ json: 'AAAUU notAnswered', xml: 'AAAUU notAnswered', get: 'AAURX notAnswered', states: TWO },
	{ json: 'AAARU notAnswered', xml: 'AAARU notAnswered', get: 'AAURX notAnswered', states: TWO },
	{ json: 'AAARU notAnswered', xml: 'AAARU notAnswered', get: 'AAURU notAnswered', states: TWO },
];

const cutRows = TENTHS.map(({ json, xml, get, states, stateGet = 'unexpectedShape' }, index): Row => {
	const requests = json.includes('notJson') ? 2 : 1;
	return {
		name: `cut at ${index + 1}/10`,
		title: `The document ends after ${(index + 1) * 10} %`,
		...(index === 0 && { note: CUT }),
		fault: { fault: 'cut', fraction: (index + 1) / 10 },
		expect: {
			...{ json: `${json} ×1`, xml: `${xml} ×1`, get: `${get} ×2` },
			...{ jsonNumbered: `${json} ×${requests}`, xmlNumbered: `${xml} ×${requests}` },
			...states,
			statusGet: `UUU ${stateGet} ×4`,
		},
	};
});

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
