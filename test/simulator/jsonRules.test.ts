import { WORDS } from '../../simulator';
import { parse, phones, postJson, postJsonText, SMS, VK } from './client';
import { simulator, useSimulator } from './runningSimulator';

useSimulator();

const right = { ...SMS, phones: phones('79000000001') };

describe('a whole JSON request is refused', () => {
	it.each<[string, object, string]>([
		['with an unknown key beside message', { message: [right], test: '1' }, 'Неизвестное поле test'],
		['with an unknown field in a message', { message: [{ ...right, text: 'Hello' }] }, 'Неизвестное поле text'],
		[
			'with an unknown field in a recipient',
			{ message: [{ ...SMS, phones: [{ phone: '79000000001', name: 'Anna' }] }] },
			'Неизвестное поле name',
		],
		['with message and state', { message: [right], state: [{ id_message: '1' }] }, 'Неизвестное поле state'],
		['with neither', {}, WORDS.noMessages],
		['with an empty list of messages', { message: [] }, WORDS.noMessages],
		['with one message instead of a list', { message: right }, 'Поле message должно быть массивом'],
		['with a text for a message', { message: ['Hello'] }, 'Поле message должно быть объектом'],
		['with a number for a place', { message: [{ ...right, send_sms: 1 }] }, 'Поле send_sms должно быть строкой'],
		['with null for a field', { message: [{ ...right, name_delivery: null }] }, 'Поле name_delivery должно быть строкой'],
		['with a number for a phone', { message: [{ ...SMS, phones: [{ phone: 79000000001 }] }] }, 'Поле phone должно быть строкой'],
		['without a phone', { message: [{ ...SMS, phones: [{}] }] }, 'Поле phone должно быть строкой'],
		[
			'with a number for a client number',
			{ message: [{ ...SMS, phones: [{ phone: '79000000001', client_id_message: 1 }] }] },
			'Поле client_id_message должно быть строкой',
		],
		['with phones as texts', { message: [{ ...SMS, phones: ['79000000001'] }] }, 'Поле phones должно быть объектом'],
		['with template parameters as a list', { message: [{ ...VK, templateData: [] }] }, 'Поле templateData должно быть объектом'],
		[
			'with a number as a template parameter',
			{ message: [{ ...VK, templateData: { Name: 1 } }] },
			'Поле templateData.Name должно быть строкой',
		],
		['with half a character', { message: [{ ...right, text_sms: '\ud83d' }] }, 'Поле text_sms содержит недопустимые символы'],
		['with an empty list of IDs', { state: [] }, WORDS.noIds],
		['with a number for an ID', { state: [{ id_message: 1 }] }, 'Поле id_message должно быть строкой'],
		['with more than an ID', { state: [{ id_message: '1', phone: '79000000001' }] }, 'Неизвестное поле phone'],
	])('%s', async (_, document, error) => {
		expect(await postJson(simulator.url, document)).toEqual({ error });
		expect(simulator.messages).toEqual([]);
	});

	it.each<[string, string, string]>([
		['that is cut off', '{"login":"demo"', WORDS.badJson],
		['that is a list', '[]', WORDS.badJson],
		['that is empty', '', WORDS.badJson],
		['that begins with a byte-order mark', '\ufeff{}', WORDS.badJson],
	])('%s', async (_, body, error) => {
		expect(parse(await postJsonText(simulator.url, body))).toEqual({ error });
	});

	it.each([
		['another type', 'text/plain; charset=utf-8'],
		['no charset', 'application/json'],
		['another charset', 'application/json; charset=windows-1251'],
		['an unreadable header', 'json'],
	])('whose Content-Type is %s', async (_, type) => {
		const answer = await postJsonText(simulator.url, '{}', { 'content-type': type });
		expect(parse(answer)).toEqual({ error: WORDS.wrongContentType });
	});

	it('that is not UTF-8', async () => {
		const response = await fetch(`${simulator.url}/sendmessagejson.php`, {
			method: 'POST',
			headers: { 'content-type': 'application/json; charset=utf-8' },
			body: Buffer.from([0x7b, 0xff, 0x7d]),
		});
		expect(response.status).toBe(200);
		expect(await response.json()).toEqual({ error: WORDS.notUtf8 });
	});

	it('that comes by GET', async () => {
		const response = await fetch(`${simulator.url}/sendmessagejson.php`);
		expect(await response.json()).toEqual({ error: WORDS.wrongMethod });
	});

	it('that has a query', async () => {
		const response = await fetch(`${simulator.url}/sendmessagejson.php?login=demo`, { method: 'POST' });
		expect(await response.json()).toEqual({ error: 'Неизвестное поле login' });
	});
});

it('keeps keys that JavaScript knows as what they are: names of template parameters', async () => {
	const body = `{"login":"demo","password":"demo-password","message":[{"send_vk":"1","templateId":"7",
		"templateData":{"__proto__":"a","constructor":"b"},"phones":[{"phone":"79000000001"}]}]}`;
	await postJsonText(simulator.url, body);
	expect([...(simulator.messages[0]?.content.cascade[0]?.template?.data ?? [])]).toEqual([
		['__proto__', 'a'],
		['constructor', 'b'],
	]);
});
