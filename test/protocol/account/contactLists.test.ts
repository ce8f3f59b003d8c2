import { asked, readTo } from './support/reading';

describe('contact lists', () => {
	it('are asked for by their type alone', () => {
		expect(asked('contactLists', {})).toEqual({ type: 'list_bases' });
	});

	it('are read with their names', () => {
		const base = [
			{ id_base: '1234', name_base: 'Head office', time_birth: '12:48', on_birth: 'yes' },
			{ id_base: 1235, name_base: 2026 },
			{ id_base: '1236' },
			{ id_base: '0', name_base: 'None' },
		];
		expect(readTo('contactLists', { base }, {})).toEqual([
			{ id: '1234', name: 'Head office' },
			{ id: '1235', name: '2026' },
			{ id: '1236', name: null },
		]);
		expect(readTo('contactLists', { base: base[0] }, {})).toEqual([{ id: '1234', name: 'Head office' }]);
		expect(readTo('contactLists', { base: [] }, {})).toEqual([]);
	});

	it.each([{}, { bases: [] }, { base: ['1234'] }, { base: [{ name_base: 'Head office' }] }])('are not understood: %j', (document) => {
		expect(readTo('contactLists', document, {})).toMatchObject({ code: 'notUnderstood' });
	});

	it('keep an ID of any length', () => {
		expect(readTo('contactLists', '{"base":[{"id_base":12345678901234567890,"name_base":"x"}]}', {})).toEqual([
			{ id: '12345678901234567890', name: 'x' },
		]);
	});
});

describe('changing contact lists', () => {
	const changes = [
		{ action: 'add', name: 'Moscow' },
		{ action: 'delete', id: '1236' },
		{ action: 'rename', id: '1234', name: 'Omsk' },
		{ action: 'add', name: 'Tomsk' },
		{ action: 'delete', id: '1237' },
	] as const;

	it('gives a new list a number, and names others by their IDs', () => {
		expect(asked('changeContactLists', { changes })).toEqual({
			type: 'bases',
			bases: [
				{ number_base: '1', name_base: 'Moscow' },
				{ id_base: '1234', name_base: 'Omsk' },
				{ number_base: '4', name_base: 'Tomsk' },
			],
			delete_bases: [{ id_base: '1236' }, { id_base: '1237' }],
		});
	});

	it('names no part that is empty', () => {
		expect(asked('changeContactLists', { changes: changes.slice(0, 1) })).toEqual({
			type: 'bases',
			bases: [{ number_base: '1', name_base: 'Moscow' }],
		});
		expect(asked('changeContactLists', { changes: changes.slice(1, 2) })).toEqual({ type: 'bases', delete_bases: [{ id_base: '1236' }] });
	});

	it('is answered for each list, with the IDs of the new ones', () => {
		const bases = [
			{ id_base: '1234', action: 'edit' },
			{ id_base: '1239', action: 'insert', number_base: '4' },
			{ id_base: 1238, action: 'insert', number_base: 1 },
			{ id_base: '1236', action: 'delete' },
			{ id_base: '1237', action: 'not_found' },
		];
		expect(readTo('changeContactLists', { bases }, { changes })).toEqual([
			{ id: '1238', done: 'added', words: null },
			{ id: '1236', done: 'removed', words: null },
			{ id: '1234', done: 'changed', words: null },
			{ id: '1239', done: 'added', words: null },
			{ id: '1237', done: 'notFound', words: null },
		]);
	});

	it('finds new lists by their order where their numbers are not repeated', () => {
		const bases = [
			{ id_base: '1238', action: 'insert' },
			{ id_base: '1239', action: 'insert' },
		];
		expect(readTo('changeContactLists', { bases }, { changes })).toMatchObject([
			{ id: '1238', done: 'added' },
			{ id: '1236', done: null },
			{ id: '1234', done: null },
			{ id: '1239', done: 'added' },
			{ id: '1237', done: null },
		]);
	});

	it('says of no list what is not told, and knows no ID then', () => {
		const bases = [{ number_base: '1', action: 'Название занято' }];
		expect(readTo('changeContactLists', { bases }, { changes })).toEqual([
			{ id: null, done: null, words: '<Название занято>' },
			{ id: '1236', done: null, words: null },
			{ id: '1234', done: null, words: null },
			{ id: null, done: null, words: null },
			{ id: '1237', done: null, words: null },
		]);
	});

	it.each([{}, { bases: ['edit'] }, { bases: [{ action: 'edit' }] }])('is not understood: %j', (document) => {
		expect(readTo('changeContactLists', document, { changes })).toMatchObject({ code: 'notUnderstood' });
	});
});
