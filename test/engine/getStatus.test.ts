import type { Simulator } from '../../simulator';
import { startSimulator } from '../../simulator';
import type { NodeResult } from './harness';
import { jsonOf, onMessages, send } from './send/kit';

type Run = Parameters<typeof onMessages> extends [unknown, unknown, ...infer Rest] ? Rest : never;

let simulator: Simulator;
beforeAll(async () => {
	simulator = await startSimulator({ speed: 0 });
});
afterAll(() => simulator.close());
beforeEach(() => {
	simulator.reset();
});

const viberThenSms = [
	{ channel: 'viber', sender: 'MyShop', text: 'Hello' },
	{ channel: 'sms', sender: 'MyShop', text: 'Hello' },
];

/** Sends to the phones and returns their message IDs. */
async function sent(...phones: string[]): Promise<string[]> {
	await send(simulator, { items: phones.map((phone) => ({ phone })), cascade: viberThenSms });
	return simulator.messages.map(({ id }) => id);
}

const getStatus = async (...run: Run): Promise<NodeResult> => await onMessages(simulator, 'getStatus', ...run);

const READ = '79990010001';
const FALLS_TO_SMS = '79990060001';
const EXPIRED = '79990080001';
const NOT_DELIVERED = '79990090001';
const NO_RECEIPT = '79990100001';
const NEVER = '79990140001';

describe('a status', () => {
	it('says who delivered, when, and at what price', async () => {
		const [id] = await sent(FALLS_TO_SMS);
		simulator.clock.advance(48 * 3_600_000);
		const result = await getStatus([{ id }]);

		expect(result.output[0]?.[0]?.pairedItem).toEqual({ item: 0 });
		const [status] = jsonOf(result);
		expect(status).toMatchObject({
			messageId: id,
			outcome: 'delivered',
			final: true,
			state: 'deliver',
			deliveredBy: 'sms',
			channels: { viber: { price: 0 }, sms: { state: 'deliver', parts: 1 } },
		});
		expect(status?.changedAt).toMatch(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\+03:00$/);
		expect(typeof status?.totalPrice).toBe('number');
	});

	it.each([
		[READ, 'delivered'],
		[EXPIRED, 'expired'],
		[NOT_DELIVERED, 'notDelivered'],
		[NO_RECEIPT, 'noReceipt'],
		[NEVER, 'inProgress'],
	])('of %s is %s, whichever the protocol', async (phone, outcome) => {
		const [id] = await sent(phone);
		simulator.clock.advance(48 * 3_600_000);
		for (const protocol of ['json', 'xml', 'get']) {
			expect(jsonOf(await getStatus([{ id }], { options: { protocol } }))).toMatchObject([
				{ messageId: id, outcome, final: outcome !== 'inProgress' },
			]);
		}
	});

	it('of a message just sent is in progress, even if the gateway does not know its ID yet', async () => {
		const [id] = await sent('79990160001');
		expect(jsonOf(await getStatus([{ id }]))).toMatchObject([
			{ outcome: 'inProgress', final: false, state: 'Сообщение с таким ID не принималось' },
		]);
	});

	it.each(['json', 'xml', 'get'])('of an ID nobody knows is unknown, with the gateway’s words, over %s', async (protocol) => {
		expect(jsonOf(await getStatus([{ id: '999' }], { options: { protocol } }))).toMatchObject([
			{ outcome: 'unknown', final: true, state: 'Сообщение с таким ID не принималось', changedAt: null },
		]);
	});
});

describe('many messages', () => {
	it('are asked about in batches, and answered in input order', async () => {
		const phones = Array.from({ length: 7 }, (_, index) => String(79000100000 + index));
		const ids = await sent(...phones);
		simulator.reset();
		const result = await getStatus(
			ids.map((id) => ({ id })),
			{ options: { recipientsPerRequest: 3 } },
		);

		expect(simulator.requests.map(({ recipients }) => recipients)).toEqual([3, 3, 1]);
		expect(jsonOf(result).map(({ messageId }) => messageId)).toEqual(ids);
	});

	it('can stand in one item', async () => {
		const ids = await sent('79000000001', '79000000002');
		const result = await getStatus([{ id: ids.join(', ') }, { id: ids }]);

		expect(result.output[0]?.map(({ json, pairedItem }) => [json.messageId, pairedItem])).toEqual([
			[ids[0], { item: 0 }],
			[ids[1], { item: 0 }],
			[ids[0], { item: 1 }],
			[ids[1], { item: 1 }],
		]);
		expect(simulator.requests.at(-1)).toMatchObject({ operation: 'state', recipients: 2 });
	});
});

