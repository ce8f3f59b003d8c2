import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { IDataObject } from 'n8n-workflow';

import { isRecord } from '../../demo/json';
import type { Simulator } from '../../simulator';
import { startSimulator } from '../../simulator';
import type { NodeResult } from './harness';
import { startNode } from './harness';
import type { SendRun } from './send/kit';
import { jsonOf, manyPhones, send, sendCanvas, sms } from './send/kit';

let simulator: Simulator;
beforeAll(async () => {
	simulator = await startSimulator();
});
afterAll(() => simulator.close());
beforeEach(() => {
	simulator.reset();
	simulator.changeAccount({ balance: 100, surcharges: { МТС: 0.5 } });
});

const VIBER = { channel: 'viber', sender: 'MyShop', text: 'Готово' };
const [MTS, TELE2] = ['79160000001', '79000000001'];

/** Previews to somebody at МТС and somebody at Tele2, by Viber and then by SMS. */
const estimate = async (run: SendRun = {}): Promise<NodeResult> => await send(simulator, previewOf(run));
const previewOf = (run: SendRun): SendRun => ({
	items: [{ phone: MTS }, { phone: TELE2 }],
	cascade: [VIBER, sms],
	...run,
	parameters: { operation: 'preview', ...run.parameters },
	options: { estimateCost: true, ...run.options },
});

/** What the run costs, as its first item tells it. */
function runCostIn(result: NodeResult): IDataObject {
	const run = jsonOf(result)[0]?.run;
	return (isRecord(run) ? run.cost : {}) as IDataObject;
}

/** The item that the docs show as the node's. */
function sampleInDocs(): unknown {
	const page = readFileSync(join(__dirname, '..', '..', 'docs', 'sending.md'), 'utf8');
	const blocks = [...page.matchAll(/```json\n([^`]*)```/g)].map(([, text = '']) => text);
	return JSON.parse(blocks.find((text) => text.includes('"coversMost"')) ?? 'null');
}

const typesAsked = (): unknown[] => simulator.requests.map(({ body }) => (JSON.parse(body) as { type: unknown }).type);

it('tells what each recipient and the run would cost, and sends nothing', async () => {
	const result = await estimate();

	const stepsOf = (viber: number, text: number): object[] => [
		{ channel: 'viber', least: viber, most: viber },
		{ channel: 'sms', parts: 1, least: text, most: text },
	];
	expect(jsonOf(result)).toMatchObject([
		{ phone: MTS, cost: { least: 1.65, most: 3.85, currency: 'RUR', operator: 'МТС', steps: stepsOf(1.65, 2.2) } },
		{ phone: TELE2, cost: { least: 1.15, most: 2.85, currency: 'RUR', operator: 'Tele2', steps: stepsOf(1.15, 1.7) } },
	]);
	const money = { least: 2.8, most: 6.7, currency: 'RUR', balance: 100 };
	expect(runCostIn(result)).toEqual({ ...money, coversLeast: true, coversMost: true, withoutPrice: 0 });
	expect(result.hints).toMatchObject([
		{
			type: 'info',
			message:
				'Nothing was sent. Send would reach 2 recipients with 1 message in 1 request (Viber 2, SMS 2). SMS would take at most 2 parts. It would cost 2.80 to 6.70 RUR: the first channel alone, or all of them. The balance is 100.00 RUR, which suffices.',
		},
	]);
	expect(jsonOf(result)[0]).toEqual(sampleInDocs());
	expect(typesAsked()).toEqual(['balance', 'def']);
	expect(simulator.messages).toEqual([]);
});

it('asks nothing without the option', async () => {
	expect(jsonOf(await estimate({ options: { estimateCost: false } }))[0]).not.toHaveProperty('cost');
	expect(simulator.requests).toEqual([]);
});

it('is what is charged then, where the first channel delivers', async () => {
	const { least = null } = runCostIn(await estimate());
	await send(simulator, { items: [{ phone: MTS }, { phone: TELE2 }], cascade: [VIBER, sms] });
	simulator.clock.advance(86_400_000);

	expect(Math.round((100 - simulator.balance) * 100)).toBe(Number(least) * 100);
});

it('asks about 500 phones at a time, each once', async () => {
	const phones = manyPhones(1200);
	await estimate({ items: [...phones, ...phones].map((phone) => ({ phone })), options: { recipientsPerRequest: 500 } });

	const asked = simulator.requests.slice(1).map(({ body }) => (JSON.parse(body) as { phones: string[] }).phones.slice(0, -1));
	expect(asked.map(({ length }) => length).sort()).toEqual([200, 500, 500]);
	expect(asked.flat().sort()).toEqual(phones);
	expect(Math.max(...simulator.requests.map(({ atOnce }) => atOnce))).toBeLessThanOrEqual(5);
});

describe('the operator who offers', () => {
	it.each<[string, Parameters<Simulator['changeAccount']>[0], string]>([
		['nothing of this', { offered: false }, 'notOffered'],
		['no balance', { unknownTypes: ['balance'] }, 'notOffered'],
	])('%s is told so, and the rest is shown', async (_, account, code) => {
		simulator.changeAccount(account);
		const result = await estimate();

		expect(result.status).toBe('success');
		expect(jsonOf(result)).toMatchObject([
			{ phone: MTS, willBeSent: true, cost: null },
			{ phone: TELE2, willBeSent: true, cost: null },
		]);
		expect(runCostIn(result)).toMatchObject({ least: null, most: null, problem: { code } });
		expect(result.hints).toMatchObject([
			{ message: expect.stringContaining('What it would cost is not known. Your operator does not offer this:') as string },
		]);
		expect(simulator.requests).toHaveLength(1);
	});

	it('no look-up gives prices of any operator', async () => {
		simulator.changeAccount({ unknownTypes: ['def'] });
		const result = await estimate();

		expect(jsonOf(result)[0]?.cost).toMatchObject({ least: 1.15, most: 3.85, operator: null });
		expect(runCostIn(result)).toMatchObject({ least: 2.3, most: 7.7, problem: { code: 'notOffered' } });
	});
});

/** Faults that leave no answer, or none that can be read. */
const FAULTS = [
	'reset-before-body',
	'reset-after-body',
	'hang',
	'drip',
	'status-500',
	'html',
	'empty',
	'auth-refusal',
	'redirect',
	'echo',
	'cut',
];

it.each(FAULTS)('with the fault "%s" the plan is shown all the same, with the reason why there is no cost', async (fault) => {
	simulator.faults.set({ fault, operation: 'account' });
	const result = await estimate({ options: { timeout: 1 } });

	expect(result.status).toBe('success');
	expect(jsonOf(result)).toMatchObject([
		{ phone: MTS, willBeSent: true },
		{ phone: TELE2, willBeSent: true },
	]);
	expect(runCostIn(result).problem).toMatchObject({ code: expect.any(String) as string, message: expect.any(String) as string });
	expect(JSON.stringify([result.run.data, result.hints])).not.toContain('demo-password');
});

it('ends at once when the user presses Stop', async () => {
	simulator.faults.set({ fault: 'hang', operation: 'account' });
	const started = Date.now();
	const running = startNode(sendCanvas(simulator, previewOf({})));
	while (simulator.requests.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
	running.cancel();
	await running.result;

	expect(Date.now() - started).toBeLessThan(10_000);
	expect(simulator.requests).toHaveLength(1);
});
