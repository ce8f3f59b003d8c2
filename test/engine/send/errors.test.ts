import type { Simulator } from '../../../simulator';
import { startSimulator } from '../../../simulator';
import { jsonOf, manyPhones, send, sms } from './kit';

let simulator: Simulator;
beforeAll(async () => {
	simulator = await startSimulator();
});
afterAll(() => simulator.close());
beforeEach(() => {
	simulator.reset();
});

const GOOD = '79000000001';
const STOP_LISTED = '79990170001';
const items = [
	{ phone: GOOD, crm: 1 },
	{ phone: '12', crm: 2 },
	{ phone: STOP_LISTED, crm: 3 },
];

const numbered = (clientMessageNumber: string) => ({ clientMessageIdFrom: 'number', clientMessageNumber });

const BAD_PHONE =
	'Phone "12" is not a valid number in Russia (RU), nor with a country code in front. Look whether a digit is missing or too many, and write it in the international form, e.g. +7 900 000-00-01.';
const REFUSED = `The gateway refused ${STOP_LISTED}: Номер в стоп-листе. The recipient is on the operator's stop list; do not write to them again until they are taken off.`;

describe.each(['json', 'xml'])('with On Error “continue”, over %s', (protocol) => {
	it('failed items stand in their place, with the reason and its code', async () => {
		const { output } = await send(simulator, { items, options: { protocol }, onError: 'continueRegularOutput' });

		expect(output[0]).toMatchObject([
			{ json: { phone: GOOD, accepted: true }, pairedItem: { item: 0 } },
			{
				json: {
					phone: '12',
					accepted: false,
					error: { message: BAD_PHONE, code: 'phoneInvalid', outcome: 'notSent', field: 'Phone', phone: '12' },
				},
				pairedItem: { item: 1 },
			},
			{
				json: {
					phone: STOP_LISTED,
					accepted: false,
					error: { message: REFUSED, code: 'refusedByGateway', outcome: 'refused', reason: 'stopList', phone: STOP_LISTED },
				},
				pairedItem: { item: 2 },
			},
		]);
	});
});

describe.each(['json', 'xml'])('with On Error “error output”, over %s', (protocol) => {
	it('failed items go to it with the fields of their input, the others go on', async () => {
		const result = await send(simulator, { items, options: { protocol }, onError: 'continueErrorOutput' });

		expect(jsonOf(result, 0)).toMatchObject([{ phone: GOOD, accepted: true }]);
		expect(jsonOf(result, 1)).toMatchObject([
			{ crm: 2, error: { message: BAD_PHONE } },
			{ crm: 3, error: { message: REFUSED } },
		]);
	});
});

describe('over GET', () => {
	it('a refused phone keeps its place among those of its URL', async () => {
		const result = await send(simulator, {
			items: [{ phone: GOOD }, { phone: STOP_LISTED }, { phone: '79000000003' }],
			options: { protocol: 'get' },
			onError: 'continueErrorOutput',
		});

		expect(simulator.requests).toHaveLength(1);
		expect(jsonOf(result, 0).map(({ phone, messageId }) => [phone, messageId])).toEqual(
			simulator.messages.map(({ phone, id }) => [phone, id]),
		);
		expect(jsonOf(result, 1)).toMatchObject([{ error: { message: REFUSED } }]);
	});

	it('a refusal of the whole URL concerns all its phones', async () => {
		const run = { items: [{ phone: GOOD }, { phone: '79000000003' }], options: { protocol: 'get' } };
		await send(simulator, run);
		const again = await send(simulator, { ...run, onError: 'continueErrorOutput' });

		const words = 'Попытка отправки более одного одинакового запроса в течение минуты';
		expect(jsonOf(again, 1)).toMatchObject([
			{ error: { message: `The gateway refused ${GOOD}: ${words}` } },
			{ error: { message: `The gateway refused 79000000003: ${words}` } },
		]);
	});
});

