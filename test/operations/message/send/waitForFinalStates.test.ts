import type { IExecuteFunctions } from 'n8n-workflow';
import { sleep } from 'n8n-workflow';

import type { SendLine } from '../../../../nodes/CascadeMessaging/operations/message/send/failure';
import { readSettings } from '../../../../nodes/CascadeMessaging/operations/message/send/options';
import { waitForFinalStates } from '../../../../nodes/CascadeMessaging/operations/message/send/waitForFinalStates';
import { recentIds } from '../../../../nodes/CascadeMessaging/tracking/recentIds';
import type { Account } from '../../../../nodes/CascadeMessaging/transport/account';
import { askStates } from '../../../../nodes/CascadeMessaging/transport/askStates';
import type { StateReply } from '../../../../nodes/CascadeMessaging/transport/stateReply';

jest.mock('../../../../nodes/CascadeMessaging/transport/askStates', () => ({ askStates: jest.fn() }));
jest.mock('n8n-workflow', (): object => ({ ...jest.requireActual('n8n-workflow'), sleep: jest.fn() }));

const asked = jest.mocked(askStates);
const slept = jest.mocked(sleep);
const account = { key: 'account', timeZone: 'UTC' } as Account;
const MINUTE = 60_000;
const UNKNOWN_ID = 'Сообщение с таким ID не принималось';

const sent = (messageId: string | null, sendAt: string | null = null): SendLine => ({
	item: 0,
	json: { messageId, accepted: true, sendAt, channels: { viber: { id: '5001' }, sms: {} } },
});
const failure: SendLine = { item: 1, failure: { code: 'timedOut', outcome: 'unknown', message: 'x' } };

/** One reply for each time of asking, the last for all that follow. */
function gatewaySays(...replies: ((id: string) => StateReply | undefined)[]): void {
	let times = 0;
	asked.mockImplementation(async (_context, _account, ids) => {
		const reply = replies[Math.min(times++, replies.length - 1)];
		return await Promise.resolve(
			new Map(
				ids.flatMap((id) => {
					const one = reply?.(id);
					return one === undefined ? [] : [[id, one] as const];
				}),
			),
		);
	});
}

const inState =
	(state: string) =>
	(messageId: string): StateReply => ({
		record: {
			messageId,
			state,
			changedAt: null,
			channels: { viber: { state: 'expired', price: 0 }, vk: { state: 'send', price: 0 }, sms: { state, price: 3.4, parts: 1 } },
		},
	});

async function wait(lines: readonly SendLine[], minutes = 60, signal?: AbortSignal, options = {}): Promise<SendLine[]> {
	const context = { getExecutionCancelSignal: () => signal } as unknown as IExecuteFunctions;
	return await waitForFinalStates({ context, account, settings: { ...readSettings(options), waitMilliseconds: minutes * MINUTE } }, lines);
}

beforeEach(() => {
	jest.useFakeTimers({ now: Date.UTC(2026, 0, 1) });
	asked.mockReset();
	slept.mockReset();
	slept.mockImplementation(async (milliseconds) => {
		jest.advanceTimersByTime(milliseconds);
		await Promise.resolve();
	});
});
afterEach(() => {
	jest.useRealTimers();
});

const pauses = (): number[] => slept.mock.calls.map(([milliseconds]) => milliseconds);

it('adds the outcome, with the channels of the cascade alone, in our words, and no ID where none is known', async () => {
	gatewaySays(inState('deliver'));
	expect(await wait([sent('501'), failure])).toEqual([
		{
			item: 0,
			json: {
				...{ messageId: '501', accepted: true, sendAt: null, outcome: 'delivered', final: true, state: 'deliver', changedAt: null },
				...{ deliveredBy: 'sms', engagement: null, totalPrice: 3.4 },
				channels: {
					viber: { id: '5001', outcome: 'expired', state: 'expired', price: 0 },
					sms: { outcome: 'delivered', state: 'deliver', price: 3.4, parts: 1 },
				},
			},
		},
		failure,
	]);
});

it('asks with growing pauses, only about what is not final', async () => {
	gatewaySays((id) => inState(id === '501' ? 'deliver' : 'send')(id), inState('send'), inState('deliver'));
	const lines = await wait([sent('501'), sent('502'), sent(null), failure]);
	expect(asked.mock.calls.map(([, , ids]) => ids)).toEqual([['501', '502'], ['502'], ['502']]);
	expect(asked.mock.calls[0]?.[3]).toMatchObject({ retries: 0, idsPerRequest: 500 });
	expect(pauses()).toEqual([2_000, 3_000, 4_500]);
	expect(lines[2]).toMatchObject({ json: { messageId: null, outcome: 'inProgress', final: false } });
});

