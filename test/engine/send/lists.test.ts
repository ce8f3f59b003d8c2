import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { isRecord } from '../../../demo/json';
import type { Simulator } from '../../../simulator';
import { startSimulator } from '../../../simulator';
import type { NodeResult } from '../harness';
import { retryExecution, runNode } from '../harness';
import type { SendRun } from './kit';
import { jsonOf, send, sendCanvas, sms } from './kit';

const [ANNA, BORIS, CLARA, STOPPED] = ['79160000001', '79160000002', '79210000001', '79990170001'];
const LISTS = [
	{ id: '4', name: 'Shop', contacts: [{ phone: ANNA, name: 'Anna' }, { phone: BORIS, name: 'Boris' }, { phone: STOPPED }] },
	{
		id: '5',
		name: 'Club',
		contacts: [
			{ phone: CLARA, name: 'Clara' },
			{ phone: ANNA, name: 'Anna' },
		],
	},
	{ id: '6', name: 'Tired', contacts: [{ phone: BORIS }] },
	{ id: '7', name: 'Nobody', contacts: [] },
];

let simulator: Simulator;
beforeAll(async () => {
	simulator = await startSimulator({ startTime: new Date('2026-12-01T09:00:00Z'), timeZone: 'Europe/Moscow' });
});
afterAll(() => simulator.close());
beforeEach(() => {
	simulator.reset();
	simulator.changeAccount({ sendsToLists: true, contactLists: LISTS });
});

const locator = (value: string): INodeParameters => ({ __rl: true, mode: 'id', value });
const listsOf = (...ids: string[]): INodeParameters => ({ lists: ids.map((id) => ({ contactList: locator(id) })) });

/** The parameters of Send to List. */
const toLists = (lists: INodeParameters, run: SendRun = {}): SendRun => ({
	items: [{}],
	cascade: [{ ...sms, text: 'Hello, #name#!' }],
	...run,
	parameters: { operation: 'sendToList', contactLists: lists, ...run.parameters },
});
const sendTo = async (lists: INodeParameters, run: SendRun = {}): Promise<NodeResult> => await send(simulator, toLists(lists, run));
const failuresOf = (result: NodeResult): unknown[] => jsonOf(result, 1).map(({ error }) => error);
const sent = (): unknown[] => simulator.messages.map(({ phone, content }) => [phone, content.texts.sms]);

