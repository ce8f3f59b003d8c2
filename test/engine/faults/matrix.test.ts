import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import type { ColumnName } from './columns';
import { columns } from './columns';
import { documentOf } from './document';
import { playCell } from './run';
import { doAll } from './run/pool';
import { letTimeFly } from './run/time';
import type { Expectation, Row } from './table';
import { rows } from './table';

const DOCUMENT = join(__dirname, '../../../docs/fault-matrix.md');

/** FAULTS=hang plays the rows with such a name only. */
const { FAULTS, UPDATE_DOCS } = process.env;

const cells = rows
	.filter(({ name }) => name.includes(FAULTS ?? ''))
	.flatMap((row) =>
		columns.flatMap(([column, how]) => {
			const expected = expectationOf(row, column);
			return expected === undefined ? [] : [{ name: nameOf(row, column), row, how, expected }];
		}),
	);

/** Track is never touched, and a run that stops says of a request what one that continues says. */
function expectationOf({ expect: expected, everyWay = false }: Row, column: ColumnName): Expectation | undefined {
	if (column === 'track') return everyWay ? 'TTT ×0' : undefined;
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

(FAULTS === undefined ? it : it.skip)('docs/fault-matrix.md says what was seen', () => {
	const document = documentOf((row, column) => played.get(nameOf(row, column))?.found);
	if (UPDATE_DOCS === '1') writeFileSync(DOCUMENT, document);
	expect(existsSync(DOCUMENT) && readFileSync(DOCUMENT, 'utf8')).toBe(document);
});
