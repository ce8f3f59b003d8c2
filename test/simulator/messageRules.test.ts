import { KNOWN_WORDS, WORDS } from '../../simulator';
import { at, phones, postJson, SMS, VIBER, VK, WHATSAPP } from './client';
import { simulator, useSimulator } from './runningSimulator';

useSimulator();

async function send(message: object): Promise<unknown> {
	return at(await postJson(simulator.url, { message: [{ phones: phones('79000000001'), ...message }] }), 'message', 0);
}

const button = { button_text: 'Open', button_url: 'https://shop.example' };
const waButton = { button_text_whatsapp: 'Open', button_url_whatsapp: 'https://shop.example' };

describe('a message is refused whole', () => {
	it.each<[string, object, string]>([
		['without a channel', { sender_viber: 'MyShop', text_viber: 'Hello' }, WORDS.noChannel],
		['with every channel switched off', { send_viber: '0', send_sms: '0' }, WORDS.noChannel],
		['with a place above 9', { ...VIBER, send_viber: '10' }, 'Поле send_viber должно быть числом от 0 до 9'],
		['with a place that is no digit', { ...VIBER, send_viber: '1.0' }, 'Поле send_viber должно быть числом от 0 до 9'],
		['with an empty place', { ...VIBER, send_viber: '' }, 'Поле send_viber должно быть числом от 0 до 9'],
		['with two channels in one place', { ...VIBER, ...SMS, send_sms: '1' }, 'Порядок направлений повторяется'],
		['without a Viber text', { send_viber: '1', sender_viber: 'MyShop' }, 'Не указано поле text_viber'],
		['without a Viber sender', { send_viber: '1', text_viber: 'Hello' }, 'Не указано поле sender_viber'],
		['with an SMS sender of 12 characters', { ...SMS, sender_sms: 'MyShop-20267' }, KNOWN_WORDS.senderTooLong],
		['with an SMS sender of 16 digits', { ...SMS, sender_sms: '1234567890123456' }, KNOWN_WORDS.senderTooLong],
		['without an SMS sender', { send_sms: '1', text_sms: 'Hello' }, 'Не указано поле sender_sms'],
		['without an SMS text', { send_sms: '1', sender_sms: 'MyShop' }, 'Не указано поле text_sms'],
		['without an SMS sender', { send_sms: '1', text_sms: 'Hello' }, 'Не указано поле sender_sms'],
		['without a VK template', { send_vk: '1' }, 'Не указано поле templateId'],
		['without a WhatsApp text', { send_whatsapp: '1', sender_whatsapp: 'MyShop' }, 'Не указано поле text_whatsapp'],
		['with an empty text', { ...SMS, text_sms: '' }, 'Пустое поле text_sms'],
		['with a Viber text of 1,001 characters', { ...VIBER, text_viber: '😀'.repeat(1001) }, 'Поле text_viber длиннее 1000 символов'],
		[
			'with a WhatsApp text of 1,001 characters',
			{ ...WHATSAPP, text_whatsapp: 'я'.repeat(1001) },
			'Поле text_whatsapp длиннее 1000 символов',
		],
		['with a button of 20 characters', { ...VIBER, ...button, button_text: 'ж'.repeat(20) }, 'Поле button_text длиннее 19 символов'],
		[
			'with a WhatsApp button of 20',
			{ ...WHATSAPP, ...waButton, button_text_whatsapp: 'ж'.repeat(20) },
			'Поле button_text_whatsapp длиннее 19 символов',
		],
		['with a button that leads nowhere', { ...VIBER, button_text: 'Open' }, 'Поле button_text указано без button_url'],
		['with a button without a text', { ...VIBER, button_url: 'https://a.example' }, 'Поле button_url указано без button_text'],
		[
			'with half a WhatsApp button',
			{ ...WHATSAPP, button_text_whatsapp: 'Open' },
			'Поле button_text_whatsapp указано без button_url_whatsapp',
		],
		['with a Viber picture but no button', { ...VIBER, image_url: 'https://a.example/i.png' }, 'Изображение нельзя отправить без кнопки'],
		['with a validity of no minutes', { ...VIBER, validity_period_viber: '0' }, 'Поле validity_period_viber должно быть числом минут'],
		['with a validity in words', { ...WHATSAPP, validity_period_whatsapp: '1h' }, 'Поле validity_period_whatsapp должно быть числом минут'],
		['with "read" that is neither 0 nor 1', { ...VIBER, finale_viber_read: 'yes' }, 'Поле finale_viber_read должно быть 0 или 1'],
		['with a time in ISO 8601', { ...SMS, time_send: '2030-01-01T10:00' }, 'Поле time_send должно быть в формате YYYY-MM-DD hh:mm'],
		['with a time with seconds', { ...SMS, time_send: '2030-01-01 10:00:00' }, 'Поле time_send должно быть в формате YYYY-MM-DD hh:mm'],
		['with a day that is none', { ...SMS, time_send: '2030-02-30 10:00' }, 'Поле time_send должно быть в формате YYYY-MM-DD hh:mm'],
		['with fields of a channel it does not use', { ...SMS, text_viber: 'Hello' }, 'Поле text_viber указано без направления VIBER'],
		['with template parameters but no VK', { ...SMS, templateData: { Name: 'Anna' } }, 'Поле templateData указано без направления VK'],
		['without recipients', { ...SMS, phones: [] }, WORDS.noRecipients],
		['with a contact list of the operator', { ...SMS, base: [{ base: '4' }] }, WORDS.noLists],
		['with a stop list of the operator', { ...SMS, stop_base: [{ base: '6' }] }, WORDS.noLists],
	])('%s', async (_, message, error) => {
		expect(await send(message)).toEqual({ error });
		expect(simulator.messages).toEqual([]);
	});
});

