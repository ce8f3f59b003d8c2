import type { Simulator } from '../../../simulator';
import { startSimulator } from '../../../simulator';
import { jsonOf, onMessages, send, sms } from './kit';

let simulator: Simulator;
beforeAll(async () => {
	simulator = await startSimulator({ speed: 0 });
});
afterAll(() => simulator.close());
beforeEach(() => {
	simulator.reset();
});

const NOT_DELIVERED = '79990090001';
/** The parameter is not set: what a version has as its default counts. */
const byDefault = { simplify: undefined as never };

describe('a node added today', () => {
	it('tells in flat rows whom it sent to, and what one branches on', async () => {
		const result = await send(simulator, { parameters: byDefault });

		const messageId = simulator.messages[0]?.id;
		expect(jsonOf(result)).toEqual([{ phone: '79000000001', accepted: true, messageId, repeat: false }]);
	});

	it('adds the outcome where it waited for it', async () => {
		const running = send(simulator, { parameters: byDefault, options: { waitForFinalStates: 1, includeRawAnswer: true } });
		while (simulator.messages.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
		simulator.clock.advance(48 * 3_600_000);

		const [{ rawAnswer, ...json } = {}] = jsonOf(await running);
		expect(json).toEqual({
			...{ phone: '79000000001', accepted: true, messageId: simulator.messages[0]?.id, repeat: false },
			...{ outcome: 'delivered', deliveredBy: 'sms', totalPrice: 1.7, engagement: null },
		});
		expect(rawAnswer).toBeDefined();
	});

	it('tells failures whole, beside the rows and in the error that ends a run', async () => {
		const items = [{ phone: '79000000001' }, { phone: '12' }];
		const among = await send(simulator, { items, parameters: byDefault, onError: 'continueRegularOutput' });
		expect(jsonOf(among)[1]).toMatchObject({ phone: '12', accepted: false, error: { code: 'phoneInvalid', outcome: 'notSent' } });

		const refused = [{ phone: '79000000001' }, { phone: '79990170001' }];
		const { error } = await send(simulator, { items: refused, parameters: byDefault });
		expect(error).toMatchObject({ context: { data: { accepted: [{ phone: '79000000001', channels: { sms: {} }, parts: 1 }] } } });
	});

	it('tells in a row what became of a message, on its output', async () => {
		await send(simulator, { items: [{ phone: NOT_DELIVERED }] });
		const id = simulator.messages[0]?.id ?? '';
		simulator.clock.advance(48 * 3_600_000);
		const result = await onMessages(simulator, 'getStatus', [{ id }], { ...byDefault, splitByOutcome: true });

		const json = { messageId: id, outcome: 'notDelivered', deliveredBy: null, totalPrice: 1.7, engagement: null };
		expect(result.output.map((items) => items.map((item) => item.json))).toEqual([[], [json]]);
	});

	it('does not run with a step whose channel nobody chose: n8n says which field it is', async () => {
		const cascade = [sms, { sender: 'MyShop', text: 'Hello' }];

		await expect(async () => await send(simulator, { cascade })).rejects.toThrow('Parameter "Channel" is required');
		expect(simulator.messages).toEqual([]);
	});
});

describe('a node of version 1', () => {
	it('goes on telling everything, unless somebody simplifies it', async () => {
		const whole = await send(simulator, { typeVersion: 1, parameters: byDefault });
		expect(Object.keys(jsonOf(whole)[0] ?? {})).toContain('channels');

		const simple = await send(simulator, { typeVersion: 1, parameters: { simplify: true } });
		expect(Object.keys(jsonOf(simple)[0] ?? {})).toEqual(['phone', 'accepted', 'messageId', 'repeat']);
	});

	it('sends an SMS where a saved step names no channel, which was the default', async () => {
		const result = await send(simulator, { typeVersion: 1, cascade: [{ sender: 'MyShop', text: 'Hello' }] });

		expect(jsonOf(result)).toMatchObject([{ accepted: true, channels: { sms: {} } }]);
	});
});

describe.each([1, 2])('Send At, in version %d', (typeVersion) => {
	const moment = '2040-12-01T10:30';
	const SENT_AT = { accepted: true, sendAt: '2040-12-01T08:30:00+03:00' };
	const at = { typeVersion, timezone: 'Asia/Yekaterinburg' };

	it('stands above the options, and among them in workflows made before', async () => {
		expect(jsonOf(await send(simulator, { ...at, parameters: { sendAt: moment } }))).toMatchObject([SENT_AT]);
		expect(jsonOf(await send(simulator, { ...at, options: { sendAt: moment } }))).toMatchObject([SENT_AT]);
	});

	it('may be another for each item', async () => {
		const items = [{ phone: '79000000001', when: moment }, { phone: '79000000002', when: '2040-12-02T10:30' }, { phone: '79000000003' }];
		const result = await send(simulator, { ...at, items, parameters: { sendAt: '={{ $json.when }}' }, onError: 'continueRegularOutput' });

		expect(jsonOf(result)).toMatchObject([
			SENT_AT,
			{ accepted: true, sendAt: '2040-12-02T08:30:00+03:00' },
			{ error: { code: 'sendAtInvalid', outcome: 'notSent' } },
		]);
	});
});
