import { type Channel, CHANNELS, type Simulator, startSimulator, WORDS } from '../../simulator';
import { at, get, phones, postJson, postXml, SMS, VIBER, xmlRequest } from './client';
import { firstEvent } from './pageEvents';

/** A made-up channel: one more row of the table is all it takes. */
const TELEGRAM: Channel = {
	name: 'telegram',
	title: 'Telegram',
	revision: 2,
	fields: {
		sender: { wire: 'sender_telegram', required: true },
		text: { wire: 'text_telegram', required: true, longest: 30 },
		validity: { wire: 'validity_period_telegram' },
	},
	tellsEngagement: true,
	validityMinutes: 30,
	seconds: { deliver: 2, read: 8, notDeliver: 4 },
	price: { hundredths: 85, separator: ',', refunded: true },
	firstId: 2001,
	look: { light: '#0088cc', dark: '#66c2ff', ticks: true },
};

const MESSAGE = { send_telegram: '1', sender_telegram: 'MyShop', text_telegram: 'Hello' };
const PHONE = '79000000001';
const NO_VIBER = '79990030001';
const ID = '1179038981';
let simulator: Simulator;
beforeEach(async () => {
	simulator = await startSimulator({ speed: 0, channels: [...CHANNELS, TELEGRAM], startTime: new Date('2026-12-01T12:00:00+03:00') });
});
afterEach(() => simulator.close());

async function sendJson(message: object = MESSAGE, phone = PHONE): Promise<unknown> {
	return at(await postJson(simulator.url, { message: [{ ...message, phones: phones(phone) }] }), 'message', 0);
}

async function state(): Promise<unknown> {
	return at(await postJson(simulator.url, { state: [{ id_message: ID }] }), 'state', 0);
}

/** The message reached the gateway with all it says. */
function expectItThere(): void {
	expect(simulator.messages).toMatchObject([
		{ id: ID, phone: PHONE, content: { texts: { telegram: 'Hello' }, cascade: [{ channel: 'telegram', sender: 'MyShop' }] } },
	]);
}

describe('a fifth channel is sent, answered and asked about', () => {
	it('over JSON', async () => {
		expect(await sendJson()).toEqual([
			{
				id_message: ID,
				client_id_message: '',
				phone: PHONE,
				count_message: '1',
				id_viber: '0',
				id_sms: '0',
				id_vk: '0',
				id_telegram: '2001',
			},
		]);
		expectItThere();
		simulator.clock.advance(2_000);
		expect(await state()).toEqual({
			id_message: ID,
			time_change_state: '2026-12-01 12:00:02',
			state: 'deliver',
			state_sms: 'send',
			state_telegram: 'deliver',
			state_viber: 'send',
			state_vk: 'send',
			num_parts_sms: '0',
			price_sms: '0',
			price_telegram: '0,85',
			price_viber: '0',
			price_vk: '0',
		});
	});

	it('over XML', async () => {
		const fields = Object.entries(MESSAGE)
			.map(([name, value]) => `<${name}>${value}</${name}>`)
			.join('');
		const answer = await postXml(simulator.url, xmlRequest(`<message>${fields}<abonent phone="${PHONE}"/></message>`));
		expect(answer).toContain(
			`<information id_message="${ID}" client_id_message="" id_sms="0" id_telegram="2001" id_viber="0" id_vk="0" phone="${PHONE}">send</information>`,
		);
		expectItThere();
		simulator.clock.advance(2_000);
		const states = await postXml(simulator.url, xmlRequest(`<state><id_message>${ID}</id_message></state>`), '/xml/state_message.php');
		expect(states).toContain(' state_sms="send" state_telegram="deliver" state_viber="send" state_vk="send" ');
		expect(states).toContain(' price_telegram="0,85" ');
	});

	it('over GET', async () => {
		expect(await get(simulator.url, { ...MESSAGE, phone: PHONE })).toBe(ID);
		expectItThere();
		simulator.clock.advance(2_000);
		expect(await get(simulator.url, { id_message: ID })).toBe('deliver');
	});
});