describe('a message is accepted', () => {
	it.each<[string, object]>([
		['with 1,000 characters outside the basic plane', { ...VIBER, text_viber: '😀'.repeat(1000) }],
		[
			'with a button of 19 such characters and a picture',
			{ ...VIBER, ...button, button_text: '😀'.repeat(19), image_url: 'https://a.example/i.png' },
		],
		['with a WhatsApp picture alone', { ...WHATSAPP, image_url_whatsapp: 'https://a.example/i.png' }],
		['without a WhatsApp sender', { send_whatsapp: '1', text_whatsapp: 'Hello' }],
		['with an SMS sender of 11 characters', { ...SMS, sender_sms: 'MyShop-2026' }],
		['with an SMS sender of 15 digits', { ...SMS, sender_sms: '123456789012345' }],
		['with an empty campaign and an empty time', { ...SMS, name_delivery: '', time_send: '' }],
		['with places 9, 3 and 5', { ...VIBER, send_viber: '9', ...SMS, send_sms: '3', ...VK, send_vk: '5' }],
		['with an SMS of any length', { ...SMS, text_sms: 'a'.repeat(5000) }],
	])('%s', async (_, message) => {
		expect(at(await send(message), 0, 'id_message')).toBe('1179038981');
	});

	it('with the channels in the order of their places', async () => {
		await send({ ...VIBER, send_viber: '9', ...SMS, send_sms: '3', ...VK, send_vk: '5' });
		expect(simulator.messages[0]?.content.cascade.map(({ channel }) => channel)).toEqual(['sms', 'vk', 'viber']);
	});

	it('under the campaign "Шлюз" when it names none', async () => {
		await send({ ...SMS, name_delivery: '' });
		expect(simulator.messages[0]?.content.campaign).toBe('Шлюз');
	});

	it('with an ID for WhatsApp only where WhatsApp is used', async () => {
		expect(at(await send({ ...WHATSAPP, ...SMS, send_sms: '2' }), 0)).toMatchObject({ id_whatsapp: '3001', id_sms: '0' });
		expect(at(await send(SMS), 0)).not.toHaveProperty('id_whatsapp');
	});
});

describe('a recipient is refused alone', () => {
	it.each([
		['with a plus', '+79000000001'],
		['with brackets', '7(900)0000001'],
		['with six digits', '790000'],
		['with sixteen digits', '7900000000112345'],
		['with a leading zero', '079000000001'],
		['with digits of another script', '٧٩٠٠٠٠٠٠٠٠١'],
		['without a phone', ''],
	])('%s', async (_, phone) => {
		const answer = await send({ ...SMS, phones: phones(phone, '79000000001') });
		expect(at(answer, 0)).toEqual({ client_id_message: '', phone, error: WORDS.badPhone });
		expect(at(answer, 1, 'id_message')).toBe('1179038981');
	});

	it.each(['abc', '', '-1', '1.5', '1234567890123456'])('with the client number "%s"', async (number) => {
		const answer = await send({ ...SMS, phones: [{ phone: '79000000001', client_id_message: number }] });
		expect(answer).toEqual([{ client_id_message: number, phone: '79000000001', error: WORDS.badClientNumber }]);
	});
});
