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

describe('a message to one recipient', () => {
	it('comes back with its ID, linked to its item', async () => {
		const { output, status } = await send(simulator);

		const [message] = simulator.messages;
		expect(status).toBe('success');
		expect(output).toEqual([
			[
				{
					json: {
						phone: '79000000001',
						accepted: true,
						repeat: false,
						messageId: message?.id,
						clientMessageId: null,
						sendAt: null,
						channels: { sms: { id: message?.channelId } },
						parts: 1,
						protocol: 'json',
						request: 1,
					},
					pairedItem: { item: 0 },
				},
			],
		]);
	});

	it.each(['json', 'xml', 'get'])('goes through the whole cascade in its order, over %s', async (protocol) => {
		const result = await send(simulator, {
			items: [{ phone: '+7 900 000-00-01', name: 'Анна & "Ко"\nпривет <3' }],
			options: { protocol },
			cascade: [
				{
					channel: 'viber',
					sender: 'MyShop',
					text: '=Hello, {{ $json.name }}!',
					options: {
						buttonText: 'Open',
						buttonUrl: 'https://shop.example/?a=1&b=2',
						imageUrl: 'https://shop.example/i.png',
						validityPeriod: 30,
						finaleRead: true,
					},
				},
				{
					channel: 'vk',
					templateId: '100',
					parametersAs: 'rows',
					parameters: { rows: [{ name: 'Name', value: '={{ $json.name }}' }] },
				},
				{ channel: 'sms', sender: 'MyShop', text: 'By SMS' },
				{ channel: 'whatsapp', sender: 'MyShop', text: 'By WhatsApp' },
			],
		});

		const [message] = simulator.messages;
		const text = 'Анна & "Ко"\nпривет <3';
		expect(message?.protocol).toBe(protocol);
		expect(message?.content.cascade.map((step) => step.channel)).toEqual(['viber', 'vk', 'sms', 'whatsapp']);
		expect(message?.content.cascade[0]).toMatchObject({
			sender: 'MyShop',
			text: `Hello, ${text}!`,
			button: { text: 'Open', url: 'https://shop.example/?a=1&b=2' },
			imageUrl: 'https://shop.example/i.png',
			validityMinutes: 30,
			finaleRead: true,
		});
		expect(message?.content.cascade[1]?.template).toEqual({ id: '100', data: new Map([['Name', text]]) });
		expect(jsonOf(result)).toMatchObject([{ messageId: message?.id, protocol }]);
	});

	it('has the channels in the order the user dragged them into', async () => {
		await send(simulator, { cascade: [sms, { channel: 'viber', sender: 'MyShop', text: 'Second' }] });

		expect(simulator.messages[0]?.content.cascade.map((step) => step.channel)).toEqual(['sms', 'viber']);
	});

	it('takes VK template parameters as JSON', async () => {
		const parametersJson = '={{ { Name: $json.name, "__proto__x": 5 } }}';
		await send(simulator, {
			items: [{ phone: '79000000001', name: 'Анна' }],
			cascade: [{ channel: 'vk', templateId: '100', parametersAs: 'json', parametersJson }],
		});

		expect(simulator.messages[0]?.content.cascade[0]?.template?.data).toEqual(
			new Map([
				['Name', 'Анна'],
				['__proto__x', '5'],
			]),
		);
	});

	it('carries campaign and client message ID, and the time on the gateway’s clock', async () => {
		const result = await send(simulator, {
			timezone: 'Asia/Novosibirsk',
			options: { campaignName: 'Осень', sendAt: '2099-12-01T14:30:00' },
			parameters: { clientMessageIdFrom: 'number', clientMessageNumber: '={{ 42 }}' },
		});

		const [message] = simulator.messages;
		expect(message).toMatchObject({ clientNumber: '42', content: { campaign: 'Осень' } });
		expect(message?.content.sendAt).toBe(Date.parse('2099-12-01T10:30:00+03:00'));
		expect(simulator.requests[0]?.body).toContain('"time_send":"2099-12-01 10:30"');
		expect(jsonOf(result)).toMatchObject([{ clientMessageId: '42' }]);
	});

	it('takes the time from a date expression', async () => {
		const sendAt = '={{ DateTime.fromISO("2099-12-01T10:30:00Z") }}';
		await send(simulator, { options: { sendAt }, account: { timeZone: 'Europe/Kyiv' } });

		expect(simulator.requests[0]?.body).toContain('"time_send":"2099-12-01 12:30"');
	});

	it('comes with the raw answer when asked for', async () => {
		const result = await send(simulator, { options: { includeRawAnswer: true } });

		expect(jsonOf(result)).toMatchObject([{ rawAnswer: { id_message: simulator.messages[0]?.id } }]);
	});

	it('is signed with a token where the account has one', async () => {
		const { status } = await send(simulator, { account: { authentication: 'token', token: 'demo-token' } });

		expect(status).toBe('success');
		expect(simulator.requests[0]?.authentication).toBe('token');
		expect(simulator.requests[0]?.body).not.toContain('login');
	});
});

