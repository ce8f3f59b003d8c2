import type { INodeParameters } from 'n8n-workflow';

import type { Simulator } from '../../../simulator';
import { startSimulator } from '../../../simulator';
import { FAULTS } from '../../../simulator/faults/table';
import { share } from '../../support/longRun';
import type { NodeResult } from '../harness';
import type { SendRun } from './kit';
import { jsonOf, NO_RETRIES, send, sms, startSend } from './kit';

/** Numbers of the simulator's plan: two and three hours ahead of UTC, where it is day, seven and twelve, where it is night; and of no place. */
const [KALININGRAD, MOSCOW, NOVOSIBIRSK, KAMCHATKA, NOWHERE] = ['79810000001', '79160000001', '79000000001', '79090000001', '79620000001'];
/** A Tuesday. */
const NOW = Date.parse('2026-12-01T15:00:30Z');
const NINE_IN_NOVOSIBIRSK = '2026-12-02T02:00:00.000Z';
const NINE_IN_KAMCHATKA = '2026-12-01T21:00:00.000Z';

let simulator: Simulator;
beforeAll(async () => {
	simulator = await startSimulator({ speed: 0 });
});
afterAll(() => simulator.close());
beforeEach(() => {
	const { now } = Date;
	const begun = now();
	jest.spyOn(Date, 'now').mockImplementation(() => NOW + now() - begun);
	simulator.reset();
});
afterEach(() => jest.restoreAllMocks());

/** A run with a window; of the recipient, from 9 to 21, unless it is said otherwise. */
const inWindow = (fields: INodeParameters, { options, ...run }: SendRun = {}): SendRun => ({
	...{ timezone: 'Europe/Moscow', account: { timeZone: 'Europe/Moscow' } },
	...run,
	options: { ...options, sendWindow: { window: fields } },
});
const to = (...phones: string[]): SendRun => ({ items: phones.map((phone) => ({ phone })) });

/** When each phone is sent to; null for at once. */
const moments = (): unknown[] =>
	simulator.messages.map(({ phone, content: { sendAt } }) => [phone, sendAt === null ? null : new Date(sendAt).toISOString()]);
const operations = (): unknown[] => simulator.requests.map(({ operation }) => operation);
const hintsOf = ({ hints }: NodeResult): string[] => hints.map(({ message }) => message).filter((words) => words.includes('Send Window'));
const messagesIn = (body: string): number => (JSON.parse(body) as { message: unknown[] }).message.length;

