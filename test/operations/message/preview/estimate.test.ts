import fc from 'fast-check';
import type { IDataObject } from 'n8n-workflow';

import { preview } from '../../../../nodes/CascadeMessaging/operations/message/preview';
import type { RunCost } from '../../../../nodes/CascadeMessaging/operations/message/preview/estimate';
import { AccountQuestions } from '../../../../nodes/CascadeMessaging/operations/message/send/accountQuestions';
import { isRecord, parseJson } from '../../../../nodes/CascadeMessaging/protocol';
import { RUNS } from '../../../protocol/support/runs';
import type { FakeNode } from '../../support/fakeContext';
import { fakeContext } from '../../support/fakeContext';
import type { FakeGateway, Reaction } from '../../support/gateway';
import { gatewayThat, REFUSED } from '../../support/gateway';
import { sendNode, sms } from '../../support/sendRun';

const MONEY = { value: '10', currency: 'RUR' };
const price = (area: string, amount: number | string, channel = 'sms'): object => ({ area, price: amount, type_sms: channel, MCC: '250' });
const PRICES = [price('МТС', 1.7), price('Билайн', 2.1), price('Россия', 1.15, 'viber')];

/** Phones that end in an even digit are of МТС, the others of Билайн. */
function operatorsFor(body: string): Reaction {
	const asked = parseJson(body);
	const phones = isRecord(asked) && Array.isArray(asked.phones) ? asked.phones.map(String) : [];
	return JSON.stringify({ phones: phones.map((phone) => ({ phone, operator: /[02468]$/.test(phone) ? 'МТС' : 'Билайн' })) });
}

const answeringWith = (balance: object, ...others: Parameters<typeof gatewayThat>): FakeGateway =>
	gatewayThat(JSON.stringify(balance), ...(others.length > 0 ? others : [operatorsFor]));

interface Estimated {
	readonly items: IDataObject[];
	readonly run: RunCost;
	readonly hint: string;
	readonly type: string | undefined;
	readonly bodies: readonly string[];
}

async function estimated({ http, bodies }: FakeGateway, { parameters = {}, ...fake }: FakeNode = {}): Promise<Estimated> {
	const cascade = { steps: [{ channel: 'viber', sender: 'MyShop', text: 'Hi' }, sms] };
	const phone = (item: number): string => String(79_000_000_001 + item);
	const options = { retries: 0, estimateCost: true, ...(parameters.options as object | undefined) };
	const { context, hints } = fakeContext(sendNode({ ...fake, parameters: { phone, cascade, ...parameters, options }, http }));
	const [items = []] = await preview.run(context);
	const [first] = items;
	const { cost } = (first?.json.run ?? {}) as { cost: RunCost };
	return { items: items.map(({ json }) => json), run: cost, hint: hints[0]?.message ?? '', type: hints[0]?.type, bodies };
}

it('tells what each recipient costs, and the run with its balance', async () => {
	const { items, run, hint, type, bodies } = await estimated(answeringWith({ money: MONEY, sms: PRICES }), { items: 2 });

	expect(items.map(({ cost }) => cost)).toEqual([
		{
			...{ least: 1.15, most: 3.25, currency: 'RUR', operator: 'Билайн' },
			steps: [
				{ channel: 'viber', least: 1.15, most: 1.15 },
				{ channel: 'sms', parts: 1, least: 2.1, most: 2.1 },
			],
		},
		expect.objectContaining({ least: 1.15, most: 2.85, operator: 'МТС' }),
	]);
	expect(run).toEqual({ least: 2.3, most: 6.1, currency: 'RUR', balance: 10, coversLeast: true, coversMost: true, withoutPrice: 0 });
	expect(hint).toContain(
		'It would cost 2.30 to 6.10 RUR: the first channel alone, or all of them. The balance is 10.00 RUR, which suffices.',
	);
	expect(type).toBe('info');
	expect(bodies.map((body) => parseJson(body))).toMatchObject([{ type: 'balance' }, { type: 'def' }]);
});

it('asks nothing where the cost is not asked for', async () => {
	const gateway = answeringWith({ money: MONEY });
	const { items } = await estimated(gateway, { parameters: { options: { estimateCost: false } } });

	expect(gateway.bodies).toEqual([]);
	expect(items[0]).not.toHaveProperty('cost');
	expect(items[0]?.run).not.toHaveProperty('cost');
});

it('asks about those alone who would be sent to, each once', async () => {
	const phone = (item: number): string => ['79000000001', '12', '79000000001'][item] ?? '';
	const { bodies } = await estimated(answeringWith({ money: MONEY, sms: PRICES }), { items: 3, parameters: { phone } });

	expect(parseJson(bodies[1] ?? '')).toMatchObject({ phones: ['79000000001', '74951234567'] });
});

describe('the balance', () => {
	const withBalance = async (value: string): Promise<Estimated> =>
		await estimated(answeringWith({ money: { ...MONEY, value }, sms: PRICES }));

	it('may suffice to the last kopeck', async () => {
		expect((await withBalance('3.25')).run).toMatchObject({ most: 3.25, coversLeast: true, coversMost: true });
	});

	it('may suffice for the least alone, which is a warning', async () => {
		const { run, hint, type } = await withBalance('3.24');
		expect(run).toMatchObject({ coversLeast: true, coversMost: false });
		expect([hint, type]).toEqual([expect.stringContaining('which suffices for the least, but not for the most.'), 'warning']);
	});

	it('may not even suffice for that', async () => {
		expect((await withBalance('-1')).run).toMatchObject({ balance: -1, coversLeast: false, coversMost: false });
	});
});