describe('the phones of an item', () => {
	it.each([
		['8 (900) 000-00-01', 'RU', '79000000001'],
		['0 44 258 96 32', 'UA', '380442589632'],
		['380442589632', 'RU', '380442589632'],
		['+1 202 555 0123', 'RU', '12025550123'],
	])('are read as people write them: %s in %s', async (phone, defaultCountry, expected) => {
		const result = await send(simulator, { items: [{ phone }], defaultCountry });

		expect(jsonOf(result)).toMatchObject([{ phone: expected }]);
	});

	it.each([
		['a list', ['79000000001', 79000000002]],
		['commas', '79000000001, 8 900 000-00-02'],
		['semicolons', '79000000001;79000000002'],
		['line breaks', '79000000001\n79000000002\n'],
	])('can be several: %s', async (_, phone) => {
		const { output } = await send(simulator, { items: [{ phone: '79000000009' }, { phone }] });

		expect(output[0]?.map(({ json, pairedItem }) => [json.phone, pairedItem])).toEqual([
			['79000000009', { item: 0 }],
			['79000000001', { item: 1 }],
			['79000000002', { item: 1 }],
		]);
	});

	it('get one message even when a number stands there twice', async () => {
		await send(simulator, { phone: '79000000001, 8 900 000-00-01' });

		expect(simulator.messages).toHaveLength(1);
	});
});

describe('batching', () => {
	const items = manyPhones(1000).map((phone, number) => ({ phone, number }));

	it.each(['json', 'xml'])('puts 1,000 items with one text into 2 requests, over %s', async (protocol) => {
		const result = await send(simulator, { items, options: { protocol } });

		expect(simulator.requests.map((request) => request.recipients)).toEqual([500, 500]);
		expect(jsonOf(result).map(({ phone, request }) => [phone, request])).toEqual(
			items.map(({ phone }, index) => [phone, index < 500 ? 1 : 2]),
		);
	});

	it.each(['json', 'xml'])('puts 1,000 items with 1,000 texts into 2 requests, over %s', async (protocol) => {
		const cascade = [{ ...sms, text: '=Number {{ $json.number }}' }];
		const result = await send(simulator, { items, cascade, options: { protocol } });

		expect(simulator.requests.map((request) => request.recipients)).toEqual([500, 500]);
		expect(simulator.messages.map((message) => message.content.texts.sms)).toEqual(items.map(({ number }) => `Number ${number}`));
		expect(jsonOf(result).map(({ messageId }) => messageId)).toEqual(simulator.messages.map(({ id }) => id));
	});

	it('puts as many phones into a GET URL as 2,000 characters hold', async () => {
		const result = await send(simulator, { items: items.slice(0, 400), options: { protocol: 'get' } });

		const lengths = simulator.requests.map(({ path, query }) => `${simulator.url}${path}?${query}`.length);
		expect(jsonOf(result)).toHaveLength(400);
		expect(simulator.requests.length).toBeLessThan(5);
		expect(Math.max(...lengths)).toBeLessThanOrEqual(2000);
	});

	it('keeps to the user’s own number of recipients, and to input order', async () => {
		const cascade = [{ ...sms, text: '={{ $json.number % 2 ? "odd" : "even" }}' }];
		const result = await send(simulator, { items: items.slice(0, 7), cascade, options: { recipientsPerRequest: 3 } });

		expect(simulator.requests.map((request) => request.recipients)).toEqual([3, 3, 1]);
		expect(jsonOf(result).map(({ phone }) => phone)).toEqual(items.slice(0, 7).map(({ phone }) => phone));
	});

	it.each([
		['a cap', { requestsPerMinute: 300, parallelRequests: 5 }],
		['the former pause', { pauseBetweenRequests: 0.2 }],
	])('makes requests no faster than %s lets it', async (_, pace) => {
		const options = { recipientsPerRequest: 1, ...pace };
		await send(simulator, { items: items.slice(0, 3), options });

		const times = simulator.requests.map(({ time }) => Date.parse(time));
		// 400 ms as they leave; on a busy machine the first may arrive late.
		expect((times[2] ?? 0) - (times[0] ?? 0)).toBeGreaterThanOrEqual(250);
	});
});