describe('with On Error “stop”', () => {
	it('one bad item stops the run before anything is sent', async () => {
		const { error, status } = await send(simulator, { items: items.slice(0, 2) });

		expect(status).toBe('error');
		expect(error).toMatchObject({
			message: BAD_PHONE,
			description: 'No message was accepted in this run.',
			context: { itemIndex: 1 },
		});
		expect(simulator.requests).toHaveLength(0);
	});

	it('keeps the IDs of accepted messages with the error', async () => {
		const { error } = await send(simulator, { items: [{ phone: GOOD }, { phone: STOP_LISTED }] });

		const [message] = simulator.messages;
		expect(error).toMatchObject({
			message: REFUSED,
			context: {
				itemIndex: 1,
				data: {
					accepted: [{ item: 0, phone: GOOD, messageId: message?.id }],
					failed: [{ item: 1, phone: STOP_LISTED, code: 'refusedByGateway' }],
				},
			},
		});
		expect(error?.description).toContain(`${GOOD} → ${message?.id}`);
	});

	it('makes no further requests, and says who was not sent to', async () => {
		const { error } = await send(simulator, {
			items: [{ phone: GOOD }, { phone: STOP_LISTED }, { phone: '79000000003' }],
			options: { recipientsPerRequest: 2 },
		});

		expect(simulator.requests).toHaveLength(1);
		expect(error).toMatchObject({
			context: { data: { failed: [{ item: 1 }, { item: 2, phone: '79000000003', code: 'notReached', outcome: 'notSent' }] } },
		});
	});
});

describe('several phones in one item', () => {
	it('fail one by one: the good ones are sent', async () => {
		const result = await send(simulator, { phone: `${GOOD}, 12, ${STOP_LISTED}`, onError: 'continueErrorOutput' });

		expect(jsonOf(result, 0)).toMatchObject([{ phone: GOOD }]);
		expect(jsonOf(result, 1)).toMatchObject([{ error: { message: BAD_PHONE } }, { error: { message: REFUSED } }]);
	});
});

describe('checked before sending', () => {
	const viber = { channel: 'viber', sender: 'S', text: 'T' };
	it.each([
		['no phone', { phone: ' ' }, 'phoneMissing', 'Phone'],
		['no channel', { cascade: [] }, 'cascadeEmpty', 'Cascade'],
		['a channel twice', { cascade: [sms, sms] }, 'channelRepeated', 'Cascade'],
		['an unknown channel', { cascade: [{ channel: 'fax' }] }, 'channelUnknown', 'Channel'],
		['no sender', { cascade: [{ channel: 'sms', sender: '={{ "" }}', text: 'T' }] }, 'fieldMissing', 'SMS Sender'],
		['an empty text', { cascade: [{ channel: 'sms', sender: 'S', text: ' ' }] }, 'fieldMissing', 'SMS Text'],
		['a text that is an object', { cascade: [{ ...sms, text: '={{ { a: 1 } }}' }] }, 'valueNotReadable', 'SMS Text'],
		['a long Viber text', { cascade: [{ ...viber, text: '😀'.repeat(1001) }] }, 'textTooLong', 'Viber Text'],
		['half a button', { cascade: [{ ...viber, options: { buttonText: 'Go' } }] }, 'fieldAlone', 'Viber Button URL'],
		['a picture without a button', { cascade: [{ ...viber, options: { imageUrl: 'x' } }] }, 'fieldAlone', 'Viber Button Text'],
		['no minutes', { cascade: [{ ...viber, options: { validityPeriod: 0.5 } }] }, 'minutesInvalid', 'Viber Validity (Minutes)'],
		[
			'parameters that are no object',
			{ cascade: [{ channel: 'vk', templateId: '1', parametersAs: 'json', parametersJson: '[1' }] },
			'valueNotReadable',
			'VK Template Parameters',
		],
		['an impossible date', { options: { sendAt: '2026-02-30T10:00:00' } }, 'sendAtInvalid', 'Send At'],
		['a client ID that is no number', { parameters: numbered('order-42') }, 'clientMessageIdInvalid', 'Client Message ID'],
		['an empty client number', { parameters: numbered('={{ "" }}') }, 'clientMessageIdMissing', 'Number'],
		['an empty key', { parameters: { clientMessageIdFrom: 'key', clientMessageKey: '={{ "" }}' } }, 'clientMessageIdMissing', 'Key'],
		['a client ID over GET', { parameters: numbered('7'), options: { protocol: 'get' } }, 'protocolCannotCarry', 'Client Message ID'],
		['too many retries', { options: { retries: 11 } }, 'valueNotReadable', 'Retries'],
		['a campaign over GET', { options: { protocol: 'get', campaignName: 'A' } }, 'protocolCannotCarry', 'Campaign Name'],
		['a long URL over GET', { options: { protocol: 'get' }, cascade: [{ ...sms, text: 'ы'.repeat(400) }] }, 'urlTooLong', 'Protocol'],
		['a NUL in XML', { options: { protocol: 'xml' }, cascade: [{ ...sms, text: 'a\u0000b' }] }, 'characterNotAllowed', 'SMS Text'],
		['an unknown country', { defaultCountry: 'XX' }, 'valueNotReadable', 'Default Country'],
		['no recipients in a request', { options: { recipientsPerRequest: 0 } }, 'valueNotReadable', 'Recipients per Request'],
	])('%s', async (_, run, code, field) => {
		const result = await send(simulator, { ...run, onError: 'continueErrorOutput' });

		expect(jsonOf(result, 0)).toEqual([]);
		expect(jsonOf(result, 1).at(-1)).toMatchObject({
			error: { code, field, outcome: 'notSent', message: expect.stringContaining(field.replace('Viber Button', 'Button')) as unknown },
		});
		expect(simulator.messages).toHaveLength(0);
	});
});

