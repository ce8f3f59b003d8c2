import { type Simulator, startSimulator } from '../../simulator';
import { example, keysAt, parse, postJsonText, postXml } from './client';

describe('the worked examples', () => {
	let simulator: Simulator;
	beforeEach(async () => {
		simulator = await startSimulator({
			login: 'login',
			password: 'p&ss"<word>',
			speed: 0,
			startTime: new Date('2026-12-01T10:30:00+03:00'),
			scenario: [{ phone: '79800000002', fate: 'never' }],
		});
	});
	afterEach(() => simulator.close());

	it('answers the JSON send request with the very document of the example', async () => {
		const answer = parse(await postJsonText(simulator.url, example('json-send.request.json')));
		const worked = parse(example('json-send.response.json'));
		expect(answer).toEqual(worked);
		expect(keysAt(answer, 'message', 0, 0)).toEqual(keysAt(worked, 'message', 0, 0));
	});

	it('answers the XML send request with the very document of the example', async () => {
		expect(await postXml(simulator.url, example('xml-send.request.xml'))).toBe(example('xml-send.response.xml'));
	});

	it('reads both requests as the same messages', async () => {
		await postJsonText(simulator.url, example('json-send.request.json'));
		const fromJson = simulator.messages.map(({ content }) => content);
		simulator.reset();
		await postXml(simulator.url, example('xml-send.request.xml'));
		expect(simulator.messages.map(({ content }) => content)).toEqual(fromJson);
		expect(fromJson[0]).toMatchObject({
			campaign: 'Осенняя рассылка',
			sendAt: Date.parse('2026-12-01T10:30:00+03:00'),
			texts: { viber: 'Ваш заказ №42 готов.\nЖдём вас!', sms: 'Заказ №42 готов <до 20:00>' },
		});
	});

	it('answers the JSON state request in the shape of the example', async () => {
		await postJsonText(simulator.url, example('json-send.request.json'));
		simulator.clock.advance(31 * 60_000);
		const answer = parse(await postJsonText(simulator.url, example('json-state.request.json')));
		const worked = example('json-state.response.json')
			.replace('10:31:07', '11:00:11')
			.replace('"num_parts_sms": "2"', '"num_parts_sms": "1"')
			.replace('3.40', '1.70')
			.replace('10:30:40', '10:30:00');
		expect(answer).toEqual(parse(worked));
		expect([0, 1, 2].map((index) => keysAt(answer, 'state', index))).toEqual(
			[0, 1, 2].map((index) => keysAt(parse(worked), 'state', index)),
		);
	});

	it('answers the XML state request in the shape of the example', async () => {
		await postXml(simulator.url, example('xml-send.request.xml'));
		simulator.clock.advance(31 * 60_000);
		const answer = await postXml(simulator.url, example('xml-state.request.xml'), '/xml/state_message.php');
		const worked = example('xml-state.response.xml')
			.replace('10:31:07', '11:00:11')
			.replace('num_parts_sms="2" price_sms="3.40"', 'num_parts_sms="1" price_sms="1.70"')
			.replace('10:30:40', '10:30:00');
		expect(answer).toBe(worked);
	});

	it('refuses another password with the documents of the examples', async () => {
		const json = example('json-send.request.json').replace('p&ss', 'wrong');
		expect(parse(await postJsonText(simulator.url, json))).toEqual(parse(example('json-error.response.json')));
		const xml = example('xml-send.request.xml').replace('p&amp;ss', 'wrong');
		expect(await postXml(simulator.url, xml)).toBe(example('xml-error.response.xml').trim());
		expect(simulator.messages).toEqual([]);
	});
});

describe('the worked GET answers', () => {
	it('sends to two phones, tells the state, and refuses the same request within a minute', async () => {
		const simulator = await startSimulator({ speed: 0 });
		const query = 'login=demo&password=demo-password&phone=79000000001,79000000002&send_sms=1&sender_sms=MyShop&text_sms=Hi';
		const ask = async (parameters: string) => await (await fetch(`${simulator.url}/sendmessage.php?${parameters}`)).text();
		expect(await ask(query)).toMatch(/^\d{10},\d{10}$/);
		expect(await ask(query)).toBe(example('get-error.response.txt').trim());
		simulator.clock.advance(60_000);
		const state = `login=demo&password=demo-password&id_message=${simulator.messages[0]?.id ?? ''}`;
		expect(await ask(state)).toBe(example('get-state.response.txt').trim());
		await simulator.close();
	});
});
