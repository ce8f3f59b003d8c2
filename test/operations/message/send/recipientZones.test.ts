import { sleep } from 'n8n-workflow';

import type { RecipientZones } from '../../../../nodes/CascadeMessaging/operations/message/send/recipientZones';
import { zonesOf } from '../../../../nodes/CascadeMessaging/operations/message/send/recipientZones';
import type { FakeNode } from '../../support/fakeContext';
import type { Reaction } from '../../support/gateway';
import { BROKEN_OFF, gatewayThat, REFUSED } from '../../support/gateway';
import { sendRun } from '../../support/sendRun';

jest.mock('n8n-workflow', (): object => ({ ...jest.requireActual('n8n-workflow'), sleep: jest.fn() }));
beforeEach(() => {
	jest.mocked(sleep).mockImplementation(async (milliseconds) => {
		if (milliseconds > 10_000) await new Promise(() => undefined);
	});
});
afterEach(() => jest.restoreAllMocks());

const MOSCOW = '74951234567';
const ANNA = '79000000001';
const BORIS = '79090000002';
const NOT_OFFERED = 'Your operator does not offer this: the gateway answered with HTTP status 404.';

/** What an operator answers who counts from Moscow, and knows the phones of these hours. */
const knowing =
	(hours: Readonly<Record<string, number>>): ((body: string) => Reaction) =>
	(body) => {
		const { phones } = JSON.parse(body) as { phones: string[] };
		return JSON.stringify({ phones: phones.map((phone) => ({ phone, time_zone: phone === MOSCOW ? 0 : (hours[phone] ?? '') })) });
	};

async function zones(
	reactions: Parameters<typeof gatewayThat>,
	phones: readonly string[] = [ANNA, BORIS],
	fake: FakeNode = {},
): Promise<RecipientZones & { readonly asked: string[][] }> {
	const { http, bodies } = gatewayThat(...reactions);
	const { run } = await sendRun({ ...fake, http });
	const told = await zonesOf(run, phones);
	return { ...told, asked: bodies.map((body) => (JSON.parse(body) as { phones: string[] }).phones) };
}

it('are those the operator tells, and it is asked about each phone once', async () => {
	const { known, asked, ...rest } = await zones([knowing({ [ANNA]: 4, [BORIS]: -1 })], [ANNA, BORIS, ANNA]);

	expect([...known]).toEqual([
		[ANNA, 7],
		[BORIS, 2],
	]);
	expect(asked).toEqual([[ANNA, BORIS, MOSCOW]]);
	expect(rest).toEqual({});
});

it('are asked for 500 at a time', async () => {
	const phones = Array.from({ length: 1200 }, (_, index) => String(79_000_000_000 + index));
	const { known, asked } = await zones([knowing(Object.fromEntries(phones.map((phone) => [phone, 0])))], phones);

	expect(known.size).toBe(1200);
	expect(asked.map(({ length }) => length)).toEqual([501, 501, 201]);
});

it('are not all known, which is no trouble', async () => {
	const { known, ...rest } = await zones([knowing({ [ANNA]: 0 })]);

	expect([[...known], rest]).toMatchObject([[[ANNA, 3]], {}]);
	expect(rest).not.toHaveProperty('trouble');
});

describe('in trouble, what is known counts, and the first reason is told', () => {
	const many = Array.from({ length: 600 }, (_, index) => String(79_000_000_000 + index));

	it('where the operator does not offer this, which is asked once', async () => {
		const { known, trouble, asked } = await zones([{ status: 404, text: '<html></html>' }], many);

		expect([known.size, trouble, asked.length]).toEqual([0, NOT_OFFERED, 1]);
	});

	it.each<[string, Reaction, RegExp]>([
		['refuses', '{"error":"Неправильный логин или пароль"}', /^The gateway refused the question: /],
		['has trouble of its own', { status: 500, text: '' }, /^The gateway answered with HTTP status 500/],
		['cannot be reached', REFUSED, /refused the connection/],
		['breaks off', BROKEN_OFF, /connection/],
	])('where it %s', async (_, reaction, words) => {
		const all = knowing(Object.fromEntries(many.map((phone) => [phone, 0])));
		const { known, trouble } = await zones([all, reaction], many);

		expect(known.size).toBe(500);
		expect(trouble).toMatch(words);
	});
});

describe('are waited for', () => {
	it('as often as Retries says, and half a minute for each answer', async () => {
		const http = jest.fn(async () => await Promise.reject(BROKEN_OFF));
		const { run } = await sendRun({ http, parameters: { options: { retries: 2, timeout: 600 } } });
		await zonesOf(run, [ANNA]);

		expect(http).toHaveBeenCalledTimes(3);
		expect(http.mock.calls).toMatchObject(Array(3).fill([{ timeout: 30_000 }]));
	});

	it('no longer than Timeout', async () => {
		const http = jest.fn(async () => await Promise.reject(BROKEN_OFF));
		const { run } = await sendRun({ http, parameters: { options: { timeout: 7 } } });
		await zonesOf(run, [ANNA]);

		expect(http.mock.calls).toMatchObject([[{ timeout: 7000 }]]);
	});

	it('two minutes, then no more is asked', async () => {
		let now = 1_000_000;
		jest.spyOn(Date, 'now').mockImplementation(() => now);
		const slow = async (): Promise<never> => {
			now += 120_000;
			return await Promise.reject(BROKEN_OFF);
		};
		const http = jest.fn(slow);
		const { run } = await sendRun({ http, parameters: { options: { retries: 5 } } });
		const many = Array.from({ length: 1100 }, (_, index) => String(79_000_000_000 + index));

		expect((await zonesOf(run, many)).trouble).toMatch(/connection/);
		expect(http).toHaveBeenCalledTimes(1);
	});

	it('two minutes for all phones: those it was not asked about by then are not known', async () => {
		let now = 1_000_000;
		jest.spyOn(Date, 'now').mockImplementation(() => now);
		const many = Array.from({ length: 600 }, (_, index) => String(79_000_000_000 + index));
		const all = knowing(Object.fromEntries(many.map((phone) => [phone, 0])));
		const slow = (body: string): Reaction => {
			now += 120_000;
			return all(body);
		};
		const { known, trouble, asked } = await zones([slow], many);

		expect([known.size, trouble, asked.length]).toEqual([500, 'The answer took too long.', 1]);
	});

	it('not when another question never comes to an end', async () => {
		jest.mocked(sleep).mockImplementation(async () => undefined);
		const { run } = await sendRun({ http: async () => await new Promise(() => undefined) });

		expect(await zonesOf(run, [ANNA])).toEqual({ known: new Map(), trouble: 'The answer took too long.' });
		expect(jest.mocked(sleep).mock.calls.map(([milliseconds]) => milliseconds)).toContain(155_000);
	});

	it('not when the user has stopped the execution', async () => {
		const stopped = new AbortController();
		stopped.abort();
		const { known, asked } = await zones([knowing({})], [ANNA], { signal: stopped.signal });

		expect([known.size, asked]).toEqual([0, []]);
	});
});

it('the clock that ends the waiting is put away after the answer', async () => {
	const left = new Set<number>();
	jest.mocked(sleep).mockImplementation(async (milliseconds, signal) => {
		left.add(milliseconds);
		await new Promise<void>((resolve) => signal?.addEventListener('abort', () => resolve()));
		left.delete(milliseconds);
	});
	await zones([knowing({})]);
	await new Promise(setImmediate);

	expect([...left]).toEqual([]);
});