describe('of the recipient', () => {
	it.each(['moscow', 'utc'] as const)(
		'who is in it gets it now, everybody else when it next opens, with hours from %s',
		async (hoursFrom) => {
			simulator.changeAccount({ hoursFrom });
			const result = await send(simulator, inWindow({}, to(KALININGRAD, NOVOSIBIRSK, KAMCHATKA, MOSCOW)));

			expect(result.status).toBe('success');
			expect(jsonOf(result)).toMatchObject(Array(4).fill({ accepted: true }));
			expect(moments().toSorted()).toEqual([
				[NOVOSIBIRSK, NINE_IN_NOVOSIBIRSK],
				[KAMCHATKA, NINE_IN_KAMCHATKA],
				[MOSCOW, null],
				[KALININGRAD, null],
			]);
			expect(operations()).toEqual(['account', 'send']);
			expect(hintsOf(result)).toEqual([]);
		},
	);

	it('each number is asked about once, 500 at a time', async () => {
		const phones = Array.from({ length: 1200 }, (_, index) => String(79160000000 + (index % 1100)));
		await send(simulator, inWindow({}, to(...phones)));
		const asked = simulator.requests
			.filter(({ operation }) => operation === 'account')
			.map(({ body }) => JSON.parse(body) as { phones: string[] });

		expect(asked.map(({ phones: some }) => some.length)).toEqual([501, 501, 101]);
		expect(new Set(asked.flatMap(({ phones: some }) => some)).size).toBe(1101);
		expect(simulator.messages).toHaveLength(1200);
	});

	it('who is not known goes by the fallback zone, or the workflow’s', async () => {
		const result = await send(simulator, inWindow({ fallbackTimeZone: 'Asia/Kamchatka' }, to(NOWHERE, MOSCOW)));

		expect(moments().toSorted()).toEqual([
			[MOSCOW, null],
			[NOWHERE, NINE_IN_KAMCHATKA],
		]);
		expect(hintsOf(result)).toEqual([
			'For 1 of 2 recipients, Send Window goes by the Fallback Time Zone, because the operator does not know theirs.',
		]);
		simulator.reset();
		await send(simulator, inWindow({}, { ...to(NOWHERE), timezone: 'Asia/Kamchatka' }));
		expect(moments()).toEqual([[NOWHERE, NINE_IN_KAMCHATKA]]);
	});

	it.each<[string, Parameters<Simulator['changeAccount']>[0], RegExp]>([
		['offers nothing about the account', { offered: false }, /does not offer this: the gateway answered with HTTP status 404\.$/],
		['does not know the question', { unknownTypes: ['def'] }, /does not offer this: the gateway does not know it\. It says: Неизвестный/],
	])('an operator who %s keeps nothing from going', async (_, account, why) => {
		simulator.changeAccount(account);
		const result = await send(simulator, inWindow({}, to(KAMCHATKA, MOSCOW)));

		expect(moments()).toEqual([
			[KAMCHATKA, null],
			[MOSCOW, null],
		]);
		expect(hintsOf(result)).toEqual([expect.stringMatching(why)]);
	});

	it('nobody is asked by a window that never closes', async () => {
		await send(simulator, inWindow({ from: '00:00', to: '24:00' }, to(KAMCHATKA)));

		expect([operations(), moments()]).toEqual([['send'], [[KAMCHATKA, null]]]);
	});

	it('Stop ends the asking, and nothing is sent', async () => {
		simulator.faults.set({ fault: 'hang', operation: 'account' });
		const running = startSend(simulator, inWindow({}, { ...to(KAMCHATKA), options: { retries: 3 } }));
		while (simulator.requests.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
		running.cancel();
		await running.result;

		expect(operations()).toEqual(['account']);
	});
});

describe('whatever goes wrong with asking, the message goes: by the clock of the recipient, or that of the workflow, which a hint says', () => {
	// Those of the connection strike before anybody knows what is asked.
	const faults = FAULTS.filter(({ stage }) => stage !== 'listener' && stage !== 'connection').map(({ name }) => name);

	it.each(share(faults, 3, 1))('%s', async (fault) => {
		simulator.faults.set({ fault, operation: 'account', seconds: 1, megabytes: 1, location: simulator.url, body: '{}' });
		const result = await send(simulator, inWindow({}, { ...to(KAMCHATKA), options: { ...NO_RETRIES, timeout: 1 } }));

		expect(jsonOf(result)).toMatchObject([{ phone: KAMCHATKA, accepted: true }]);
		expect(moments()).toEqual([[KAMCHATKA, hintsOf(result).length > 0 ? null : NINE_IN_KAMCHATKA]]);
		expect(JSON.stringify(result.hints)).not.toContain('demo-password');
	});
});

describe('of one clock', () => {
	it('of the workflow, or of a zone by name, nobody is asked', async () => {
		await send(simulator, inWindow({ timeZone: 'workflow' }, { ...to(MOSCOW), timezone: 'Asia/Kamchatka' }));
		await send(simulator, inWindow({ timeZone: 'name', timeZoneName: 'Asia/Novosibirsk' }, to(MOSCOW)));

		expect(operations()).toEqual(['send', 'send']);
		expect(moments()).toEqual([
			[MOSCOW, NINE_IN_KAMCHATKA],
			[MOSCOW, NINE_IN_NOVOSIBIRSK],
		]);
	});

	it('opens on its days only', async () => {
		await send(simulator, inWindow({ timeZone: 'workflow', days: ['saturday'] }, to(MOSCOW)));

		expect(moments()).toEqual([[MOSCOW, '2026-12-05T06:00:00.000Z']]);
	});

	it('is told over XML too', async () => {
		await send(simulator, inWindow({ timeZone: 'name', timeZoneName: 'Asia/Kamchatka' }, { ...to(MOSCOW), options: { protocol: 'xml' } }));

		expect(moments()).toEqual([[MOSCOW, NINE_IN_KAMCHATKA]]);
	});
});

describe('few messages', () => {
	const ZONES = [
		...['Europe/Kaliningrad', 'Europe/Moscow', 'Europe/Samara', 'Asia/Yekaterinburg', 'Asia/Omsk', 'Asia/Krasnoyarsk', 'Asia/Irkutsk'],
		...['Asia/Yakutsk', 'Asia/Vladivostok', 'Asia/Magadan', 'Asia/Kamchatka'],
	];
	const items = Array.from({ length: 1000 }, (_, index) => ({
		phone: String(79160000000 + index),
		zone: ZONES[index % ZONES.length] ?? '',
	}));
	const fields = { timeZone: 'name', timeZoneName: '={{ $json.zone }}' };

	it.each<[string, INodeParameters, number]>([
		['in day and night', { from: '09:00', to: '21:00' }, 8],
		['all at night', { from: '07:00', to: '07:30' }, 11],
		['all by day', { from: '04:00', to: '03:59' }, 1],
	])('carry one text to 1,000 recipients whose 11 zones take turns, %s', async (_, hours, moment) => {
		await send(simulator, inWindow({ ...fields, ...hours }, { items, options: { recipientsPerRequest: 1000 } }));

		expect(simulator.messages).toHaveLength(1000);
		expect(simulator.requests.map(({ body }) => messagesIn(body))).toEqual([moment]);
	});

	it('are no more than one for each zone with the usual size of requests, and requests stay few', async () => {
		await send(simulator, inWindow({ ...fields, from: '07:00', to: '07:30' }, { items }));

		expect(simulator.requests.map(({ body }) => messagesIn(body))).toEqual([5, 5, 1]);
	});
});

describe('with Send At too, the later of both counts', () => {
	it.each([
		['2026-12-02T10:30', '2026-12-02T07:30:00.000Z'],
		['2026-12-02T22:00', '2026-12-03T06:00:00.000Z'],
		['2026-12-01T18:30', '2026-12-01T15:30:00.000Z'],
	])('%s', async (sendAt, expected) => {
		await send(simulator, inWindow({}, { ...to(MOSCOW), options: { sendAt } }));

		expect(moments()).toEqual([[MOSCOW, expected]]);
	});

	it('a moment gone by is refused as without a window', async () => {
		const result = await send(
			simulator,
			inWindow({}, { ...to(KAMCHATKA), onError: 'continueRegularOutput', options: { sendAt: '2026-12-01T17:00' } }),
		);

		expect(jsonOf(result)).toMatchObject([{ error: { code: 'sendAtPast' } }]);
		expect(simulator.requests).toEqual([]);
	});
});

describe('expressions in its fields', () => {
	it('count for each item, and what is wrong with one leaves the others alone', async () => {
		const fields = { from: '={{ $json.from }}', days: '={{ $json.days }}', timeZone: '={{ $json.by }}', timeZoneName: '={{ $json.zone }}' };
		const usual = { phone: MOSCOW, from: '09:00', days: 'tue, wed', by: 'name', zone: 'Asia/Kamchatka' };
		const items = [
			usual,
			{ ...usual, by: 'workflow' },
			{ ...usual, from: '7:30' },
			{ ...usual, from: '21:00' },
			{ ...usual, from: null },
			{ ...usual, days: [] },
			{ ...usual, days: 'someday' },
			{ ...usual, zone: 'Kamchatka' },
			{ ...usual, days: ['thursday'] },
		];
		const result = await send(simulator, inWindow(fields, { items, onError: 'continueErrorOutput' }));

		expect(moments()).toEqual([
			[MOSCOW, NINE_IN_KAMCHATKA],
			[MOSCOW, null],
			[MOSCOW, '2026-12-01T19:30:00.000Z'],
			[MOSCOW, '2026-12-02T21:00:00.000Z'],
		]);
		expect(jsonOf(result, 1).map(({ error }) => error)).toMatchObject([
			{ code: 'windowNeverOpens', field: 'Send Window To', outcome: 'notSent' },
			{ code: 'windowTimeInvalid', field: 'Send Window From' },
			{ code: 'windowDayMissing', field: 'Send Window Days' },
			{ code: 'windowDayInvalid', field: 'Send Window Days' },
			{ code: 'timeZoneInvalid', field: 'Send Window Time Zone Name' },
		]);
	});
});

it('is refused over GET, also when all are in it', async () => {
	const result = await send(simulator, inWindow({}, { ...to(MOSCOW), options: { protocol: 'get' } }));

	expect(result.error).toMatchObject({
		message: 'Send Window cannot be sent over GET. Remove it or choose the protocol JSON or XML.',
		description: expect.stringContaining('No message was accepted in this run.') as string,
	});
	expect(simulator.requests).toEqual([]);
});

it('Retry On Fail makes no second message because time has moved on, and asks only about those who are left', async () => {
	const STOP_LISTED = '79990170001';
	const retrying = { retryOnFail: true, maxTries: 3, onError: 'continueRegularOutput' } as const;
	// Once something was sent, half a day has passed: day and night have changed places.
	jest.spyOn(Date, 'now').mockImplementation(() => NOW + (simulator.messages.length > 0 ? 12 * 3_600_000 : 0));
	const result = await send(simulator, inWindow({}, { ...to(STOP_LISTED, KAMCHATKA, MOSCOW), ...retrying }));
	const asked = simulator.requests
		.filter(({ operation }) => operation === 'account')
		.map(({ body }) => (JSON.parse(body) as { phones: string[] }).phones.length);

	expect(result.executions).toBe(3);
	expect(moments().toSorted()).toEqual([
		[KAMCHATKA, NINE_IN_KAMCHATKA],
		[MOSCOW, null],
	]);
	expect(asked).toEqual([4, 2, 2]);
	expect(jsonOf(result)).toMatchObject([
		{ error: { outcome: 'refused' } },
		{ phone: KAMCHATKA, accepted: true },
		{ phone: MOSCOW, accepted: true },
	]);
});

it('Preview shows when each would be sent to, in the requests that Send makes', async () => {
	const run = inWindow({}, to(KALININGRAD, NOVOSIBIRSK, KAMCHATKA, NOWHERE));
	const previewed = await send(simulator, { ...run, parameters: { operation: 'preview' } });

	expect(jsonOf(previewed)).toMatchObject([
		{ phone: KALININGRAD, sendAt: null, request: 1, run: { messages: 3, requests: 1 } },
		{ phone: NOVOSIBIRSK, sendAt: '2026-12-02T05:00:00+03:00', request: 1 },
		{ phone: KAMCHATKA, sendAt: '2026-12-02T00:00:00+03:00', request: 1 },
		{ phone: NOWHERE, sendAt: null, request: 1 },
	]);
	expect(hintsOf(previewed)).toHaveLength(1);
	expect(operations()).toEqual(['account']);
	expect(simulator.messages).toEqual([]);
});

it('texts of their own share requests all the same', async () => {
	const cascade = [{ ...sms, text: '=Hello, {{ $json.phone }}' }];
	await send(simulator, inWindow({}, { ...to(KAMCHATKA, MOSCOW), cascade }));

	expect(simulator.requests.map(({ operation, body }) => [operation, operation === 'send' && messagesIn(body)])).toEqual([
		['account', false],
		['send', 2],
	]);
});