describe('a fifth channel is like the others', () => {
	it('takes its place in a cascade, and gives the money back when it does not deliver', async () => {
		simulator.scenario.set([{ phone: PHONE, fate: 'falls-to-sms' }]);
		await sendJson({ ...MESSAGE, ...SMS, send_sms: '2' });
		expect(await state()).toMatchObject({ state: 'send', price_telegram: '0,85', price_sms: '0' });
		simulator.clock.advance(4_000);
		expect(await state()).toMatchObject({ state: 'send', state_telegram: 'not_deliver', price_telegram: '0', price_sms: '1.70' });
		simulator.clock.advance(5_000);
		expect(await state()).toMatchObject({ state: 'deliver', state_sms: 'deliver' });
	});

	it('delivers after another, in the time the scenario says, and tells what the subscriber does', async () => {
		simulator.scenario.set([{ phone: NO_VIBER, fate: 'no-viber', seconds: { viber: 1, telegram: 50 } }]);
		await sendJson({ ...VIBER, ...MESSAGE, send_telegram: '2' }, NO_VIBER);
		simulator.clock.advance(50_999);
		expect(await state()).toMatchObject({ state_viber: 'not_deliver', state_telegram: 'send' });
		simulator.clock.advance(1);
		expect(await state()).toMatchObject({ state: 'deliver', state_telegram: 'deliver' });
		simulator.clock.advance(8_000);
		expect(await state()).toMatchObject({ state: 'deliver', state_telegram: 'read' });
	});

	it.each<[string, object, string]>([
		['without a text', { send_telegram: '1', sender_telegram: 'MyShop' }, 'Не указано поле text_telegram'],
		['with a text that is too long', { ...MESSAGE, text_telegram: 'a'.repeat(31) }, 'Поле text_telegram длиннее 30 символов'],
		['with a place that is none', { ...MESSAGE, send_telegram: 'x' }, 'Поле send_telegram должно быть числом от 0 до 9'],
		[
			'with a validity that is none',
			{ ...MESSAGE, validity_period_telegram: '0' },
			'Поле validity_period_telegram должно быть числом минут',
		],
		['with a field though it is not used', { ...SMS, text_telegram: 'Hello' }, 'Поле text_telegram указано без направления TELEGRAM'],
	])('is refused %s', async (_, message, error) => {
		expect(await sendJson(message)).toEqual({ error });
	});

	it('is shown on the page with its name and its colour', async () => {
		await sendJson();
		simulator.clock.advance(2_000);
		const channel = at(await firstEvent(simulator.url), 'cards', 0, 'messages', 0, 'channels', 0);
		expect(channel).toMatchObject({ title: 'Telegram', look: TELEGRAM.look, state: 'deliver', bubble: { text: 'Hello', parts: null } });
	});

	it('stays out of the answers to senders who do not use it', async () => {
		await sendJson(SMS);
		expect(at(await sendJson(SMS), 0)).not.toHaveProperty('id_telegram');
		expect(await state()).not.toHaveProperty('state_telegram');
		expect(at(await postJson(simulator.url, { state: [{ id_message: '1' }] }), 'state', 0)).toMatchObject({
			state: WORDS.unknownId,
			state_sms: '',
		});
	});
});

it.each([
	['whose table lacks the row', {}],
	['of revision 1', { revision: 1, channels: [...CHANNELS, TELEGRAM] } as const],
])('an operator %s knows nothing of it', async (_, options) => {
	await simulator.close();
	simulator = await startSimulator({ speed: 0, ...options });
	expect(await postJson(simulator.url, { message: [{ ...MESSAGE, phones: phones(PHONE) }] })).toEqual({
		error: 'Неизвестное поле send_telegram',
	});
});

it('a scenario sets the times of the channels in the table, and of no others', async () => {
	simulator.scenario.set([{ phone: PHONE, fate: 'read', seconds: { telegram: 1 } }]);
	await simulator.close();
	simulator = await startSimulator({ speed: 0 });
	expect(() => simulator.scenario.set([{ phone: PHONE, fate: 'read', seconds: { telegram: 1 } }])).toThrow(
		'"telegram" in "seconds" is not known.',
	);
});
