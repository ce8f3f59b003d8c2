import { idOf, inGroups, isEmpty, isId, isRecord, listOf, parseJson, textOf } from '../../nodes/CascadeMessaging/protocol/guards';

describe('isRecord', () => {
	it.each([{}, { a: 1 }, Object.create(null)])('takes %j', (value) => {
		expect(isRecord(value)).toBe(true);
	});

	it.each([undefined, null, [], 'text', 1, true])('refuses %j', (value) => {
		expect(isRecord(value)).toBe(false);
	});
});

describe('textOf', () => {
	it.each([
		['text', 'text'],
		[' \n text\t', 'text'],
		[5, '5'],
		[0, '0'],
		[3.4, '3.4'],
		[12345678901234567890n, '12345678901234567890'],
	])('reads %p as %j', (value, text) => {
		expect(textOf(value)).toBe(text);
	});

	it.each([undefined, null, '', ' \n', true, false, [], ['a'], {}, { text: 'a' }])(
		'finds no text in %p',
		(value) => {
			expect(textOf(value)).toBeUndefined();
		},
	);
});

describe('idOf', () => {
	it.each([
		['1179038981', '1179038981'],
		[1179038981, '1179038981'],
		[' 5001 ', '5001'],
		['007', '007'],
		['10', '10'],
		['99999999999999999999999999', '99999999999999999999999999'],
	])('reads %j as %s', (value, id) => {
		expect(idOf(value)).toBe(id);
	});

	it.each(['0', 0, '000', '', ' ', undefined, null, true, false, [5], {}, -1, '-1', 1.5, '1.5', 1.17e18, '1.17e+18', NaN, 'null', 'error', 'Нет', 'a1', '5 6', '٣'])('finds no ID in %j', (value) => {
		expect(idOf(value)).toBeNull();
	});
});

describe('isId', () => {
	it.each(['501', '007', '9'.repeat(64)])('takes %j', (text) => {
		expect(isId(text)).toBe(true);
	});

	it.each(['', '0', '000', ' 501', '!501', '501!', '501 502', 'Номер', '1.5', '-1', '1e3', 'null', 'a_B-9', '٥', '9'.repeat(65)])('refuses %j', (text) => {
		expect(isId(text)).toBe(false);
	});
});

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

describe('isEmpty', () => {
	it.each([undefined, null, '', [], [''], [null, ''], { '0': '' }])('finds nothing in %j', (value) => {
		expect(isEmpty(value)).toBe(true);
	});

	it.each([' ', 0, false, 'text', {}, { error: '' }, ['', 'text'], [[]]])('finds something in %j', (value) => {
		expect(isEmpty(value)).toBe(false);
	});
});

describe('parseJson', () => {
	it('reads what is JSON, null included', () => {
		expect(parseJson('{"a":[1,null]}')).toEqual({ a: [1, null] });
		expect(parseJson('null')).toBeNull();
	});

	it.each(['', '{', "{'a':1}", 'undefined'])('takes %j for none', (text) => {
		expect(parseJson(text)).toBeUndefined();
	});
});

describe('inGroups', () => {
	it.each<[list: number[], size: number, groups: number[][]]>([
		[[1, 2, 3, 4, 5], 2, [[1, 2], [3, 4], [5]]],
		[[1, 2, 3, 4], 2, [[1, 2], [3, 4]]],
		[[1, 2], 5, [[1, 2]]],
		[[], 2, []],
	])('makes of %j in groups of %d the groups %j', (list, size, groups) => {
		expect(inGroups(list, size)).toEqual(groups);
	});
});
