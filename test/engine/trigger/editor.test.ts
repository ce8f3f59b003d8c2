import { calls, DENIED, HOUR, NOT_DELIVERED, pass, READ, send, trigger, world } from './world';

const here = world();
const SAMPLE = {
	messageId: '1179038981',
	outcome: 'delivered',
	final: true,
	state: 'deliver',
	changedAt: '2026-12-01T10:31:07+03:00',
	deliveredBy: 'sms',
	engagement: null,
	channels: { viber: { outcome: 'expired', state: 'expired', price: 0 }, sms: { outcome: 'delivered', state: 'deliver', price: 3.4, parts: 2 } },
	totalPrice: 3.4,
	phone: '79000000001',
	clientMessageId: null,
	campaignName: 'Autumn sale',
	sentAt: '2026-12-01T07:30:00.000Z',
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
		expect(calls(here)).toEqual(['GET', 'GET /ID/rows']);
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
	it('shows the message that was sent last, as it is now', async () => {
		await send(here, [READ], { store: 'memory' });
		const [, last] = await send(here, [NOT_DELIVERED, READ], { store: 'memory' });

		expect(await trigger(here, { account: {}, mode: 'manual' }).poll()).toMatchObject([
			{ messageId: last?.messageId, outcome: 'inProgress', final: false, campaignName: 'Autumn', data: { contactId: 1 } },
		]);
	});

	it('shows a sample when the gateway does not tell', async () => {
		await send(here, [READ], { store: 'memory' });
		here.simulator.faults.set(DENIED);

		expect(await trigger(here, { account: {}, mode: 'manual' }).poll()).toEqual([SAMPLE]);
	});
});
