import assert from 'node:assert/strict';

import { dig, listAt } from '../../../../demo/json';
import type { Answer, Clause, Condition, Subject } from './client';
import { ask, clause, filterOf, tableWith } from './client';

const ROWS = [
	{ text: '2026-01-02T09:00:00.000Z', number: 1, yes: true, day: '2026-01-02T10:00:00.000Z' },
	{ text: '2026-01-02T10:00:00.000Z', number: 2.5, yes: false, day: '2026-01-03T10:00:00.000Z' },
	{ text: 'Ёлка "a" & b', number: null, yes: null, day: null },
];

async function selected(subject: Subject, id: string, filter: object): Promise<Answer> {
	const query = `sortBy=id%3Aasc&filter=${encodeURIComponent(JSON.stringify(filter))}`;
	return await ask(subject, 'GET', `/${id}/rows`, { query });
}

/** Which of the rows meet a condition. */
const EXPECTED: readonly (readonly [Condition, readonly number[]])[] = [
	[['text', 'eq', '2026-01-02T10:00:00.000Z'], [2]],
	[['text', 'eq', 'Ёлка "a" & b'], [3]],
	[
		['text', 'gt', '2026-01-02T09:00:00.000Z'],
		[2, 3],
	],
	[
		['text', 'gte', '2026-01-02T09:00:00.000Z'],
		[1, 2, 3],
	],
	[['text', 'lt', '2026-01-02T10:00:00.000Z'], [1]],
	[
		['text', 'lte', '2026-01-02T10:00:00.000Z'],
		[1, 2],
	],
	[['text', 'like', 'ЁЛКА'], []],
	[
		['text', 'like', '2026'],
		[1, 2],
	],
	[['text', 'ilike', 't09'], [1]],
	[['number', 'eq', 2.5], [2]],
	[['number', 'eq', null], [3]],
	[
		['number', 'neq', null],
		[1, 2],
	],
	[
		['number', 'neq', 1],
		[2, 3],
	],
	[
		['number', 'lt', 3],
		[1, 2],
	],
	[['yes', 'eq', true], [1]],
	[['yes', 'eq', false], [2]],
	[
		['id', 'gt', 1],
		[2, 3],
	],
	[
		['id', 'lte', '2'],
		[1, 2],
	],
];

/** Which rows a filter means. */
export const filters: readonly Clause[] = [
	clause('compares texts, numbers, truths and IDs', async (subject) => {
		const id = await tableWith(subject, ROWS);
		for (const [condition, ids] of EXPECTED) {
			const { document } = await selected(subject, id, filterOf('and', condition));
			assert.deepEqual(
				listAt(document, 'data').map((row) => dig(row, 'id')),
				ids,
				condition.join(' '),
			);
		}
	}),
	clause('compares dates of one day wrongly', async (subject) => {
		const id = await tableWith(subject, ROWS);
		const later = filterOf('and', ['day', 'gt', '2026-01-02T09:00:00.000Z']);
		const found = listAt((await selected(subject, id, later)).document, 'data').map((row) => dig(row, 'id'));
		assert.deepEqual(found, [2], 'the row of 10:00 is later than 9:00, but of the same day');
	}),
	clause('joins conditions with “and” or “or”', async (subject) => {
		const id = await tableWith(subject, ROWS);
		const both = [
			['number', 'eq', 1],
			['yes', 'eq', false],
		] as const;
		assert.deepEqual(listAt((await selected(subject, id, filterOf('and', ...both))).document, 'data'), []);
		assert.equal(listAt((await selected(subject, id, filterOf('or', ...both))).document, 'data').length, 2);
		assert.equal(listAt((await selected(subject, id, filterOf('and'))).document, 'data').length, 3);
	}),
	clause('refuses filters that make no sense', async (subject) => {
		const id = await tableWith(subject, ROWS);
		const wordsFor = async (condition: Condition) => {
			const { status, document } = await selected(subject, id, filterOf('and', condition));
			return [status, dig(document, 'message')];
		};
		const request = 'Validation error with data table request: ';
		assert.deepEqual(await wordsFor(['other', 'eq', 1]), [400, `${request}unknown column name 'other'`]);
		assert.deepEqual(await wordsFor(['number', 'gt', null]), [400, `${request}GT filter value cannot be null or undefined`]);
		assert.deepEqual(await wordsFor(['text', 'in', 'a']), [400, 'Invalid filter fields']);
	}),
];
