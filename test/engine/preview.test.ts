import type { Simulator } from '../../simulator';
import { startSimulator } from '../../simulator';
import type { NodeResult } from './harness';
import type { SendRun } from './send/kit';
import { jsonOf, manyPhones, send, sms } from './send/kit';

let simulator: Simulator;
beforeAll(async () => {
	simulator = await startSimulator();
});
afterAll(() => simulator.close());
beforeEach(() => {
	simulator.reset();
});

const viber = { channel: 'viber', sender: 'MyShop', text: 'Hello, {{ $json.name }}!' };
const preview = async (run: SendRun = {}): Promise<NodeResult> =>
	await send(simulator, { ...run, parameters: { operation: 'preview', ...run.parameters } });

it('shows what each recipient would get, and sends nothing', async () => {
	const result = await preview({
		items: [
			{ phone: '8 (900) 000-00-01', name: 'Ann' },
			{ phone: '+7 900 000 00 02', name: 'Боря' },
		],
		cascade: [{ ...viber, text: '=Hello, {{ $json.name }}!' }, sms],
		options: { campaignName: 'Autumn' },
	});

	expect(result.status).toBe('success');
	const step = { channel: 'viber', sender: 'MyShop' };
	const short = { ...sms, encoding: 'gsm7', characters: 19, parts: 1 };
	expect(jsonOf(result)).toEqual([
		{
			...{ phone: '79000000001', willBeSent: true, clientMessageId: null, request: 1 },
			...{ sendAt: null, campaignName: 'Autumn', data: {}, cascade: [{ ...step, text: 'Hello, Ann!' }, short] },
			run: { recipients: 2, notSent: 0, messages: 2, requests: 1, channels: { viber: 2, sms: 2 }, parts: 2 },
		},
		{
			...{ phone: '79000000002', willBeSent: true, clientMessageId: null, request: 1 },
			...{ sendAt: null, campaignName: 'Autumn', data: {}, cascade: [{ ...step, text: 'Hello, Боря!' }, short] },
		},
	]);
	expect(result.hints).toMatchObject([
		{
			...{ type: 'info', location: 'outputPane' },
			message:
				'Nothing was sent. Send would reach 2 recipients with 2 messages in 1 request (Viber 2, SMS 2). SMS would take at most 2 parts.',
		},
	]);
	expect(simulator.requests).toEqual([]);
	expect(simulator.messages).toEqual([]);
});

it('shows what is attached, the own number, and when it goes out, on the gateway’s clock', async () => {
	const result = await preview({
		timezone: 'Asia/Tashkent',
		parameters: { clientMessageIdFrom: 'number', clientMessageNumber: '42' },
		options: { sendAt: '2040-12-01T10:30', attachDataJson: '={{ { contactId: 7 } }}' },
		account: { timeZone: 'Europe/Moscow' },
	});

	expect(jsonOf(result)).toMatchObject([{ clientMessageId: '42', sendAt: '2040-12-01T08:30:00+03:00', data: { contactId: 7 } }]);
});

it.each([
	['JSON by expression', { json: [{ json: '={{ { contactId: $json.id } }}' }] }, { contactId: 7 }],
	['JSON as text', { json: [{ json: '{"contactId": 8}' }] }, { contactId: 8 }],
	['named values', { values: [{ name: 'contactId', value: '={{ $json.id }}' }] }, { contactId: 7 }],
	['both', { values: [{ name: 'a', value: '1' }], json: [{ json: '{"b": 2}' }] }, { a: '1', b: 2 }],
])('shows what is attached as %s', async (_, attachData, data) => {
	const result = await preview({ items: [{ phone: '79000000001', id: 7 }], options: { attachData } });

	expect(jsonOf(result)).toMatchObject([{ data }]);
});

it('counts placeholders that give nothing', async () => {
	const { hints } = await preview({ cascade: [{ ...sms, text: '=Hello, {{ $json.name }}!' }] });

	expect(hints).toMatchObject([
		{ type: 'info' },
		{ message: expect.stringMatching(/^Texts with gaps: 1 placeholder gave nothing/) as string },
	]);
});

