import { WORDS } from '../../simulator';
import { get, SMS, VIBER, VK } from './client';
import { simulator, useSimulator } from './runningSimulator';

useSimulator();

const PHONE = { phone: '79000000001' };
const SIGNED = 'login=demo&password=demo-password';

async function ask(query: string): Promise<string> {
	return await (await fetch(`${simulator.url}/sendmessage.php?${query}`)).text();
}

describe('a GET request is refused', () => {
	it.each<[string, Record<string, string>, string]>([
		['with a campaign name', { ...SMS, ...PHONE, name_delivery: 'Autumn' }, 'Неизвестное поле name_delivery'],
		['with a time', { ...SMS, ...PHONE, time_send: '2030-01-01 10:00' }, 'Неизвестное поле time_send'],
		['with a client number', { ...SMS, ...PHONE, client_id_message: '1' }, 'Неизвестное поле client_id_message'],
		['with an unknown parameter', { ...SMS, ...PHONE, test: '1' }, 'Неизвестное поле test'],
		['without a phone', { ...SMS }, WORDS.noRecipients],
		['without a channel', { ...PHONE }, WORDS.noChannel],
		['with a broken message', { ...VIBER, ...PHONE, button_text: 'Open' }, 'Поле button_text указано без button_url'],
		[
			'with template parameters that are no JSON',
			{ ...PHONE, send_vk: '1', templateId: '1', templateData: '{' },
			'Поле templateData должно быть объектом',
		],
		['with a state and a message', { id_message: '1', ...SMS }, 'Неизвестное поле send_sms'],
		['with an empty ID', { id_message: '' }, WORDS.noIds],
		['with a bad phone', { ...SMS, phone: '+79000000001' }, WORDS.badPhone],
	])('%s', async (_, parameters, text) => {
		expect(await get(simulator.url, parameters)).toBe(`error: ${text}`);
		expect(simulator.messages).toEqual([]);
	});

	it.each<[string, string, string]>([
		['with a parameter twice', `${SIGNED}&phone=1&phone=2`, 'Параметр phone повторяется'],
		['with a parameter without a value', `${SIGNED}&phone`, WORDS.badUrl],
		['with a broken escape', `${SIGNED}&phone=%zz`, WORDS.badUrl],
		['with an escape that is no UTF-8', `${SIGNED}&phone=%ff`, WORDS.badUrl],
	])('%s', async (_, query, text) => {
		expect(await ask(query)).toBe(`error: ${text}`);
	});

	it('by POST', async () => {
		const response = await fetch(`${simulator.url}/sendmessage.php?${SIGNED}`, { method: 'POST' });
		expect(await response.text()).toBe(`error: ${WORDS.wrongMethod}`);
	});

	it('with an address of more than 2,000 characters, and not with 2,000', async () => {
		const start = `${simulator.url}/sendmessage.php?`;
		const query = `${SIGNED}&phone=79000000001&send_sms=1&sender_sms=MyShop&text_sms=`;
		const room = 2000 - start.length - query.length;
		expect(await ask(query + 'a'.repeat(room + 1))).toBe(`error: ${WORDS.longUrl}`);
		expect(await ask(query + 'a'.repeat(20_000))).toBe(`error: ${WORDS.longUrl}`);
		expect(await ask(query + 'a'.repeat(room))).toBe('1179038981');
	});
});

describe('a GET request is obeyed', () => {
	it('with template parameters in JSON', async () => {
		await get(simulator.url, { ...PHONE, ...VK, templateData: '{"Name":"Анна"}' });
		expect(simulator.messages[0]?.content.cascade[0]?.template?.data.get('Name')).toBe('Анна');
	});

	it('with the refusal of one phone in its place among the others', async () => {
		const answer = await get(simulator.url, { ...SMS, phone: '79000000001,79800000001,79000000002' });
		expect(answer).toBe(`1179038981,error: ${WORDS.stopList},1179038982`);
	});

	it('with the text alone for an ID it does not know', async () => {
		expect(await get(simulator.url, { id_message: '999' })).toBe(WORDS.unknownId);
	});
});

describe('the one-minute rule', () => {
	const message = { ...SMS, ...PHONE };

	it('refuses the same request until a minute has passed', async () => {
		await get(simulator.url, message);
		simulator.clock.advance(59_000);
		expect(await get(simulator.url, message)).toBe(`error: ${WORDS.repeatedGet}`);
		simulator.clock.advance(1_000);
		expect(await get(simulator.url, message)).toBe('1179038982');
	});

	it('holds for the same parameters in another order, and for states', async () => {
		await get(simulator.url, message);
		expect(await get(simulator.url, { ...PHONE, ...SMS })).toBe(`error: ${WORDS.repeatedGet}`);
		await get(simulator.url, { id_message: '1' });
		expect(await get(simulator.url, { id_message: '1' })).toBe(`error: ${WORDS.repeatedGet}`);
	});

	it('lets another request through', async () => {
		await get(simulator.url, message);
		expect(await get(simulator.url, { ...message, text_sms: 'Other' })).toBe('1179038982');
	});
});
