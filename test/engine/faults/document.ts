import type { Column, ColumnName } from './columns';
import { INTRODUCTION, LOOK_UP, POLL, PREVIEW, SEND, SEND_ONCE, STATUS, STOP, track } from './documentTexts';
import type { Row } from './table';
import { rows } from './table';
import { together } from './words';

/** What was found in a cell; undefined where there is none. */
export type Found = (row: Row, column: ColumnName) => string | undefined;

/** One column of a table in the document: its head, and the columns of the matrix it tells of. */
type TableColumn = readonly [head: string, of: Readonly<Partial<Record<ColumnName, string>>>];

const BOTH = { json: 'JSON', xml: 'XML' } as const;

const SEND_COLUMNS: readonly TableColumn[] = [
	['JSON, XML', BOTH],
	['GET', { get: 'GET' }],
	['JSON, XML with client numbers', { jsonNumbered: BOTH.json, xmlNumbered: BOTH.xml }],
];

const SEND_ONCE_COLUMNS: readonly TableColumn[] = [
	['JSON', { jsonOnce: 'JSON' }],
	['GET', { getOnce: 'GET' }],
	['With client numbers', { jsonNumberedOnce: BOTH.json, xmlNumberedOnce: BOTH.xml }],
	['… which are refused with the ID', { jsonNumberedOnceWithId: 'JSON' }],
	['… which are refused in the words of the SMS interface', { jsonNumberedOnceSentBefore: 'JSON' }],
	['… which are answered as before', { xmlNumberedOnceEcho: 'XML' }],
];

const PREVIEW_COLUMNS: readonly TableColumn[] = [
	['As long as the run', { preview: 'JSON' }],
	['First request only', { previewOnce: 'JSON' }],
];

const LOOK_UP_COLUMNS: readonly TableColumn[] = [
	['As long as the run', { lookUp: 'JSON' }],
	['First request only', { lookUpOnce: 'JSON' }],
];

const STOP_COLUMNS: readonly TableColumn[] = [
	['As long as the run', { stop: 'JSON' }],
	['First request only', { stopOnce: 'JSON' }],
];

const STATUS_COLUMNS: readonly TableColumn[] = [
	['JSON, XML', { statusJson: BOTH.json, statusXml: BOTH.xml }],
	['GET', { statusGet: 'GET' }],
	['First request only, JSON', { statusJsonOnce: 'JSON' }],
	['First request only, GET', { statusGetOnce: 'GET' }],
];

const POLL_COLUMNS: readonly TableColumn[] = [
	['JSON, XML', { pollJson: BOTH.json, pollXml: BOTH.xml }],
	['First request only, JSON', { pollJsonOnce: 'JSON' }],
];

/** The matrix as a document for users and operators, made of what was found. */
export function documentOf(found: Found): string {
	const tracked = rows.flatMap((row) => found(row, 'track') ?? []);
	return (
		[
			INTRODUCTION,
			SEND,
			tableOf(found, 'send', SEND_COLUMNS, ({ note }) => note),
			SEND_ONCE,
			tableOf(found, 'send', SEND_ONCE_COLUMNS),
			PREVIEW,
			tableOf(found, 'preview', PREVIEW_COLUMNS),
			LOOK_UP,
			tableOf(found, 'lookUp', LOOK_UP_COLUMNS),
			STOP,
			tableOf(found, 'stop', STOP_COLUMNS),
			STATUS,
			tableOf(found, 'status', STATUS_COLUMNS, ({ statusNote }) => statusNote),
			track(tracked.length, tracked.filter((one) => one === 'TTT ×0').length),
			POLL,
			tableOf(found, 'poll', POLL_COLUMNS, ({ pollNote }) => pollNote),
		].join('\n\n') + '\n'
	);
}

function tableOf(
	found: Found,
	operation: Column['operation'],
	tableColumns: readonly TableColumn[],
	noteOf?: (row: Row) => string | undefined,
): string {
	const heads = ['What happens', ...tableColumns.map(([head]) => head), ...(noteOf === undefined ? [] : ['Note'])];
	const lines = rows.flatMap((row) => {
		const cells = tableColumns.map(([, of]) => together(operation, namedIn(found, row, of)));
		const note = noteOf === undefined ? [] : [noteOf(row) ?? ''];
		return cells.every((cell) => cell === '–') ? [] : [[row.title, ...cells, ...note]];
	});
	return [heads, heads.map(() => '---'), ...lines].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

function namedIn(found: Found, row: Row, of: TableColumn[1]): [string, string | undefined][] {
	return Object.entries(of).map(([column, name]) => [name, found(row, column as ColumnName)]);
}