describe('the parts of an SMS', () => {
	it.each([
		['ж'.repeat(71), { encoding: 'ucs2', characters: 71, parts: 2 }],
		['€'.repeat(81), { encoding: 'gsm7', characters: 81, parts: 2 }],
		['x'.repeat(160), { encoding: 'gsm7', characters: 160, parts: 1 }],
	])('of %j are counted', async (text, parts) => {
		expect(jsonOf(await preview({ cascade: [{ ...sms, text }] }))).toMatchObject([{ cascade: [parts] }]);
	});

	it('are fewer without typographic characters, and it is said which', async () => {
		const text = `“Sale” — 50% ${'x'.repeat(80)}`;
		expect(jsonOf(await preview({ cascade: [{ ...sms, text }] }))).toMatchObject([
			{
				cascade: [
					{
						...{ encoding: 'ucs2', parts: 2, partsIfPlain: 1 },
						advice: 'Written plainly, this text takes 1 part instead of 2: “ ("), ” ("), — (-).',
					},
				],
			},
		]);
	});
});

describe('what would not be sent', () => {
	const items = [{ phone: '79000000001' }, { phone: '12' }, { phone: '' }, { phone: '79000000004' }];

	it('says why in its place, and stops nobody', async () => {
		const result = await preview({ items });

		expect(result.status).toBe('success');
		expect(jsonOf(result)).toMatchObject([
			{ phone: '79000000001', willBeSent: true, request: 1, run: { recipients: 2, notSent: 2 } },
			{
				...{ phone: '12', willBeSent: false },
				problem: { code: 'phoneInvalid', field: 'Phone', message: expect.stringMatching(/^Phone "12" is not a valid number/) as string },
			},
			{ phone: null, willBeSent: false, problem: { code: 'phoneMissing' } },
			{ phone: '79000000004', willBeSent: true, request: 1 },
		]);
		expect(result.hints).toMatchObject([
			{ type: 'warning', message: expect.stringContaining('Not sent to: 2, see "problem" in their items.') as string },
		]);
	});

	it('goes to the error output where there is one', async () => {
		const result = await preview({ items, onError: 'continueErrorOutput' });

		expect(jsonOf(result, 0)).toMatchObject([{ phone: '79000000001' }, { phone: '79000000004' }]);
		expect(jsonOf(result, 1)).toMatchObject([{ error: { message: expect.stringMatching(/^Phone "12"/) as string } }, { error: {} }]);
	});

	it('breaks a rule of the gateway as in Send', async () => {
		const result = await preview({ cascade: [{ ...viber, text: 'x'.repeat(1001) }] });

		expect(jsonOf(result)).toMatchObject([{ phone: '79000000001', willBeSent: false, problem: { code: 'textTooLong' } }]);
		expect(result.hints).toMatchObject([
			{ message: expect.stringContaining('Send would reach 0 recipients with 0 messages in 0 requests.') as string },
		]);
	});

	it('has been said for the whole run when the credential cannot be used', async () => {
		const { status, error } = await preview({ account: { host: 'not a host' } });

		expect([status, error?.message]).toEqual(['error', 'The host in the credential is not an address']);
	});
});

describe('requests', () => {
	it('are numbered as Send makes them', async () => {
		const items = manyPhones(1200).map((phone) => ({ phone }));
		const lines = jsonOf(await preview({ items }));

		expect([lines[0]?.request, lines[499]?.request, lines[500]?.request, lines[1199]?.request]).toEqual([1, 1, 2, 3]);
		expect(lines[0]?.run).toMatchObject({ messages: 3, requests: 3 });
		await send(simulator, { items });
		expect(simulator.requests).toHaveLength(3);
	});

	it.each(['json', 'xml', 'get'])('are shown as they would be made over %s, without secrets', async (protocol) => {
		const options = { includeDocuments: true, protocol };
		const [line] = jsonOf(await preview({ options }));
		await send(simulator, { options: { protocol } });
		const shown = JSON.stringify(line?.document);

		expect(shown).toContain('79000000001');
		expect(shown).not.toMatch(/demo/);
		expect(line?.document).toMatchObject({ method: protocol === 'get' ? 'GET' : 'POST', path: simulator.requests[0]?.path });
	});

	it('are shown with their first recipient alone', async () => {
		const lines = jsonOf(
			await preview({ items: [{ phone: '79000000001' }, { phone: '79000000002' }], options: { includeDocuments: true } }),
		);

		expect(lines.map((line) => 'document' in line)).toEqual([true, false]);
	});
});