describe('where a price is not known', () => {
	it('as of a country, the recipient is not counted, and nothing is promised', async () => {
		const phone = (item: number): string => ['79000000002', '375291234567'][item] ?? '';
		const { items, run, hint } = await estimated(answeringWith({ money: MONEY, sms: PRICES }), { items: 2, parameters: { phone } });

		expect(items.map(({ cost }) => cost)).toMatchObject([
			{ least: 1.15, most: 2.85 },
			{ least: null, most: null },
		]);
		expect(run).toMatchObject({ least: 1.15, most: 2.85, coversLeast: null, coversMost: null, withoutPrice: 1 });
		expect(hint).toContain('The balance is 10.00 RUR. This is without 1 recipient whose price is not known.');
	});

	it('the balance may still be known not to suffice', async () => {
		const phone = (item: number): string => ['79000000002', '375291234567'][item] ?? '';
		const answer = { money: { ...MONEY, value: '1' }, sms: PRICES };
		const { run } = await estimated(answeringWith(answer), { items: 2, parameters: { phone } });

		expect(run).toMatchObject({ coversLeast: false, coversMost: false, withoutPrice: 1 });
	});

	it('as of a channel, nothing is known of the run', async () => {
		const { items, run, hint } = await estimated(answeringWith({ money: MONEY, sms: PRICES.slice(2) }), { items: 2 });

		expect(items[0]?.cost).toMatchObject({ least: 1.15, most: null, steps: [{}, { channel: 'sms', least: null, most: null }] });
		expect(run).toMatchObject({ least: null, most: null, coversLeast: null, coversMost: null, withoutPrice: 2 });
		expect(hint).toContain('What it would cost is not known. The gateway tells no prices for these messages. The balance is 10.00 RUR.');
	});
});

describe('where the gateway does not tell', () => {
	const plain = { willBeSent: true, request: 1 };

	it.each<[string, Reaction, string, RegExp]>([
		['404', { status: 404, text: '' }, 'notOffered', /^Your operator does not offer this: the gateway answered with HTTP status 404\./],
		['a web page', '<html></html>', 'notOffered', /^Your operator does not offer this: the gateway answered with a web page\./],
		['an unknown type', '{"error":"Unknown type"}', 'notOffered', /^Your operator does not offer this: the gateway does not know it\./],
		['a refusal', '{"error":"Неправильный логин или пароль"}', 'refusedByGateway', /^The gateway refused the question/],
		['no connection', REFUSED, 'connectionRefused', /refused/],
	])('the balance (%s), the rest is shown, and the phones are not asked about', async (_, reaction, code, message) => {
		const { items, run, hint, bodies } = await estimated(gatewayThat(reaction), { items: 2 });

		expect(items).toMatchObject([
			{ ...plain, cost: null },
			{ ...plain, cost: null },
		]);
		const nothing = { least: null, most: null, currency: null, balance: null, coversLeast: null, coversMost: null };
		expect(run).toEqual({ ...nothing, withoutPrice: 2, problem: { code, message: expect.stringMatching(message) as string } });
		expect(hint).toContain(`What it would cost is not known. ${run.problem?.message ?? ''}`);
		expect(bodies).toHaveLength(1);
	});

	it('prices, the balance is shown', async () => {
		const { items, run } = await estimated(answeringWith({ money: MONEY }));

		expect(items).toMatchObject([{ ...plain, cost: null }]);
		expect(run).toMatchObject({ least: null, balance: 10, currency: 'RUR', problem: { code: 'noPrices' } });
	});

	it('operators, prices are those of any', async () => {
		const { items, run, hint } = await estimated(answeringWith({ money: MONEY, sms: PRICES }, { status: 404, text: '' }), { items: 2 });

		expect(items[0]?.cost).toMatchObject({ least: 1.15, most: 3.25, operator: null, steps: [{}, { least: 1.7, most: 2.1 }] });
		const message =
			'Of 2 of 2 phones the operator is not known: their prices are the least and the most of any operator. Your operator does not offer this: the gateway answered with HTTP status 404.';
		expect(run).toMatchObject({ least: 2.3, most: 6.5, problem: { code: 'notOffered', message } });
		expect(hint).toContain(message);
	});

	it('after Stop, there was no time', async () => {
		const { run } = await estimated(answeringWith({ money: MONEY }), { signal: AbortSignal.abort() });

		expect(run.problem).toMatchObject({ code: 'notReached' });
	});
});

it('a fault of the node keeps nobody from seeing the rest', async () => {
	const asked = jest.spyOn(AccountQuestions.prototype, 'balance').mockRejectedValue(new TypeError('broken'));
	const { items, run } = await estimated(gatewayThat(''));
	asked.mockRestore();

	expect(items).toMatchObject([{ willBeSent: true, cost: null }]);
	expect(run.problem).toMatchObject({ code: 'nodeFault' });
});

it('is the sum of its items, to the last digit', async () => {
	const amount = fc.nat(9_999_999).map((millionths) => `${millionths}e-6`);
	await fc.assert(
		fc.asyncProperty(fc.tuple(amount, amount, amount), fc.integer({ min: 1, max: 12 }), async ([mts, beeline, viber], items) => {
			const prices = [price('МТС', mts), price('Билайн', beeline), price('Россия', viber, 'viber')];
			const told = await estimated(answeringWith({ money: MONEY, sms: prices }), { items });
			const sumOf = (name: 'least' | 'most'): bigint =>
				told.items.reduce((sum, { cost }) => sum + BigInt(Math.round(Number((cost as IDataObject)[name]) * 1e6)), 0n);
			expect([told.run.least, told.run.most]).toEqual([Number(`${sumOf('least')}e-6`), Number(`${sumOf('most')}e-6`)]);
			expect(told.run.least ?? NaN).toBeLessThanOrEqual(told.run.most ?? NaN);
		}),
		RUNS,
	);
});
