import fc from 'fast-check';

import { RowGaps } from '../../../nodes/CascadeMessaging/tracking/dataTable/rowGaps';

const EARLY = '2026-12-01T09:00:00.000Z';
const LATE = '2026-12-01T09:02:00.000Z';

/** Reads on page by page of so many rows, in a table with rows of these IDs; tells behind which rows, and what was read. */
function walk(gaps: RowGaps, rowIds: readonly number[], most: number): { starts: number[]; read: number[] } {
	const starts: number[] = [];
	const read: number[] = [];
	let page: readonly number[];
	let after = 0;
	do {
		const start = gaps.next(after);
		starts.push(start);
		page = rowIds.filter((id) => id > start).slice(0, most);
		for (const id of page) gaps.read(id, EARLY);
		read.push(...page);
		after = page.at(-1) ?? after;
	} while (page.length >= most);
	return { starts, read };
}

it('reads on behind the last row, and before it where rows may turn up', () => {
	const gaps = new RowGaps();
	for (const id of [1, 2, 5, 9]) gaps.read(id, EARLY);

	expect([0, 2, 4, 5, 8, 9, 20].map((after) => gaps.next(after))).toEqual([2, 2, 5, 5, 9, 9, 20]);
});

it('has no gap any more where all rows have turned up', () => {
	const gaps = new RowGaps();
	for (const id of [1, 4, 8, 3, 2, 6]) gaps.read(id, EARLY);

	expect([0, 4, 5, 6].map((after) => gaps.next(after))).toEqual([4, 4, 6, 6]);
});

it('gives up a gap when all rows up to its end are old', () => {
	const gaps = new RowGaps();
	gaps.read(2, EARLY);
	gaps.read(4, LATE);
	gaps.read(6, EARLY);
	gaps.settle(EARLY);
	expect(gaps.next(0)).toBe(0);
	gaps.settle(LATE);
	expect([gaps.next(0), gaps.next(4)]).toEqual([2, 4]);
	gaps.settle('2026-12-01T09:02:00.001Z');
	expect(gaps.next(0)).toBe(6);
});

it('sees no gap between rows that are old when they are read', () => {
	const gaps = new RowGaps();
	gaps.settle(LATE);
	gaps.read(5, EARLY);
	gaps.read(9);
	expect(gaps.next(0)).toBe(9);
	gaps.read(12, LATE);

	expect(gaps.next(0)).toBe(9);
});

it('misses no row, in whatever order rows turn up, and never takes more pages than reading all', () => {
	const batches = fc.array(fc.uniqueArray(fc.integer({ min: 1, max: 60 }), { maxLength: 20 }), { maxLength: 6 });
	fc.assert(
		fc.property(batches, (turningUp) => {
			const gaps = new RowGaps();
			const known = new Set<number>();
			for (const batch of turningUp) {
				const rowIds = [...new Set([...known, ...batch])].sort((a, b) => a - b);
				const { starts, read } = walk(gaps, rowIds, 4);
				for (const id of read) known.add(id);
				expect([...known].sort((a, b) => a - b)).toEqual(rowIds);
				expect(starts.length).toBeLessThanOrEqual(Math.floor(rowIds.length / 4) + 1);
			}
		}),
	);
});
