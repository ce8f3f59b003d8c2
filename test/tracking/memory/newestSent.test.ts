import { mailboxOf } from '../../../nodes/CascadeMessaging/tracking/memory/mailbox';
import { newestSent } from '../../../nodes/CascadeMessaging/tracking/memory/newestSent';
import type { Asker } from '../../../nodes/CascadeMessaging/tracking/poll';
import type { TrackedMessage } from '../../../nodes/CascadeMessaging/tracking/trackedMessage';
import { askInWaves } from '../../../nodes/CascadeMessaging/transport/stateWaves';
import { stoppedClock } from '../support/clock';
import { HOUR, iso, message, START } from '../support/dataTables';
import { inState, inTrouble, leftOut, mockedGateway } from '../support/gateway';

jest.mock('../../../nodes/CascadeMessaging/transport/stateWaves', (): object => ({
	...jest.requireActual('../../../nodes/CascadeMessaging/transport/stateWaves'),
	askInWaves: jest.fn(),
}));

const gateway = mockedGateway();
const UNKNOWN_ID = 'Сообщение с таким ID не принималось';
const clock = stoppedClock();

let accounts = 0;

/** The newest of these messages for a trigger that gives up after two hours. */
async function newestOf(messages: readonly TrackedMessage[], filter: { outcomes?: string[]; campaignName?: string } = {}) {
	accounts += 1;
	const account = { key: `account ${accounts}`, timeZone: 'Europe/Moscow' };
	mailboxOf(account.key).add(messages, START);
	const asker = { context: { a: 'context' }, account, asking: { protocol: 'xml' } } as unknown as Asker;
	const found = await newestSent(asker, {
		filter: { events: ['finalOutcome'], outcomes: [], campaignName: '', ...filter },
		giveUpAfter: 2 * HOUR,
		followFor: 72 * HOUR,
		protocol: 'json',
		messagesPerRequest: 1,
	});
	return { asker, found };
}

it('is the last that became final, with all that is known of it', async () => {
	gateway.says.set('1', inState('1', 'expired')).set('2', inState('2', 'deliver', '2026-12-01 11:59:00'));
	const { asker, found } = await newestOf([message('1'), message('2', { data: { contactId: 7 } }), message('3')]);

	expect(found).toMatchObject({ messageId: '2', outcome: 'delivered', changedAt: '2026-12-01T11:59:00+03:00', data: { contactId: 7 } });
	expect(jest.mocked(askInWaves).mock.calls).toEqual([[asker.context, asker.account, ['3', '2', '1'], asker.asking]]);
});

it('is none that has not gone out, about which nobody asks', async () => {
	for (const id of ['1', '2']) gateway.says.set(id, inState(id, 'deliver'));
	const { found } = await newestOf([message('1', { sendAt: iso() }), message('2', { sendAt: iso(1) })]);

	expect(found).toMatchObject({ messageId: '1', sendAt: iso() });
	expect(gateway.asked).toEqual([['1']]);
});

it('is one whose time is up, counted from when it went out', async () => {
	const found = [];
	for (const sendAt of [iso(-2 * HOUR), iso(-2 * HOUR + 1)]) {
		found.push((await newestOf([message('1', { sentAt: iso(-3 * HOUR), sendAt })], { outcomes: ['timeout'] })).found?.messageId);
	}

	expect(found).toEqual(['1', undefined]);
});

it('is one the trigger would report', async () => {
	for (const id of ['1', '3']) gateway.says.set(id, inState(id, 'expired'));
	gateway.says.set('2', inState('2', 'deliver'));
	const messages = [
		message('1', { campaignName: 'Autumn' }),
		message('2', { campaignName: 'Autumn' }),
		message('3', { campaignName: 'Spring' }),
	];

	expect((await newestOf(messages, { outcomes: ['expired'], campaignName: 'Autumn' })).found).toMatchObject({ messageId: '1' });
	expect(gateway.asked).toEqual([['2', '1']]);
	expect((await newestOf(messages, { outcomes: ['timeout'] })).found).toBeUndefined();
});

it.each([
	[2 * HOUR - 1, undefined],
	[2 * HOUR, 'timeout'],
])('without a final state %d ms after sending is %s', async (age, outcome) => {
	clock.now = START + age;

	expect((await newestOf([message('1')])).found?.outcome).toBe(outcome);
});

it.each([
	[15 * 60_000 - 1, undefined],
	[15 * 60_000, 'unknown'],
])('whose ID the gateway does not know %d ms after sending is %s', async (age, outcome) => {
	clock.now = START + age;
	gateway.says.set('1', inState('1', UNKNOWN_ID));

	expect((await newestOf([message('1')])).found?.outcome).toBe(outcome);
});

it.each([
	['leaves it out', leftOut],
	['cannot be asked', inTrouble('Denied.')],
])('is none when the gateway %s', async (_name, reply) => {
	clock.now = START + 3 * HOUR;
	gateway.says.set('1', reply);

	expect((await newestOf([message('1')])).found).toBeUndefined();
});

it('is looked for among the last 50', async () => {
	await newestOf(Array.from({ length: 51 }, (_, index) => message(String(index), { sentAt: iso() })));

	expect(gateway.asked.map((ids) => [ids.length, ids.at(-1)])).toEqual([[50, '1']]);
});

it('is none when nothing was sent', async () => {
	expect((await newestOf([])).found).toBeUndefined();
});
