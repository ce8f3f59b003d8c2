import type { Answer, Row } from '../gateway/answer';
import { changedText } from './altered';
import type { FaultRow } from './faultRow';

/** Faults in the list of a GET answer to sending; other answers stay as they are. The messages are taken on. */
export const getFaults: readonly FaultRow[] = [
	listed('ids-quoted', 'GET: every ID in quotes', (cells) => cells.map((cell) => (isId(cell) ? `"${cell}"` : cell)).join(',')),
	listed('ids-on-lines', 'GET: IDs separated by line breaks', (cells) => `${cells.join('\r\n')}\r\n`),
	listed('ids-by-semicolons', 'GET: IDs separated by semicolons', (cells) => cells.join(';')),
	listed('zero-for-refused', 'GET: 0 in the place of a refused recipient', (cells) =>
		cells.map((cell) => (isId(cell) ? cell : '0')).join(','),
	),
];

function listed(name: string, about: string, write: (cells: readonly string[]) => string): FaultRow {
	return changedText(name, about, (text, { protocol, answer }) => {
		const rows = protocol === 'get' ? rowsOf(answer) : [];
		return rows.length === 0 ? text : write(rows.map((row) => String(row.error === undefined ? row.id_message : `error: ${row.error}`)));
	});
}

function rowsOf(answer: Answer): readonly Row[] {
	return answer.kind === 'send' ? answer.messages.flatMap((one) => ('error' in one ? [] : one.rows)) : [];
}

function isId(cell: string): boolean {
	return /^\d+$/.test(cell);
}
