import { calls, DENIED, HOUR, MINUTE, NEVER, NOT_DELIVERED, pass, READ, send, trigger, world } from './world';

const here = world();
const SAMPLE = {
	sample: true,
	event: 'finalOutcome',
	messageId: '1179038981',
	outcome: 'delivered',
	final: true,
	state: 'deliver',
	changedAt: '2026-12-01T10:31:07+03:00',
	deliveredBy: 'sms',
	engagement: null,
	channels: {
		viber: { outcome: 'expired', state: 'expired', price: 0 },
		sms: { outcome: 'delivered', state: 'deliver', price: 3.4, parts: 2 },
	},
	totalPrice: 3.4,
	phone: '79000000001',
	clientMessageId: null,
	campaignName: 'Autumn sale',
	sentAt: '2026-12-01T07:30:00.000Z',
	sendAt: null,
	sentBy: { workflowId: '1', workflowName: 'Form to cascade message', executionId: '100' },
	data: { contactId: '42' },
};

describe('a test in the editor, with a data table', () => {
	it('shows the message that became final last, and changes nothing', async () => {
		const one = trigger(here);
		await one.poll();
		const sent = await send(here, [READ, NOT_DELIVERED]);
		pass(here, 8 * HOUR);
		await one.poll();
		await send(here, [READ]);
		calls(here);
		const shown = await trigger(here, { mode: 'manual' }).poll();

		expect(shown).toMatchObject([{ messageId: sent[1]?.messageId, outcome: 'notDelivered', final: true, data: { contactId: 1 } }]);
		expect(calls(here)).toEqual(['GET', 'GET /ID/rows', 'GET /ID/rows', 'GET /ID/rows']);
	});

	it.each([
		[{ outcomes: ['delivered'] }, 0],
		[{ outcomes: ['expired', 'notDelivered'] }, 1],
		[{ outcomes: ['delivered', 'notDelivered'], campaignName: ' Autumn\u00a0' }, 1],
	])('shows the latest of those it is set to: %j', async (parameters, place) => {
		const one = trigger(here);
		await one.poll();
		const sent = await send(here, [READ, NOT_DELIVERED]);
		pass(here, 8 * HOUR);
		await one.poll();

		expect(await trigger(here, { mode: 'manual', parameters }).poll()).toMatchObject([{ messageId: sent[place]?.messageId }]);
	});

	it.each([
		[{ outcomes: ['expired'] }, { outcome: 'expired', state: 'expired', deliveredBy: null, campaignName: 'Autumn sale' }],
		[{ campaignName: 'Spring' }, { outcome: 'delivered', campaignName: 'Spring' }],
	])('shows a sample that fits when no message does: %j', async (parameters, sample) => {
		const one = trigger(here);
		await one.poll();
		await send(here, [READ]);
		pass(here, 8 * HOUR);
		await one.poll();

		expect(await trigger(here, { mode: 'manual', parameters }).poll()).toMatchObject([{ sample: true, ...sample }]);
	});

	it('shows a message whose time is up when asked for timeouts', async () => {
		await trigger(here).poll();
		const [young] = await send(here, [NEVER]);
		const timeouts = { mode: 'manual' as const, parameters: { outcomes: ['timeout'], giveUpAfter: 3 } };
		expect(await trigger(here, timeouts).poll()).toMatchObject([{ sample: true, outcome: 'timeout', channels: {} }]);
		pass(here, 3 * HOUR);

		const [shown] = await trigger(here, timeouts).poll();
		expect(shown).toMatchObject({ messageId: young?.messageId, outcome: 'timeout', data: { contactId: 0 } });
		expect(shown).not.toHaveProperty('sample');
	});

	it('shows a sample when there is no table, and makes none', async () => {
		expect(await trigger(here, { mode: 'manual' }).poll()).toEqual([SAMPLE]);
		expect(calls(here)).toEqual(['GET']);
	});

	it('shows a sample when nothing of this account is final yet', async () => {
		const theirs = trigger(here, { credentialId: 'another' });
		await theirs.poll();
		await send(here, [READ]);
		expect(await trigger(here, { mode: 'manual' }).poll()).toEqual([SAMPLE]);
		pass(here, 8 * HOUR);
		await trigger(here).poll();

		expect(await trigger(here, { mode: 'manual', credentialId: 'another' }).poll()).toEqual([SAMPLE]);
	});

	it('says what is wrong with the table', async () => {
		here.tables.phase = 'starting';

		await expect(trigger(here, { mode: 'manual' }).poll()).rejects.toThrow('n8n answered with something else than its API.');
	});
});

describe('a test in the editor, with the memory', () => {
	it('shows the latest message that a trigger would report, by its outcomes and campaign', async () => {
		const [read, notDelivered] = await send(here, [READ, NOT_DELIVERED, NEVER], { store: 'memory' });
		pass(here, 50 * MINUTE);
		const shownTo = async (parameters: object) =>
			await trigger(here, { account: {}, mode: 'manual', parameters: { ...parameters } }).poll();

		expect(await shownTo({})).toMatchObject([{ messageId: notDelivered?.messageId, outcome: 'notDelivered', campaignName: 'Autumn' }]);
		expect(await shownTo({ outcomes: ['delivered'], campaignName: 'Autumn ' })).toMatchObject([
			{ messageId: read?.messageId, data: { contactId: 0 } },
		]);
		expect((await shownTo({}))[0]).not.toHaveProperty('sample');
		expect(await shownTo({ outcomes: ['expired'] })).toMatchObject([{ sample: true, outcome: 'expired' }]);
		expect(await shownTo({ campaignName: 'Spring' })).toMatchObject([{ sample: true, campaignName: 'Spring' }]);
	});

	it('shows a sample while all that was sent is in progress: a trigger reports only what is final', async () => {
		await send(here, [READ], { store: 'memory' });

		expect(await trigger(here, { account: {}, mode: 'manual' }).poll()).toEqual([SAMPLE]);
	});

	it('shows a sample when the gateway does not tell', async () => {
		await send(here, [READ], { store: 'memory' });
		here.simulator.faults.set(DENIED);

		expect(await trigger(here, { account: {}, mode: 'manual' }).poll()).toEqual([SAMPLE]);
	});
});

describe('a trigger added today', () => {
	const byDefault = { simplify: undefined as never };

	it('tells in a row whom a message went to, how it ended, and what was attached', async () => {
		const one = trigger(here, { parameters: byDefault });
		await one.poll();
		const [sent] = await send(here, [NOT_DELIVERED]);
		pass(here, 8 * HOUR);

		expect(await one.poll()).toEqual([
			{
				...{ phone: NOT_DELIVERED, messageId: sent?.messageId, event: 'finalOutcome', outcome: 'notDelivered' },
				...{ deliveredBy: null, totalPrice: expect.any(Number) as number, engagement: null, data: { contactId: 0 } },
			},
		]);
	});

	it('shows a sample of it in the editor', async () => {
		const [sample = {}] = await trigger(here, { mode: 'manual', parameters: byDefault }).poll();

		expect(Object.keys(sample)).toEqual([
			...['sample', 'phone', 'messageId', 'event', 'outcome', 'deliveredBy', 'totalPrice', 'engagement', 'data'],
		]);
	});
});
