import { asked, readTo } from './support/reading';

describe('the stop list', () => {
	it('is asked for by its type alone', () => {
		expect(asked('stopList', {})).toEqual({ type: 'list_stop' });
	});

	it.each([
		['texts', ['79000000001', '79000000002']],
		['numbers', [79000000001, 79000000002]],
		['records', [{ phone: '79000000001' }, { phone: 79000000002 }]],
		['phones with a plus', ['+79000000001', '+7 (900) 000-00-02']],
		['a list with gaps', { 4: '79000000001', 9: '79000000002' }],
		['some that say nothing', ['79000000001', '', null, '79000000002', {}]],
	])('is read from %s', (_, phones) => {
		expect(readTo('stopList', { phones }, {})).toEqual({ phones: ['79000000001', '79000000002'] });
	});

	it.each([[[]], [''], [null], [{}]])('may be empty: %j', (phones) => {
		expect(readTo('stopList', { phones }, {})).toEqual({ phones: [] });
	});

	it('keeps what is no phone as it is', () => {
		expect(readTo('stopList', { phones: ['7900x', '0', `+${'7'.repeat(50)}`] }, {})).toEqual({
			phones: ['7900x', '0', `+${'7'.repeat(50)}`],
		});
		expect(readTo('stopList', { phones: '79000000001' }, {})).toEqual({ phones: ['79000000001'] });
	});

	it.each([{}, { phone: '79000000001' }, { phones: [[['x']]] }, { phones: [{ number: '7' }] }])('is not understood: %j', (document) => {
		expect(readTo('stopList', document, {})).toMatchObject({ code: 'notUnderstood', mayPass: true });
	});
});

describe('changing the stop list', () => {
	const changes = [
		{ phone: '79000000001', action: 'add' },
		{ phone: '79000000002', action: 'delete' },
		{ phone: '79000000003', action: 'add' },
		{ phone: '79000000004', action: 'delete' },
	] as const;

	it('names the phones to put on it, and those to take off it', () => {
		expect(asked('changeStopList', { changes })).toEqual({
			type: 'stop',
			add_stop: ['79000000001', '79000000003'],
			delete_stop: ['79000000002', '79000000004'],
		});
	});

	it('names no list that is empty', () => {
		expect(asked('changeStopList', { changes: changes.slice(0, 1) })).toEqual({ type: 'stop', add_stop: ['79000000001'] });
		expect(asked('changeStopList', { changes: changes.slice(1, 2) })).toEqual({ type: 'stop', delete_stop: ['79000000002'] });
	});

	it('is answered for each phone, in the order of the changes', () => {
		const phones = [
			{ phone: '79000000001', action: 'add' },
			{ phone: 79000000003, action: 'ADD' },
			{ phone: '79000000002', action: 'delete' },
			{ phone: '+79000000004', action: 'not_found' },
		];
		expect(readTo('changeStopList', { phones }, { changes })).toEqual([
			{ phone: '79000000001', done: 'added', words: null },
			{ phone: '79000000002', done: 'removed', words: null },
			{ phone: '79000000003', done: 'added', words: null },
			{ phone: '79000000004', done: 'notFound', words: null },
		]);
	});

	it('tells of the same phone in both lists which of them is meant', () => {
		const both = [
			{ phone: '79000000001', action: 'delete' },
			{ phone: '79000000001', action: 'add' },
		] as const;
		const phones = [
			{ phone: '79000000001', action: 'add' },
			{ phone: '79000000001', action: 'delete' },
		];
		expect(readTo('changeStopList', { phones }, { changes: both })).toMatchObject([{ done: 'removed' }, { done: 'added' }]);
	});

	it('keeps the words of what was not done, and says of nobody what is not told', () => {
		const phones = [
			{ phone: '79000000001', action: 'Неверный номер' },
			{ phone: '79000000002', action: 'delete', error: 'Занято' },
			{ phone: '79000000003' },
			'79000000004',
		];
		expect(readTo('changeStopList', { phones }, { changes })).toEqual([
			{ phone: '79000000001', done: null, words: '<Неверный номер>' },
			{ phone: '79000000002', done: null, words: '<Занято>' },
			{ phone: '79000000003', done: null, words: null },
			{ phone: '79000000004', done: null, words: null },
		]);
	});
});
