import { outcomeColumns } from '../../nodes/CascadeMessaging/tracking/dataTable/messageRow';
import { openTables } from '../../nodes/CascadeMessaging/tracking/dataTable/tables';
import { mailboxOf } from '../../nodes/CascadeMessaging/tracking/memory/mailbox';
import { pollForTest } from '../../nodes/CascadeMessaging/tracking/pollForTest';
import { calls, dataTables, HOUR, message, START, tableNamed } from './support/dataTables';
import { inState, mockedGateway } from './support/gateway';
import { fakeN8n } from './support/n8n';

jest.mock('../../nodes/CascadeMessaging/transport/stateWaves', (): object => ({
	...jest.requireActual('../../nodes/CascadeMessaging/transport/stateWaves'),
	askInWaves: jest.fn(),
}));

const here = dataTables();
const gateway = mockedGateway();

describe('a test in the editor, with the memory', () => {
	it('shows the latest message the trigger would report', async () => {
		mailboxOf('shown').add([message('1', { campaignName: 'Autumn' }), message('2', { campaignName: 'Spring' })], START);
		for (const id of ['1', '2']) gateway.says.set(id, inState(id, 'deliver'));
		const { context } = fakeN8n({ credentialId: 'shown', parameters: { campaignName: 'Autumn', options: { protocol: 'xml' } } });
		const shown = await pollForTest(context);

		expect(shown).toMatchObject({ messageId: '1', outcome: 'delivered' });
		expect(shown).not.toHaveProperty('sample');
		expect(gateway.questions).toMatchObject([{ protocol: 'xml', deadline: START + 25_000 }]);
	});

	it('shows what the subscriber did last, for a trigger that hears of that', async () => {
		mailboxOf('read').add([message('1'), message('2'), message('3')], START);
		const record = (messageId: string, channel: 'viber' | 'whatsapp', state: string) => ({
			record: { messageId, state: 'deliver', changedAt: '2026-12-01 08:00:00', channels: { [channel]: { state, price: 1 } } },
		});
		gateway.says
			.set('1', record('1', 'viber', 'link'))
			.set('2', record('2', 'viber', 'deliver'))
			.set('3', record('3', 'whatsapp', 'read'));
		const shown = async (...events: string[]) => await pollForTest(fakeN8n({ credentialId: 'read', parameters: { events } }).context);

		expect(await shown('read')).toMatchObject({ messageId: '1', event: 'read', inferred: true, changedAt: '2026-12-01T08:00:00.000Z' });
		expect(await shown('unsubscribed')).toMatchObject({ sample: true, event: 'unsubscribed' });
		expect(await shown('finalOutcome', 'read')).toMatchObject({ messageId: '3', event: 'finalOutcome' });
	});

	it('gives up as the trigger does', async () => {
		mailboxOf('given up').add([message('1')], START);
		here.now += 3 * HOUR;
		const shownAfter = async (giveUpAfter: number) =>
			await pollForTest(fakeN8n({ credentialId: 'given up', parameters: { giveUpAfter } }).context);

		expect(await shownAfter(3)).toMatchObject({ messageId: '1', outcome: 'timeout' });
		expect(await shownAfter(4)).toMatchObject({ sample: true });
	});

	it('shows a sample that fits when there is none', async () => {
		const { context } = fakeN8n({ credentialId: 'empty', parameters: { outcomes: ['expired'], campaignName: 'Autumn' } });

		expect(await pollForTest(context)).toMatchObject({ sample: true, outcome: 'expired', campaignName: 'Autumn' });
	});
});

describe('a test in the editor, with a data table', () => {
	it('shows the latest message the trigger would report, and asks nobody else', async () => {
		const { messages } = await openTables(here.context, here.store, 'account');
		await messages.add([message('1'), message('2')]);
		await messages.change(
			[1],
			outcomeColumns({ ...{ outcome: 'expired', state: 'expired', deliveredBy: null, totalPrice: null, channels: {} } } as never),
		);
		calls(here);

		expect(await pollForTest(here.context)).toMatchObject({ messageId: '1', outcome: 'expired' });
		expect(calls(here)).toEqual(['GET', 'GET /ID/rows', 'GET /ID/rows', 'GET /ID/rows']);
		expect(gateway.asked).toEqual([]);
		const { context } = fakeN8n({ credential: here.credential, credentialId: 'another' });
		expect(await pollForTest(context)).toMatchObject({ sample: true });
	});

	it('shows what the subscriber did last, for a trigger that hears of that', async () => {
		const { messages } = await openTables(here.context, here.store, 'account');
		await messages.add([message('1'), message('2'), message('3')]);
		await messages.change(
			[1, 2],
			outcomeColumns({ outcome: 'delivered', state: 'deliver', deliveredBy: 'viber', totalPrice: 1, channels: {} } as never),
		);
		await messages.change([1], { read: '2026-12-01T08:00:00.000Z', readLearntAt: '2026-12-01T08:01:00.000Z' });
		const shown = async (...events: string[]) =>
			await pollForTest(fakeN8n({ credential: here.credential, parameters: { events } }).context);

		expect(await shown('read', 'linkOpened')).toMatchObject({
			messageId: '1',
			event: 'read',
			inferred: false,
			changedAt: '2026-12-01T08:00:00.000Z',
		});
		expect(await shown('linkOpened')).toMatchObject({ sample: true, event: 'linkOpened' });
		expect(await shown('finalOutcome', 'read')).toMatchObject({ messageId: '2', event: 'finalOutcome' });
		const table = tableNamed(here, here.name);
		if (table !== undefined) table.columns = table.columns.filter(({ name }) => name !== 'unsubscribed');
		expect(await shown('read')).toMatchObject({ sample: true, event: 'read' });
	});

	it('shows a sample when there is no table, and makes none', async () => {
		expect(await pollForTest(here.context)).toMatchObject({ sample: true, outcome: 'delivered' });
		expect(tableNamed(here, here.name)).toBeUndefined();
	});

	it('says what is wrong with the table', async () => {
		here.tables.phase = 'starting';

		await expect(pollForTest(here.context)).rejects.toMatchObject({ name: 'N8nApiError', code: 'n8nStarting' });
	});
});

it('says what is wrong with the credential', async () => {
	await expect(pollForTest(fakeN8n({ credential: { host: 'no host' } }).context)).rejects.toMatchObject({
		name: 'NodeOperationError',
		message: 'The host in the credential is not an address',
	});
});
