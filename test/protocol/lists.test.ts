import { holdsNothing, inGroups, listOf } from '../../nodes/CascadeMessaging/protocol/lists';

describe('listOf', () => {
	it.each([
		[[], []],
		[
			['a', 'b'],
			['a', 'b'],
		],
		[{ a: 1 }, [{ a: 1 }]],
		['', ['']],
		[0, [0]],
		[null, []],
		[undefined, []],
		[{}, [{}]],
		[{ '0': 'a', '2': 'c' }, ['a', 'c']],
		[{ '10': 'b', '9': 'a' }, ['a', 'b']],
		[{ '0': 'a', error: 'x' }, [{ '0': 'a', error: 'x' }]],
		[{ '-1': 'a' }, [{ '-1': 'a' }]],
		[{ '1st': 'a' }, [{ '1st': 'a' }]],
	])('makes %j the list %j', (value, list) => {
		expect(listOf(value)).toEqual(list);
	});
});

describe('holdsNothing', () => {
	it.each([undefined, null, '', [], [''], [null, ''], { '0': '' }])('finds nothing in %j', (value) => {
		expect(holdsNothing(value)).toBe(true);
	});

	it.each([' ', 0, false, 'text', {}, { error: '' }, ['', 'text'], [[]]])('finds something in %j', (value) => {
		expect(holdsNothing(value)).toBe(false);
	});
});

describe('inGroups', () => {
	it.each<[list: number[], size: number, groups: number[][]]>([
		[[1, 2, 3, 4, 5], 2, [[1, 2], [3, 4], [5]]],
		[
			[1, 2, 3, 4],
			2,
			[
				[1, 2],
				[3, 4],
			],
		],
		[[1, 2], 5, [[1, 2]]],
		[[], 2, []],
	])('makes of %j in groups of %d the groups %j', (list, size, groups) => {
		expect(inGroups(list, size)).toEqual(groups);
	});
});
