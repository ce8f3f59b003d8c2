import { KNOWN_WORDS, WORDS } from '../../simulator';
import { askAccount, at, get, phones, postJson, postXml, SMS, xmlRequest } from './client';
import { numberOf } from './numbers';
import { simulator, useSimulator } from './runningSimulator';

useSimulator();

const MOSCOW = '74951234567';

describe('def', () => {
	it.each<[string, string, string, string, string]>([
		[MOSCOW, 'МГТС', 'Москва', '0', '3'],
		['79140000001', 'МТС', 'Приморский край', '7', '10'],
		['79810000001', 'МТС', 'Калининградская область', '-1', '2'],
		['380440000001', 'Kyivstar (Украина)', 'Киев', '-1', '2'],
		['919810000001', 'Airtel (Индия)', 'Индия', '2.5', '5.5'],
		['4915100000001', '', '', '', ''],
	])('knows of %s what there is to know, in hours from Moscow or from UTC', async (phone, operator, region, moscow, utc) => {
		const ask = async (): Promise<unknown> => at(await askAccount(simulator.url, 'def', { phones: [phone] }), 'phones');
		expect(await ask()).toEqual([{ phone, operator, region, time_zone: moscow }]);
		simulator.changeAccount({ hoursFrom: 'utc' });
		expect(await ask()).toEqual([{ phone, operator, region, time_zone: utc }]);
	});

	it('answers in the order of the phones, about one that is none too', async () => {
		const asked = ['79160000001', 'nobody', MOSCOW, '79160000001'];
		const operators = ['МТС', '', 'МГТС', 'МТС'];
		expect(await askAccount(simulator.url, 'def', { phones: asked })).toMatchObject({
			phones: asked.map((phone, index) => ({ phone, operator: operators[index] })),
		});
	});

	it.each<[string, object, string]>([
		['phones', {}, 'Поле phones должно быть массивом'],
		['phones as texts', { phones: [MOSCOW, 74951234567] }, 'Поле phones должно быть строкой'],
	])('wants %s', async (_, asked, error) => {
		expect(await askAccount(simulator.url, 'def', asked)).toEqual({ error });
	});
});

describe('the stop list', () => {
	const stop = async (asked: object): Promise<unknown> => await askAccount(simulator.url, 'stop', asked);

	it('is empty at first, takes phones, and gives them up', async () => {
		expect(await askAccount(simulator.url, 'list_stop')).toEqual({ phones: [] });
		expect(await stop({ add_stop: ['79000000001', '79000000002'], delete_stop: ['79000000003'] })).toEqual({
			phones: [
				{ phone: '79000000001', action: 'add' },
				{ phone: '79000000002', action: 'add' },
				{ phone: '79000000003', action: 'not_found' },
			],
		});
		expect(await stop({ delete_stop: ['79000000001'] })).toEqual({ phones: [{ phone: '79000000001', action: 'delete' }] });
		expect(await askAccount(simulator.url, 'list_stop')).toEqual({ phones: ['79000000002'] });
	});

	it('holds a phone once, and is as it was after a reset', async () => {
		await stop({ add_stop: ['79000000001', '79000000001'] });
		expect(await askAccount(simulator.url, 'list_stop')).toEqual({ phones: ['79000000001'] });
		simulator.reset();
		expect(await askAccount(simulator.url, 'list_stop')).toEqual({ phones: [] });
	});

	it.each<[string, object, string]>([
		['a phone that is none', { add_stop: ['79000000001', '+79000000002'] }, WORDS.badPhone],
		['a phone to delete that is none', { add_stop: ['79000000001'], delete_stop: [''] }, WORDS.badPhone],
		['a phone that is no text', { add_stop: [79000000001] }, 'Поле phone должно быть строкой'],
		['a phone alone', { add_stop: '79000000001' }, 'Поле add_stop должно быть массивом'],
	])('takes nothing when there is %s', async (_, asked, error) => {
		expect(await stop(asked)).toEqual({ error });
		expect([...simulator.account.stopList]).toEqual([]);
	});

	it('keeps messages from the phones on it, in all protocols', async () => {
		await stop({ add_stop: ['79000000001'] });
		const json = await postJson(simulator.url, { message: [{ ...SMS, phones: phones('79000000001', '79000000002') }] });
		expect(at(json, 'message', 0)).toMatchObject([
			{ client_id_message: '', phone: '79000000001', error: KNOWN_WORDS.stopList },
			{ id_message: '1179038981' },
		]);
		const fields = '<send_sms>1</send_sms><sender_sms>MyShop</sender_sms><text_sms>Hi</text_sms>';
		const xml = await postXml(simulator.url, xmlRequest(`<message>${fields}<abonent phone="79000000001"/></message>`));
		expect(xml).toContain(`phone="79000000001">${KNOWN_WORDS.stopList}</information>`);
		expect(await get(simulator.url, { ...SMS, phone: '79000000001' })).toBe(`error: ${KNOWN_WORDS.stopList}`);
		expect(simulator.messages.map(({ phone }) => phone)).toEqual(['79000000002']);
	});

	it('does not know who blocked a sender', async () => {
		await postJson(simulator.url, { message: [{ ...SMS, phones: phones(numberOf('unsubscribed')) }] });
		simulator.clock.advance(600_000);
		expect(await askAccount(simulator.url, 'list_stop')).toEqual({ phones: [] });
	});
});
