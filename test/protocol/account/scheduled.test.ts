import { asked, readTo } from './support/reading';

describe('scheduled messages', () => {
	it('are asked for a page at a time', () => {
		expect(asked('scheduled', { page: 2 })).toEqual({ type: 'list_scheduled', page: '2' });
	});

	it('are read as they will be sent', () => {
		const scheduled = [
			{
				...{ id_sms: '1234', time_put_turn: '2026-08-31 14:56:53', originator: 'MyShop', phone: '79001234567', type_sms: 'sms' },
				...{ text_sms: 'Hello', count_sms: '2', name_delivery: 'Autumn', time_send: '2026-12-01 21:00' },
			},
			{ id_sms: 1235, count_sms: 1, time_send: '' },
			{ phone: '79001234567' },
		];
		expect(readTo('scheduled', { page: 1, num_pages: 3, scheduled }, { page: 1 })).toEqual({
			page: 1,
			pages: 3,
			entries: [
				{
					...{ messageId: '1234', phone: '79001234567', sender: 'MyShop', text: 'Hello', parts: 2 },
					...{ campaignName: 'Autumn', sendAt: '2026-12-01 21:00' },
				},
				{ messageId: '1235', phone: null, sender: null, text: null, parts: 1, campaignName: null, sendAt: null },
			],
		});
	});

	it('may be none', () => {
		expect(readTo('scheduled', { page: '1', num_pages: '0', scheduled: [] }, { page: 1 })).toEqual({ page: 1, pages: 0, entries: [] });
	});

	it.each([{ page: '1' }, { scheduled: [{ phone: '79001234567' }] }, { scheduled: 'none' }])('are not understood: %j', (answer) => {
		expect(readTo('scheduled', answer, { page: 1 })).toMatchObject({ code: 'notUnderstood' });
	});
});

describe('calling scheduled messages off', () => {
	const input = { messageIds: ['1234', '1235', '1236'] };

	it('names them by their IDs', () => {
		expect(asked('cancelScheduled', input)).toEqual({
			type: 'scheduled',
			delete_schedule: [{ id_sms: '1234' }, { id_sms: '1235' }, { id_sms: '1236' }],
		});
	});

	it('is answered for each, in their order', () => {
		const scheduled = [
			{ id_sms: 1235, action: 'not_found' },
			{ id_sms: '1234', action: 'delete' },
			{ id_sms: '1236', action: 'Уже отправлено' },
			{ action: 'delete' },
		];
		expect(readTo('cancelScheduled', { scheduled }, input)).toEqual([
			{ messageId: '1234', done: 'removed', words: null },
			{ messageId: '1235', done: 'notFound', words: null },
			{ messageId: '1236', done: null, words: '<Уже отправлено>' },
		]);
	});

	it.each([{}, { scheduled: ['1234'] }, { scheduled: [{ action: 'delete' }] }])('is not understood: %j', (answer) => {
		expect(readTo('cancelScheduled', answer, input)).toMatchObject({ code: 'notUnderstood' });
	});
});