describe('Send to List', () => {
	it('tells of each list who is sent to, and of each number that is refused', async () => {
		const result = await sendTo(listsOf('4', '7'), { onError: 'continueErrorOutput' });

		expect(jsonOf(result)).toEqual([
			{
				...{ contactList: '4', accepted: true, recipients: 2, refused: 1, sendAt: null, protocol: 'json', request: 1 },
				messages: [ANNA, BORIS].map((phone) => ({ phone, messageId: expect.stringMatching(/^\d+$/) as string, parts: 1 })),
			},
			{ contactList: '7', accepted: true, recipients: 0, refused: 0, sendAt: null, messages: [], protocol: 'json', request: 1 },
		]);
		const sample =
			/```json\n(\{\s+"contactList"[^`]*)```/.exec(readFileSync(join(__dirname, '../../../docs/sending.md'), 'utf8'))?.[1] ?? '';
		expect(jsonOf(result)[0]).toEqual(JSON.parse(sample));
		expect(failuresOf(result)).toEqual([
			{
				...{ code: 'refusedByGateway', outcome: 'refused', reason: 'stopList', phone: STOPPED, contactList: '4', request: 1 },
				message: expect.stringMatching(/^The gateway refused 79990170001 of contact list 4: Номер в стоп-листе\. /) as string,
			},
		]);
		expect(sent()).toEqual([
			[ANNA, 'Hello, Anna!'],
			[BORIS, 'Hello, Boris!'],
		]);
	});

	it('sends once to who is on several lists, by the first of them', async () => {
		await sendTo(listsOf('4', '5'), { onError: 'continueErrorOutput' });

		expect(sent()).toEqual([
			[ANNA, 'Hello, Anna!'],
			[BORIS, 'Hello, Boris!'],
			[CLARA, 'Hello, Clara!'],
		]);
		expect(simulator.requests).toHaveLength(1);
	});

	it('skips the Stop Lists, and sends to each list at its own time', async () => {
		const lists = {
			lists: [
				{ contactList: locator('5'), sendAt: '2026-12-02T10:00:00' },
				{ contactList: locator('4'), sendAt: '' },
			],
		};
		const options = { stopLists: listsOf('6'), sendAt: '2026-12-03T10:00:00' };
		const result = await sendTo(lists, { options, onError: 'continueErrorOutput', timezone: 'Europe/Moscow' });

		expect(jsonOf(result).map(({ contactList, sendAt }) => [contactList, sendAt])).toEqual([
			['5', '2026-12-02T10:00:00+03:00'],
			['4', '2026-12-03T10:00:00+03:00'],
		]);
		expect(sent()).toEqual([
			[CLARA, 'Hello, Clara!'],
			[ANNA, 'Hello, Anna!'],
		]);
	});

	it('refuses a variable that no contact has, before anything is sent', async () => {
		const cascade = [{ ...sms, text: 'Hello, #nmae#!' }];
		const result = await sendTo(listsOf('4'), { cascade, onError: 'continueRegularOutput' });

		expect(jsonOf(result)).toMatchObject([{ contactList: '4', accepted: false, error: { code: 'variableUnknown', outcome: 'notSent' } }]);
		expect(simulator.requests).toEqual([]);
	});

	it.each([
		[listsOf(), 'contactListMissing', 'Contact Lists is empty; add at least one list.'],
		[listsOf('4', '4'), 'contactListInvalid', 'Contact Lists: list 4 stands there twice; each list may stand there once.'],
	])('refuses the lists %j', async (lists, code, message) => {
		const result = await sendTo(lists, { onError: 'continueRegularOutput' });

		expect(jsonOf(result)[0]?.error).toMatchObject({ code, message, field: 'Contact Lists' });
	});

	it('sends the same message to a list once, however many items there are', async () => {
		const items = [{ name: 'A' }, { name: 'A' }, { name: 'B' }];
		const cascade = [{ ...sms, text: '={{ $json.name }}' }];
		const result = await sendTo(listsOf('6'), { items, cascade, onError: 'continueErrorOutput' });

		expect(sent()).toEqual([
			[BORIS, 'A'],
			[BORIS, 'B'],
		]);
		expect(failuresOf(result)).toEqual([
			{
				...{ code: 'contactListRepeated', outcome: 'notSent', field: 'Contact Lists', contactList: '6' },
				message:
					'An earlier item sends this very message to contact list 6 already. To send it once, whatever the number of items, switch on Execute Once in the settings of the node.',
			},
		]);
	});

	it.each(['xml', 'get'])('says that %s has no place for lists', async (protocol) => {
		const result = await sendTo(listsOf('4'), { options: { protocol }, onError: 'continueRegularOutput' });

		expect(jsonOf(result)[0]?.error).toMatchObject({
			code: 'protocolCannotCarry',
			message: `${protocol.toUpperCase()} has no place for contact lists. Choose the protocol JSON.`,
		});
		expect(simulator.requests).toEqual([]);
	});

	it('says that the operator does not send to lists', async () => {
		simulator.changeAccount({ sendsToLists: false });
		const result = await sendTo(listsOf('4'), { onError: 'continueRegularOutput' });

		expect(jsonOf(result)[0]).toMatchObject({
			contactList: '4',
			accepted: false,
			error: {
				code: 'listsNotOffered',
				outcome: 'refused',
				message:
					'Your operator does not send to contact lists: Работа с базами контактов не подключена. Ask your operator to switch contact lists on, or send to phones.',
			},
		});
	});

	it('says it of an operator whose gateway does not know the field', async () => {
		const old = await startSimulator({ revision: 1 });
		const result = await send(old, toLists(listsOf('4'), { onError: 'continueRegularOutput' }));
		await old.close();

		expect(jsonOf(result)[0]?.error).toMatchObject({ code: 'listsNotOffered', outcome: 'refused' });
	});

	it('tells of a list that is not there, and sends to those before it', async () => {
		const result = await sendTo(listsOf('6', '77', '5'), { onError: 'continueErrorOutput' });

		expect(jsonOf(result)).toMatchObject([{ contactList: '6', recipients: 1 }]);
		expect(failuresOf(result)).toMatchObject([
			{ code: 'refusedByGateway', reason: 'contactListUnknown', contactList: '77' },
			{ contactList: '5', message: expect.stringMatching(/It may mean one of those that are skipped: 6, 77\.$/) as string },
		]);
	});
});

describe('under faults', () => {
	it('what may have been sent is never tried again', async () => {
		simulator.faults.set({ fault: 'reset-after-body' });
		const result = await sendTo(listsOf('6'), { options: { retries: 3 }, onError: 'continueRegularOutput' });

		expect(jsonOf(result)[0]).toMatchObject({
			contactList: '6',
			error: {
				code: 'connectionLost',
				outcome: 'unknown',
				message: expect.stringMatching(/^The message to contact list 6 may have been sent\. /) as string,
			},
		});
		expect(jsonOf(result)[0]?.error).not.toHaveProperty('phone');
		expect(sent()).toHaveLength(1);
	});

	it('what surely did not arrive is tried again', async () => {
		simulator.faults.set({ fault: 'status-429', next: 1, seconds: 0 });
		const result = await sendTo(listsOf('6'), { options: { retries: 1 } });

		expect(jsonOf(result)).toMatchObject([{ contactList: '6', recipients: 1 }]);
		expect(simulator.requests).toHaveLength(2);
	});

	it('an answer that breaks off loses no ID that came whole', async () => {
		simulator.faults.set({ fault: 'cut', fraction: 0.7 });
		const result = await sendTo(listsOf('4'), { onError: 'continueErrorOutput' });
		const told = JSON.stringify([jsonOf(result, 0), jsonOf(result, 1)]);

		expect(told).toContain(simulator.messages[0]?.id);
		expect(sent()).toHaveLength(2);
	});
});

describe('when the node runs again', () => {
	const canvas = (): Parameters<typeof runNode>[0] => ({ ...sendCanvas(simulator, toLists(listsOf('6', '77'))) });

	it('Retry On Fail sends to no list twice', async () => {
		const result = await runNode({ ...canvas(), retryOnFail: true, maxTries: 3 });

		expect(result.executions).toBe(3);
		expect(sent()).toHaveLength(1);
		const data =
			isRecord(result.error) && isRecord(result.error.context) && isRecord(result.error.context.data) ? result.error.context.data : {};
		expect((data.accepted as IDataObject[]).map(({ contactList }) => contactList)).toEqual(['6']);
		expect(result.error?.description).toBe(
			'Sent to before the stop: 6. What was accepted stands in the details under Error data: do not send to this list again.',
		);
	});

	it('nor does the Retry button', async () => {
		const failed = await runNode(canvas());
		await retryExecution(failed, canvas());

		expect(sent()).toHaveLength(1);
	});

	it('what may have been sent stays unknown', async () => {
		simulator.faults.set({ fault: 'reset-after-body', next: 1 });
		const result = await runNode({ ...canvas(), retryOnFail: true, maxTries: 2 });

		expect(sent()).toHaveLength(1);
		expect(result.error?.message).toMatch(/^The message to contact list 6 may have been sent/);
	});
});

describe('Send with Stop Lists', () => {
	const run = (options: INodeParameters): SendRun => ({
		items: [ANNA, BORIS].map((phone) => ({ phone })),
		options,
		onError: 'continueErrorOutput',
	});

	it('sends to nobody who is on them', async () => {
		const result = await send(simulator, run({ stopLists: listsOf('6') }));

		expect(jsonOf(result)).toMatchObject([{ phone: ANNA, accepted: true }]);
		expect(failuresOf(result)).toMatchObject([{ code: 'refusedByGateway', reason: 'stopList', outcome: 'refused', phone: BORIS }]);
	});

	it('are told by Preview', async () => {
		const result = await send(simulator, { ...run({ stopLists: listsOf('6', '7') }), parameters: { operation: 'preview' } });

		expect(jsonOf(result)).toMatchObject([{ phone: ANNA, willBeSent: true, stopLists: ['6', '7'] }, { phone: BORIS }]);
	});

	it('says what may be the matter with whom the gateway leaves out', async () => {
		simulator.faults.set({ fault: 'missing-recipients' });
		const result = await send(simulator, run({ stopLists: listsOf('7') }));

		expect(failuresOf(result)).toMatchObject([
			{
				phone: BORIS,
				outcome: 'unknown',
				message: expect.stringMatching(/Perhaps it is on one of the Stop Lists, whose numbers the gateway skips\.$/) as string,
			},
		]);
	});

	it.each(['xml', 'get'])('has no place for them over %s', async (protocol) => {
		const result = await send(simulator, run({ stopLists: listsOf('6'), protocol }));

		expect(failuresOf(result)[0]).toMatchObject({
			code: 'protocolCannotCarry',
			message: 'Stop Lists can only be sent over JSON. Remove it or choose the protocol JSON.',
		});
		expect(simulator.requests).toEqual([]);
	});

	it('puts nothing on the wire where there are none', async () => {
		await send(simulator, run({ stopLists: {} }));

		expect(simulator.requests[0]?.body).not.toContain('stop_base');
	});
});
