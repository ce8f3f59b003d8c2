import { changedIn, changesTold, matchChanges } from '../../../nodes/CascadeMessaging/protocol/account/changed';
import { quote } from './support/reading';

describe('what was done', () => {
	it.each([
		['add', 'added'],
		['insert', 'added'],
		['edit', 'changed'],
		['delete', 'removed'],
		['not_found', 'notFound'],
		[' Delete ', 'removed'],
	])('%s', (action, done) => {
		expect(changedIn({ action }, quote)).toEqual({ done, words: null });
	});

	it.each<[object, string | null]>([
		[{ action: 'Неверный номер' }, '<Неверный номер>'],
		[{ action: 'delete', error: 'Занято' }, '<Занято>'],
		[{ action: 'delete', error: { code: 5, text: 'Занято' } }, '<Занято, 5>'],
		[{ action: 'toString' }, '<toString>'],
		[{ action: ['delete'] }, null],
		[{ action: '' }, null],
		[{}, null],
	])('is not known of %j, and what is said instead is kept', (record, words) => {
		expect(changedIn({ ...record }, quote)).toEqual({ done: null, words });
	});

	it('is told by the deed where the error says nothing', () => {
		expect(changedIn({ action: 'add', error: '0' }, quote)).toEqual({ done: 'added', words: null });
	});
});

it('each change is given an entry of its own, by the first of its keys that has one left', () => {
	const entries = ['a', 'b', 'a', 'c', 'x'].map((key, index) => ({ key, entry: index }));
	const changes = [['a'], ['none', 'b'], ['a', 'c'], ['a', 'c'], ['a'], []];

	expect(matchChanges(changes, entries)).toEqual([0, 1, 2, 3, undefined, undefined]);
});

it('each change is told with what it goes by, and one without an entry is not known', () => {
	const done = changedIn({ action: 'delete' }, quote);
	const told = changesTold(['a', 'b'], [{ key: 'number 2', entry: done }], {
		keysOf: (change, index) => [change, `number ${index + 1}`],
		nameOf: (letter) => ({ letter }),
	});

	expect(told).toEqual([
		{ letter: 'a', done: null, words: null },
		{ letter: 'b', done: 'removed', words: null },
	]);
});