describe('an expression that cannot be resolved', () => {
	it('is the failure of its own item only', async () => {
		const result = await send(simulator, {
			items: [{ phone: GOOD }, { phone: null }],
			phone: '={{ $json.phone ?? $("No such node").item.json.phone }}',
			onError: 'continueErrorOutput',
		});

		expect(jsonOf(result, 0)).toHaveLength(1);
		expect(jsonOf(result, 1)).toMatchObject([{ error: { code: 'valueNotReadable' } }]);
	});
});

describe('a client message ID used twice', () => {
	it('goes out once: the gateway would drop the second message', async () => {
		const result = await send(simulator, {
			items: [{ phone: GOOD }, { phone: '79000000002' }],
			parameters: numbered('7'),
			onError: 'continueErrorOutput',
		});

		expect(jsonOf(result, 0)).toMatchObject([{ phone: GOOD, clientMessageId: '7' }]);
		expect(jsonOf(result, 1)).toMatchObject([{ error: { code: 'clientMessageIdRepeated', phone: '79000000002' } }]);
	});
});

describe('an account that does not work', () => {
	const EXPOSED = 'in the credential is not encrypted, so nothing was sent';

	it.each([
		['http:// to another machine', { host: 'http://gateway.invalid' }, `The host ${EXPOSED}. Over http:// anyone`],
		[
			'http:// to an n8n on another machine',
			{ store: 'dataTable', n8nUrl: 'http://n8n.invalid' },
			`The n8n URL ${EXPOSED}. Over http:// anyone`,
		],
		['no n8n URL', { store: 'dataTable', n8nUrl: ' ' }, 'The n8n URL in the credential is not an address. Open the credential'],
	])('with %s sends nothing', async (_, account, words) => {
		const result = await send(simulator, { account, onError: 'continueErrorOutput' });

		expect(jsonOf(result, 1)).toMatchObject([
			{ error: { code: 'credentialNotUsable', outcome: 'notSent', message: expect.stringContaining(words) as unknown } },
		]);
		expect(simulator.requests).toHaveLength(0);
	});

	it('may travel over http:// when the user allows it', async () => {
		const result = await send({ url: 'http://gateway.invalid' }, { account: { allowPlainHttp: true }, onError: 'continueErrorOutput' });

		expect(jsonOf(result, 1)).toMatchObject([{ error: { code: 'hostNotFound', outcome: 'notSent' } }]);
	});

	it('fails every item with the gateway’s words', async () => {
		const result = await send(simulator, { account: { password: 'wrong' }, onError: 'continueErrorOutput' });

		expect(jsonOf(result, 0)).toEqual([]);
		expect(jsonOf(result, 1)).toMatchObject([
			{
				error: {
					message: `The gateway refused ${GOOD}: Неверный логин или пароль. Open the credential, correct login and password or the token, and try again.`,
					...{ code: 'refusedByGateway', outcome: 'refused', reason: 'access' },
				},
			},
		]);
	});

	it.each([
		['host', { host: 'ftp://x' }, 'The host in the credential is not an address'],
		['time zone', { timeZone: 'Moscow' }, '"Moscow" in the credential is not a time zone'],
	])('says so when its %s cannot be used, whatever On Error says', async (_, account, message) => {
		const stopped = await send(simulator, { account });
		const continued = await send(simulator, { account, onError: 'continueErrorOutput' });

		expect(stopped.error).toMatchObject({ message });
		expect(jsonOf(continued, 0)).toEqual([]);
		expect(jsonOf(continued, 1)).toMatchObject([{ error: { code: 'credentialNotUsable', outcome: 'notSent' } }]);
	});
});

describe('a recipient refused in a request of many', () => {
	it('leaves the others accepted', async () => {
		const phones = [...manyPhones(20), STOP_LISTED];
		const result = await send(simulator, { items: phones.map((phone) => ({ phone })), onError: 'continueErrorOutput' });

		expect(jsonOf(result, 0)).toHaveLength(20);
		expect(jsonOf(result, 1)).toMatchObject([{ error: { message: REFUSED } }]);
	});
});
