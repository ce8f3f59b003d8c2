import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { share } from '../../support/longRun';
import type { Column, ColumnName } from './columns';
import { columns } from './columns';
import { documentOf } from './document';
import { playCell } from './run';
import { doAll } from './run/pool';
import { letTimeFly } from './run/time';
import type { Expectation, Row } from './table';
import { accountOf, isOfAccount, previewOf, rows } from './table';

const DOCUMENT = join(__dirname, '../../../docs/fault-matrix.md');

/** FAULTS=hang plays the rows with such a name only, LONG_RUN=1 each in all ways and over all protocols. */
const { FAULTS, UPDATE_DOCS } = process.env;

interface Cell {
	readonly name: string;
	readonly row: Row;
	readonly how: Column;
	readonly expected: Expectation;
}

const cells = rows
	.filter(({ name }) => name.includes(FAULTS ?? ''))
	.flatMap((row, turn) => share(byProtocol(cellsOf(row)), 6, turn).flatMap((group) => share(group, group.length, turn)));

function cellsOf(row: Row): Cell[] {
	return columns.flatMap(([column, how]) => {
		const expected = expectationOf(row, column);
		return expected === undefined ? [] : [{ name: nameOf(row, column), row, how, expected }];
	});
}

/** Cells that differ in the protocol alone, together: outside the long run they take turns from row to row. */
function byProtocol(all: readonly Cell[]): Cell[][] {
	const groups = new Map<string, Cell[]>();
	for (const cell of all) {
		const rest = JSON.stringify({ ...cell.how, protocol: undefined });
		groups.set(rest, [...(groups.get(rest) ?? []), cell]);
	}
	return [...groups.values()];
}

/** Track is never touched, and a run that stops says of a request what one that continues says. */
function expectationOf(row: Row, column: ColumnName): Expectation | undefined {
	const { expect: expected, everyWay = false } = row;
	if (column === 'track') return everyWay ? 'TTT ×0' : undefined;
	if (column === 'preview' || column === 'previewOnce') return previewOf(row, column);
	if (isOfAccount(column)) return accountOf(row, column);
	return expected[column] ?? (column === 'jsonStop' && everyWay ? expected.json : undefined);
}

const played = new Map<string, Awaited<ReturnType<typeof playCell>>>();

function nameOf({ name }: Row, column: ColumnName): string {
	return `${name}, ${column}`;
}

beforeAll(async () => {
	letTimeFly();
	const slowestFirst = cells.toSorted((one, other) => (other.row.timeout ?? 0) - (one.row.timeout ?? 0));
	await doAll(
		slowestFirst.map(
			({ name, row, how }) =>
				async () =>
					played.set(name, await playCell(row, how)),
		),
	);
}, 180_000);

afterAll(() => jest.restoreAllMocks());

it.each(cells)('$name: $expected', ({ name, expected }) => {
	expect(played.get(name)).toEqual({ found: expected, broken: [] });
});

it('docs/fault-matrix.md says what is expected, and so what was seen', () => {
	const document = documentOf(expectationOf);
	if (UPDATE_DOCS === '1') writeFileSync(DOCUMENT, document);
	expect(existsSync(DOCUMENT) && readFileSync(DOCUMENT, 'utf8')).toBe(document);
});
