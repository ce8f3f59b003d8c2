import type { Simulator } from '../../../simulator';
import { startSimulator } from '../../../simulator';
import { jsonOf, manyPhones } from '../send/kit';
import { asked, run } from './kit';

let simulator: Simulator;
beforeAll(async () => {
	simulator = await startSimulator();
});
afterAll(() => simulator.close());
beforeEach(() => simulator.reset());

it('tells operator, region and UTC offset of each phone, linked to its item', async () => {
	const result = await run(simulator, {
		what: 'phone.lookUp',
		items: [{ phone: '8 (916) 000-00-01, +7 900 000-00-01' }, { phone: '79130000001' }],
	});

	expect(jsonOf(result)).toEqual([
		{ phone: '79160000001', operator: 'МТС', region: expect.any(String) as string, utcOffset: '+03:00' },
		{
			phone: '79000000001',
			operator: 'Tele2',
			region: expect.any(String) as string,
			utcOffset: expect.stringMatching(/^\+\d\d:\d\d$/) as string,
		},
		{ phone: '79130000001', operator: null, region: null, utcOffset: null },
	]);
	expect(result.output[0]?.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 0 }, { item: 1 }]);
	expect(asked(simulator)).toMatchObject([{ type: 'def' }]);
});

it('names the phone that cannot be read, and looks up the others', async () => {
	const result = await run(simulator, {
		what: 'phone.lookUp',
		items: [{ phone: '12' }, { phone: '79160000001' }],
		onError: 'continueRegularOutput',
	});

	expect(jsonOf(result)).toMatchObject([
		{ phone: '12', error: { code: 'phoneInvalid', field: 'Phone' } },
		{ phone: '79160000001', operator: 'МТС' },
	]);
});

it('asks about 500 at a time, each once', async () => {
	const phones = manyPhones(1200);
	const result = await run(simulator, { what: 'phone.lookUp', items: [...phones, ...phones].map((phone) => ({ phone })) });

	expect(jsonOf(result).map(({ phone }) => phone)).toEqual([...phones, ...phones]);
	expect(
		asked(simulator)
			.map(({ phones: some }) => (some as string[]).length - 1)
			.sort(),
	).toEqual([200, 500, 500]);
});

it('where a request fails, its phones do and the others do not', async () => {
	simulator.faults.set({ fault: 'auth-refusal', nth: 2 });
	const result = await run(simulator, {
		what: 'phone.lookUp',
		items: manyPhones(600).map((phone) => ({ phone })),
		onError: 'continueErrorOutput',
	});

	expect(jsonOf(result, 0)).toHaveLength(500);
	expect(jsonOf(result, 1)).toHaveLength(100);
	expect(jsonOf(result, 1)[0]?.error).toMatchObject({ code: 'refusedByGateway', phone: '79000100500' });
});