it('waits a minute at most, and until time is up', async () => {
	gatewaySays(inState('send'));
	const [line] = await wait([sent('501')], 5);
	expect(Math.max(...pauses())).toBe(MINUTE);
	expect(Math.round(pauses().reduce((sum, one) => sum + one) / MINUTE)).toBe(5);
	expect(line).toMatchObject({
		json: { outcome: 'inProgress', final: false, channels: { viber: { outcome: 'expired' }, sms: { outcome: 'inProgress' } } },
	});
});

it('waits as long between equal questions as GET must', async () => {
	gatewaySays(inState('send'), inState('deliver'));
	await wait([sent('501')], 5, undefined, { protocol: 'get' });
	expect(pauses()).toEqual([2_000, 61_000]);
});

it('says why the outcome is not known', async () => {
	gatewaySays(() => ({ trouble: { code: 'notAnswered', message: 'Silence.' } }));
	expect(await wait([sent('501')], 1)).toMatchObject([
		{ json: { outcome: 'inProgress', final: false, warning: 'The outcome is not known. Silence.' } },
	]);
	gatewaySays(() => undefined);
	expect((await wait([sent('501')], 1))[0]).not.toHaveProperty('json.warning');
});

it('ends when the user stops', async () => {
	const stop = new AbortController();
	slept.mockImplementation(async () => {
		stop.abort();
		await Promise.reject(new Error('stopped'));
	});
	gatewaySays(inState('send'));
	expect(await wait([sent('501')], 5, stop.signal)).toMatchObject([{ json: { outcome: 'inProgress' } }]);
	expect(asked).toHaveBeenCalledTimes(1);
});

describe('a message that is scheduled', () => {
	const at = (minutes: number): string => new Date(Date.UTC(2026, 0, 1) + minutes * MINUTE).toISOString().replace('.000Z', '+00:00');

	it('is not asked about before it goes out, and then as if it had just been sent', async () => {
		gatewaySays(inState('deliver'), inState('send'), inState('deliver'));
		const lines = await wait([sent('501'), sent('502', at(10))]);

		expect(asked.mock.calls.map(([, , ids]) => ids)).toEqual([['501'], ['502'], ['502']]);
		expect(pauses()).toEqual([2_000, 10 * MINUTE, 3_000]);
		expect(lines).toMatchObject([{ json: { outcome: 'delivered' } }, { json: { outcome: 'delivered' } }]);
	});

	it('is not waited for when it goes out later than the wait lasts', async () => {
		gatewaySays(inState('deliver'));
		const lines = await wait([sent('501', at(5)), sent('502', at(60 * 24)), sent('503')], 5);

		expect(asked.mock.calls.map(([, , ids]) => ids)).toEqual([['503']]);
		expect(pauses()).toEqual([2_000]);
		expect(lines[0]).toMatchObject({ json: { messageId: '501', outcome: 'inProgress', final: false, sendAt: at(5) } });
		expect(lines[0]).not.toHaveProperty('json.warning');
		expect(lines).toMatchObject([{}, { json: { outcome: 'inProgress' } }, { json: { outcome: 'delivered' } }]);
	});

	it('alone is waited for not at all', async () => {
		expect(await wait([sent('501', at(5))], 5)).toMatchObject([{ json: { outcome: 'inProgress', final: false } }]);
		expect([asked.mock.calls, pauses()]).toEqual([[], []]);
	});

	it('for a moment that has passed is asked about as one sent at once', async () => {
		gatewaySays(inState('deliver'));
		await wait([sent('501'), sent('502', at(-4))], 5);

		expect(asked.mock.calls.map(([, , ids]) => ids)).toEqual([['501', '502']]);
	});

	it('may not be known by its ID for 15 minutes after it has gone out', async () => {
		recentIds.remember('account', ['701'], Date.now());
		gatewaySays(inState(UNKNOWN_ID));
		expect(await wait([sent('701', at(20))], 34)).toMatchObject([{ json: { outcome: 'inProgress', final: false } }]);
		jest.setSystemTime(Date.UTC(2026, 0, 1));
		expect(await wait([sent('701', at(20))], 36)).toMatchObject([{ json: { outcome: 'unknown', final: true } }]);
	});
});

describe('an ID that the gateway does not know', () => {
	it('is asked about again until it has had 15 minutes', async () => {
		gatewaySays(inState(UNKNOWN_ID));
		expect(await wait([sent('501')], 14)).toMatchObject([{ json: { outcome: 'inProgress', final: false, state: UNKNOWN_ID } }]);
		expect(await wait([sent('501')], 16)).toMatchObject([{ json: { outcome: 'unknown', final: true, state: UNKNOWN_ID } }]);
		expect(pauses().at(-1)).toBe(MINUTE);
	});

	it('counts from when it was given, where that is remembered', async () => {
		recentIds.remember('account', ['601'], Date.now() - 14 * MINUTE - 59_000);
		gatewaySays(inState(UNKNOWN_ID));
		expect(await wait([sent('601')], 5)).toMatchObject([{ json: { outcome: 'unknown', final: true } }]);
		expect(asked).toHaveBeenCalledTimes(1);
	});
});
