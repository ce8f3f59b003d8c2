import { changedText, inAnswer, isStruck, MARK } from './altered';
import type { FaultContext, FaultRow } from './faultRow';

/**
 * Faults in the texts of an answer: what gets through where a script glues its documents together. A send answer has them in
 * every refusal; a state answer has them in a note that some records get.
 */
export const textFaults: readonly FaultRow[] = [
	raw('raw-ampersand', 'a bare & in every refusal, or in a note of some state records', ' A&B & C'),
	raw('html-entity', 'the entity &nbsp; of HTML, in the same places', '&nbsp;– нет'),
	raw('raw-less-than', 'a bare < in the same places', ' < 5 < 7'),
	raw('raw-line-break', 'a line break in the same places, unescaped in JSON too', '\r\nвторая строка\tс табуляцией'),
	raw('bad-escape', 'a backslash before a character that JSON does not let be escaped, in the same places', " \\'да\\' \\x41"),
	raw('unescaped-quote', 'bare quotes in the same places', ' "в" стоп-листе'),
	inRecords('spoilt-record', 'a quote that never closes in some records', (text) => text.replaceAll(`${MARK}"`, '')),
	inRecords('open-record', 'some records have no end', (text, { protocol }) =>
		protocol === 'json' ? text.replaceAll(`${MARK}"}`, '"') : text.replace(new RegExp(`${MARK}">([^<]*)</[a-z]+>`, 'g'), '">$1'),
	),
];

function raw(name: string, about: string, mess: string): FaultRow {
	return changedText(name, about, (_, context) => {
		const messy = inAnswer(context.answer, {
			text: (text) => text + MARK,
			row: (row) => (context.answer.kind === 'state' && isStruck(row, context) ? { ...row, extra_note: `примечание${MARK}` } : row),
		});
		return context.write(messy).body.toString().replaceAll(MARK, mess);
	});
}

/** GET lists IDs and nothing else, so it has no records to spoil. */
function inRecords(name: string, about: string, spoil: (text: string, context: FaultContext) => string): FaultRow {
	return changedText(name, about, (text, context) => {
		if (context.protocol === 'get') return text;
		const marked = inAnswer(context.answer, { row: (row) => (isStruck(row, context) ? { ...row, extra_note: `обрыв${MARK}` } : row) });
		return spoil(context.write(marked).body.toString(), context);
	});
}
