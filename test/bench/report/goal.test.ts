import type { Goal } from '../../../bench/report/goal';
import { beyond, isFarOff, isMet } from '../../../bench/report/goal';

const goal = (changes: Partial<Goal>): Goal => ({ name: 'Time over the floor', value: 1, unit: '×', ...changes });

describe('a goal', () => {
	it.each([
		['a value that is as large as it may be', { value: 2, most: 2 }, 1, true, false],
		['a value somewhat too large', { value: 2.8, most: 2 }, 1.4, false, false],
		['a ratio that is too large by more than half', { value: 3.2, most: 2 }, 1.6, false, true],
		['a value that is as small as it may be', { value: 20, least: 20 }, 1, true, false],
		['a ratio of half of what it should be', { value: 10, least: 20 }, 2, false, true],
		['a share that is too large by more than half', { value: 6, most: 3, unit: '%' }, 2, false, true],
		['a time that is far too long, which a busy machine may explain', { value: 900, most: 200, unit: 'ms' }, 4.5, false, false],
		['a value as far from its goal as it was before', { value: 5, most: 2, reached: 4 }, 2.5, false, false],
		['a value that was nearer to its goal before', { value: 6.2, most: 2, reached: 4 }, 3.1, false, true],
		['a value that should be larger, and was before', { value: 7, least: 20, reached: 12 }, 20 / 7, false, true],
	] as [string, Partial<Goal>, number, boolean, boolean][])('judges %s', (_, changes, factor, met, farOff) => {
		expect(beyond(goal(changes))).toBeCloseTo(factor);
		expect(isMet(goal(changes))).toBe(met);
		expect(isFarOff(goal(changes))).toBe(farOff);
	});
});
