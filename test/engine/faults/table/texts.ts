import type { Expectations, Row } from './row';
import { WELL } from './usually';

const IN_REFUSAL = 'It stands in the refusal.';

const IN_RECORD = 'It stands in the record of the second message.';

const ASKED_AGAIN = `${IN_RECORD} It is asked for again, and costs this one record.`;

/** One state of three cannot be read, however often it is asked for. */
function oneLost(json: string, xml: string): Expectations {
	return {
		...{ statusJson: `TUT ${json} ×2`, statusXml: `TUT ${xml} ×2` },
		...{ pollJson: 'TL ×2', pollXml: 'TL ×2' },
	};
}

/** Mess in the texts of an answer: in the refusal, and in the state record of the second message. */
export const textRows: readonly Row[] = [
	well('raw ampersand', 'A bare `&`', 'raw-ampersand'),
	well('HTML entity', 'An entity of HTML, `&nbsp;`,', 'html-entity'),
	well('raw less-than', 'A bare `<`', 'raw-less-than'),
	well('raw line break', 'A line break, unescaped in JSON too,', 'raw-line-break'),
	well('bad escape', 'A backslash that JSON does not let stand', 'bad-escape'),
	{
		...well('unescaped quote', 'Bare quotes', 'unescaped-quote'),
		note: 'JSON does not say where the refusal ends: in doubt, it is unknown.',
		statusNote: ASKED_AGAIN,
		pollNote: ASKED_AGAIN,
		expect: {
			...WELL,
			...{ json: 'AAAUA notAnswered ×1', jsonNumbered: 'AAAUA notAnswered ×2' },
			...oneLost('unexpectedShape', 'unexpectedShape'),
		},
	},
	broken('spoilt record', 'A quote that never closes in one record', 'spoilt-record', oneLost('unexpectedShape', 'unexpectedShape')),
	broken('open record', 'One record has no end', 'open-record', oneLost('notJson', 'unexpectedShape')),
];

function well(name: string, title: string, fault: string): Row {
	return { name, title: `${title} in a text`, note: IN_REFUSAL, statusNote: IN_RECORD, fault: { fault }, expect: WELL };
}

function broken(name: string, title: string, fault: string, states: Expectations): Row {
	return {
		name,
		title,
		note: 'It is the record of the second recipient. Its ID is told.',
		statusNote: ASKED_AGAIN,
		pollNote: ASKED_AGAIN,
		fault: { fault },
		expect: {
			...WELL,
			...{ json: 'AUARA notAnswered ×1', xml: 'AUARA notAnswered ×1' },
			...{ jsonNumbered: 'APARA ×2', xmlNumbered: 'APARA ×2' },
			...states,
		},
	};
}
