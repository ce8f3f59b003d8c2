import { isRecord } from '../../../demo/json';
import type { Simulator } from '../../../simulator';
import { startSimulator } from '../../../simulator';
import { jsonOf, manyPhones } from '../send/kit';
import { asked, run, start } from './kit';

let simulator: Simulator;
beforeAll(async () => {
	simulator = await startSimulator();
});
afterAll(() => simulator.close());
beforeEach(() => simulator.reset());

const [ANNA, BORIS, CLARA] = ['79160000001', '79160000002', '79160000003'];
const items = [{ phone: ANNA }, { phone: BORIS }, { phone: CLARA }];
const stopped = (): string[] => [...simulator.account.stopList];

it('Add puts phones on the list, and says so of each', async () => {
	const result = await run(simulator, { what: 'stopList.add', items: [{ phone: `${ANNA}; 8 916 000 00 02` }, { phone: CLARA }] });

	expect(jsonOf(result)).toEqual([ANNA, BORIS, CLARA].map((phone) => ({ phone, done: 'added' })));
	expect(result.output[0]?.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 0 }, { item: 1 }]);
	expect(stopped()).toEqual([ANNA, BORIS, CLARA]);
	expect(asked(simulator)).toMatchObject([{ type: 'stop', add_stop: [ANNA, BORIS, CLARA] }]);
});

it('Remove takes phones off it, and says who was not there', async () => {
	simulator.changeAccount({ stopList: [ANNA] });

	expect(jsonOf(await run(simulator, { what: 'stopList.remove', items }))).toEqual([
		{ phone: ANNA, done: 'removed' },
		{ phone: BORIS, done: 'notFound' },
		{ phone: CLARA, done: 'notFound' },
	]);
	expect(stopped()).toEqual([]);
});

it('Get Many gives as many as are wanted', async () => {
	simulator.changeAccount({ stopList: manyPhones(120) });
	const some = async (parameters: { returnAll?: boolean; limit?: number }): Promise<unknown[]> =>
		jsonOf(await run(simulator, { what: 'stopList.getMany', parameters })).map(({ phone }) => phone);

	expect(await some({})).toEqual(manyPhones(50));
	expect(await some({ limit: 2 })).toEqual(manyPhones(2));
	expect(await some({ returnAll: true })).toEqual(manyPhones(120));
});

it('10,000 phones go in 20 requests, one after another', async () => {
	const phones = manyPhones(10_000);
	const result = await run(simulator, { what: 'stopList.add', items: phones.map((phone) => ({ phone })) });

	expect(jsonOf(result).map(({ phone }) => phone)).toEqual(phones);
	expect(asked(simulator).flatMap(({ add_stop: added }) => added)).toEqual(phones);
	expect(asked(simulator).map(({ add_stop: added }) => (added as string[]).length)).toEqual(Array<number>(20).fill(500));
	expect(Math.max(...simulator.requests.map(({ atOnce }) => atOnce))).toBe(1);
});

it('the same phone in many items is one change', async () => {
	const result = await run(simulator, { what: 'stopList.add', items: [{ phone: ANNA }, { phone: BORIS }, { phone: ANNA }] });

	expect(jsonOf(result).map(({ done }) => done)).toEqual(['added', 'added', 'added']);
	expect(asked(simulator)).toMatchObject([{ add_stop: [ANNA, BORIS] }]);
});

describe('a phone that cannot be read', () => {
	const spoilt = [{ phone: ANNA }, { phone: '12' }];

	it('ends the run before anything is changed, with On Error “stop”', async () => {
		const { error } = await run(simulator, { what: 'stopList.add', items: spoilt });

		expect(error?.message).toMatch(/^Phone "12" is not a valid number/);
		expect(error?.description).toMatch(/No change was surely made in this run/);
		expect(simulator.requests).toEqual([]);
	});

	it('leaves the others alone in the continue modes', async () => {
		const result = await run(simulator, { what: 'stopList.add', items: spoilt, onError: 'continueRegularOutput' });

		expect(jsonOf(result)).toMatchObject([
			{ phone: ANNA, done: 'added' },
			{ phone: '12', done: null, error: { code: 'phoneInvalid', outcome: 'notDone' } },
		]);
	});
});

describe('a request that fails', () => {
	const thousand = manyPhones(1000).map((phone) => ({ phone }));

	it('with On Error “stop” is the last, and the error tells what was done', async () => {
		simulator.faults.set({ fault: 'auth-refusal', nth: 1 });
		const { error } = await run(simulator, { what: 'stopList.add', items: thousand });

		expect(simulator.requests).toHaveLength(1);
		expect(error?.message).toMatch(/^79000100000 was not put on the stop list\. The gateway refused the question: /);
		expect(error?.description).toMatch(/^999 more changes were not made\. No change was surely made/);
		const data = isRecord(error) && isRecord(error.context) && isRecord(error.context.data) ? error.context.data : {};
		expect((data.failed as unknown[])[999]).toMatchObject({ code: 'notReached', outcome: 'notDone' });
	});

	it('with On Error “continue” leaves the others alone', async () => {
		simulator.faults.set({ fault: 'auth-refusal', nth: 1 });
		const result = await run(simulator, { what: 'stopList.add', items: thousand, onError: 'continueErrorOutput' });

		expect(jsonOf(result, 0)).toHaveLength(500);
		expect(jsonOf(result, 1)).toHaveLength(500);
		expect(jsonOf(result, 1)[0]?.error).toMatchObject({ code: 'refusedByGateway', outcome: 'refused', phone: '79000100000' });
	});

	it('may have been made when its answer is lost, and is not made again', async () => {
		simulator.faults.set({ fault: 'reset-after-body' });
		const result = await run(simulator, { what: 'stopList.add', items, options: { retries: 2 }, onError: 'continueRegularOutput' });

		expect(jsonOf(result)[0]).toMatchObject({
			phone: ANNA,
			done: null,
			error: {
				code: 'connectionLost',
				outcome: 'unknown',
				message: expect.stringMatching(/^79160000001 may have been put on the stop list\. /) as string,
			},
		});
		expect(simulator.requests).toHaveLength(1);
	});
});

it('an operator who does not offer this is asked once', async () => {
	simulator.changeAccount({ offered: false });
	const result = await run(simulator, {
		what: 'stopList.add',
		items: manyPhones(1000).map((phone) => ({ phone })),
		onError: 'continueRegularOutput',
	});

	expect(simulator.requests).toHaveLength(1);
	expect(new Set(jsonOf(result).map(({ error }) => isRecord(error) && error.code))).toEqual(new Set(['notOffered']));
});

it('after Stop no further request is made, and the one under way is told', async () => {
	simulator.faults.set({ fault: 'slow', seconds: 0.3 });
	const running = start(simulator, {
		what: 'stopList.add',
		items: manyPhones(1000).map((phone) => ({ phone })),
		onError: 'continueRegularOutput',
	});
	while (simulator.requests.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
	running.cancel();
	await running.result;

	expect(simulator.requests).toHaveLength(1);
});
