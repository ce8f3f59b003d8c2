import type { AccountDocument, Answer, Cell, MessageAnswer, Row } from '../gateway/answer';
import { inDocument } from './altered';
import type { FaultRow } from './faultRow';

type Rows = readonly Row[];

const NUMBER = /^\d+([.,]\d+)?$/;
const HUGE_ID = '123456789012345678901234567890';

/** Texts that are no message ID, each with the name of its fault. */
const NO_IDS: readonly (readonly [name: string, id: string])[] = [
	['ids-negative', '-1'],
	['ids-null', 'null'],
	['ids-error', 'error'],
	['ids-exponent', '1.17e+18'],
	['ids-no', 'Нет'],
];

/** Ways of writing money that real programs have, for the first price of a record, the second … */
const ODD_PRICES = ['1.2e1', '1 234,50', '1\u00a0234.50', '2.4E0'];

/** Faults in the content of a well-formed answer, in all protocols alike. The messages are taken on. */
export const answerFaults: readonly FaultRow[] = [
	inRows('missing-recipients', 'the last recipient or state of each message is missing', (rows) => rows.slice(0, -1)),
	inRows('extra-recipients', 'a recipient or state nobody asked for, at the end', (rows) => [...rows, ...strangers(rows)]),
	inRows('reordered-recipients', 'recipients or states in reverse order', (rows) => rows.toReversed()),
	inRows('doubled-recipients', 'the first recipient or state twice', (rows) => [...rows.slice(0, 1), ...rows]),
	inEachRow('ids-as-numbers', 'every value that is a number as a JSON number', (row) =>
		Object.fromEntries(Object.entries(row).map(([name, value]) => [name, asNumber(value)])),
	),
	inEachRow('ids-empty', 'empty message IDs', (row) => withId(row, '')),
	inEachRow('ids-as-words', 'words where message IDs should be', (row) => withId(row, 'ID недоступен')),
	inEachRow('ids-huge', 'message IDs of 30 digits', (row) => withId(row, HUGE_ID)),
	...NO_IDS.map(([name, id]) => inEachRow(name, `"${id}" where message IDs should be`, (row) => withId(row, id))),
	inEachRow('other-client-numbers', 'client numbers that were not sent', (row) =>
		row.client_id_message === undefined || row.client_id_message === '' ? row : { ...row, client_id_message: '999999' },
	),
	inEachRow('extra-fields', 'fields nobody knows', (row) => ({ ...row, extra_code: '7', extra_note: 'новое поле' })),
	inEachRow('odd-prices', 'prices with blanks between the thousands, or with an exponent', withOddPrices),
	inAnswer('missing-messages', 'the last message is missing; all states', (answer) => {
		if (answer.kind === 'send') return { ...answer, messages: answer.messages.slice(0, -1) };
		return answer.kind === 'state' ? { ...answer, rows: [] } : answer;
	}),
];

function inAnswer(name: string, about: string, alter: (answer: Answer) => Answer): FaultRow {
	return { name, about, accepted: 'always', stage: 'answer', alter };
}

function inRows(name: string, about: string, change: (rows: Rows) => Rows): FaultRow {
	const inMessage = (one: MessageAnswer): MessageAnswer => ('error' in one ? one : { rows: change(one.rows) });
	return inAnswer(name, about, (answer) => {
		if (answer.kind === 'send') return { ...answer, messages: answer.messages.map(inMessage) };
		if (answer.kind === 'account') return { ...answer, document: inWhole(answer.document, change) };
		return answer.kind === 'state' ? { ...answer, rows: change(answer.rows) } : answer;
	});
}

/** In an answer about the account the values that stand alone are a record, too. */
function inWhole(document: AccountDocument, change: (rows: Rows) => Rows): AccountDocument {
	const own: Row = Object.fromEntries(Object.entries(document).filter(isOwn));
	return { ...inDocument(document, change), ...change([own])[0] };
}

function isOwn(entry: [string, AccountDocument[string]]): entry is [string, Cell] {
	return typeof entry[1] !== 'object';
}

function inEachRow(name: string, about: string, change: (row: Row) => Row): FaultRow {
	return inRows(name, about, (rows) => rows.map(change));
}

function withId(row: Row, id: string): Row {
	return row.id_message === undefined ? row : { ...row, id_message: id };
}

function asNumber(value: string | number): string | number {
	return typeof value === 'string' && NUMBER.test(value) ? Number(value.replace(',', '.')) : value;
}

/** What cost nothing stays as it is. */
function withOddPrices(row: Row): Row {
	const prices = Object.keys(row).filter((name) => name.startsWith('price_'));
	const odd = prices.map((name, index) => [name, ODD_PRICES[index % ODD_PRICES.length] ?? ''] as const);
	return { ...row, ...Object.fromEntries(odd.filter(([name]) => Number(row[name]) !== 0)) };
}

function strangers(rows: Rows): Rows {
	return rows.slice(0, 1).map((row) => ({
		...withId(row, '9999999999'),
		...('phone' in row ? { phone: '79999999999' } : {}),
		...('client_id_message' in row ? { client_id_message: row.client_id_message === '' ? '' : '999999' } : {}),
	}));
}