describe('split by outcome', () => {
	it('gives each message to its own output', async () => {
		const ids = await sent(READ, EXPIRED, NEVER, NO_RECEIPT, NOT_DELIVERED);
		simulator.clock.advance(48 * 3_600_000);
		const result = await getStatus(
			[...ids, '999'].map((id) => ({ id })),
			{ splitByOutcome: true },
		);

		expect(jsonOf(result, 0).map(({ outcome }) => outcome)).toEqual(['delivered']);
		expect(jsonOf(result, 1).map(({ outcome }) => outcome)).toEqual(['expired', 'notDelivered']);
		expect(jsonOf(result, 2).map(({ outcome }) => outcome)).toEqual(['noReceipt', 'unknown']);
		expect(jsonOf(result, 3).map(({ outcome }) => outcome)).toEqual(['inProgress']);
	});

	it('has the error output last', async () => {
		const ids = await sent(READ);
		simulator.clock.advance(48 * 3_600_000);
		const result = await getStatus(
			[...ids, ''].map((id) => ({ id })),
			{ splitByOutcome: true },
			{ onError: 'continueErrorOutput' },
		);

		expect(jsonOf(result, 0)).toHaveLength(1);
		expect(jsonOf(result, 4)).toMatchObject([{ error: { code: 'messageIdMissing', field: 'Message ID' } }]);
	});
});

describe('a gateway that fails', () => {
	it.each([
		['refuse', 'connectionRefused'],
		['status-500', 'httpStatus'],
		['missing-recipients', 'notAnswered'],
	])('(%s) is told for each message, with its ID', async (fault, code) => {
		const [id] = await sent(READ);
		simulator.faults.set({ fault });
		const result = await getStatus([{ id }], {}, { onError: 'continueErrorOutput' });

		expect(jsonOf(result, 1)).toMatchObject([
			{ error: { code, messageId: id, message: expect.stringContaining(`The status of message ${id} is not known. `) as unknown } },
		]);
	});

	it('stops the run with On Error “stop”, in words about statuses and none about sending', async () => {
		const [id] = await sent(READ);
		const { error } = await getStatus([{ id }, { id: 'no such id' }, {}]);

		expect(error).toMatchObject({
			message: 'Message ID "no such id" is not an ID the gateway gives; those are digits, e.g. 1179038981.',
			description:
				'The status of 1 more message is not known either. The status of 1 other message is known, and stands in the details under Error data.',
			context: {
				data: {
					accepted: [{ item: 0, messageId: id }],
					failed: [
						{ item: 1, code: 'messageIdInvalid', field: 'Message ID' },
						{ item: 2, code: 'messageIdMissing' },
					],
				},
			},
		});
		expect(JSON.stringify(error)).not.toContain('notSent');
	});

	it('leaves a row with the ID for each message in “continue” mode', async () => {
		const [id] = await sent(READ);
		simulator.faults.set({ fault: 'status-500' });
		const result = await getStatus([{ id }, {}], {}, { onError: 'continueRegularOutput' });

		expect(jsonOf(result)).toEqual([
			{ messageId: id, error: { message: expect.stringContaining('is not known') as unknown, code: 'httpStatus', messageId: id } },
			{ messageId: null, error: { message: 'Message ID is empty; give at least one.', code: 'messageIdMissing', field: 'Message ID' } },
		]);
	});

	it('is asked again in a loop; what names no message leaves it', async () => {
		const [id] = await sent(READ);
		simulator.faults.set({ fault: 'status-500' });
		const result = await getStatus([{ id }, {}], { splitByOutcome: true }, { onError: 'continueRegularOutput' });

		expect([0, 1, 2, 3].map((output) => jsonOf(result, output).map(({ messageId }) => messageId))).toEqual([[], [], [null], [id]]);
	});

	it('that cannot be asked at all is no message delivered', async () => {
		const result = await getStatus(
			[{ id: '1' }],
			{ splitByOutcome: true, options: { protocol: 'fax' } },
			{ onError: 'continueRegularOutput' },
		);

		expect([0, 1, 2, 3].map((output) => jsonOf(result, output).length)).toEqual([0, 0, 1, 0]);
	});
});
