import { CHANNELS, KNOWN_WORDS, startSimulator } from '../../simulator';
import { askAccount, at, get, phones, postJson, postXml, SMS, VIBER, WHATSAPP, xmlRequest } from './client';
import { numberOf } from './numbers';
import { simulator, useSimulator } from './runningSimulator';

useSimulator({ startTime: new Date('2026-12-01T09:30:15Z'), account: { balance: 10 } });

const PHONE = '79000000001';

async function send(message: object, ...numbers: string[]): Promise<unknown> {
	return at(await postJson(simulator.url, { message: [{ ...message, phones: phones(...numbers) }] }), 'message', 0);
}

async function money(): Promise<unknown> {
	return at(await askAccount(simulator.url, 'balance'), 'money');
}

describe('the balance', () => {
	it('is told with its currency, and with what one part costs in each network and channel', async () => {
		const answer = await askAccount(simulator.url, 'balance');
		expect(answer).toMatchObject({ money: { currency: 'RUR', value: '10' } });
		const prices = at(answer, 'sms');
		expect(prices).toContainEqual({
			area: 'МТС',
			number: '8',
			price: '1.15',
			type_sms: 'viber',
			type_text: 'Viber',
			MCC: '250',
			MNC: '01',
		});
		expect(prices).toContainEqual({ area: 'Tele2', number: '5', price: '1.70', type_sms: 'sms', type_text: 'SMS', MCC: '250', MNC: '20' });
		expect(Array.isArray(prices) && prices.length % CHANNELS.length).toBe(0);
	});

	it('goes down when a channel is tried, by each SMS part, and comes back where the channel gives it back', async () => {
		await send({ ...SMS, text_sms: 'a'.repeat(161) }, PHONE);
		expect(await money()).toEqual({ currency: 'RUR', value: '6.6' });
		await send({ ...VIBER, ...SMS, send_sms: '2' }, numberOf('no-viber'));
		expect([simulator.balance, await money()]).toEqual([5.45, { currency: 'RUR', value: '5.45' }]);
		simulator.clock.advance(6_000);
		expect(await money()).toEqual({ currency: 'RUR', value: '4.9' });
		simulator.clock.advance(60_000);
		expect(await money()).toEqual({ currency: 'RUR', value: '4.9' });
		expect(simulator.counters.charged).toBe(510);
	});

	it('goes down for what is scheduled or waits for money only when it goes out', async () => {
		await send({ ...WHATSAPP, time_send: '2026-12-01 13:00' }, PHONE);
		await send(SMS, numberOf('queued'));
		expect(simulator.balance).toBe(10);
		simulator.topUp();
		expect(simulator.balance).toBe(8.3);
		simulator.clock.advance(30 * 60_000);
		expect(simulator.balance).toBe(5.9);
	});

	it('may go below nothing, and then no message would go any more', async () => {
		await send(SMS, ...Array.from({ length: 6 }, (_, index) => `7900000000${index}`));
		const answer = await askAccount(simulator.url, 'balance');
		expect(answer).toMatchObject({ money: { value: '-0.2' } });
		expect(at(answer, 'sms', 0, 'number')).toBe('0');
	});

	it('goes down by a surcharge for each part to a phone of the network that has one, as the price list says', async () => {
		simulator.changeAccount({ surcharges: { МТС: 0.5 } });
		const { sms: prices } = (await askAccount(simulator.url, 'balance')) as { sms: unknown[] };
		expect(prices).toContainEqual(expect.objectContaining({ area: 'МТС', type_sms: 'sms', price: '2.20', number: '4' }));
		expect(prices).toContainEqual(expect.objectContaining({ area: 'Tele2', type_sms: 'sms', price: '1.70' }));
		await send({ ...SMS, text_sms: 'a'.repeat(161) }, '79160000001');
		expect(simulator.balance).toBe(5.6);
		await send(SMS, PHONE);
		expect(simulator.balance).toBe(3.9);
	});

	it('begins anew after a reset, in another currency if it is set', async () => {
		await send(SMS, PHONE);
		simulator.changeAccount({ balance: 3.5, currency: 'EUR' });
		expect(await money()).toEqual({ currency: 'EUR', value: '3.5' });
		simulator.reset();
		expect(await money()).toEqual({ currency: 'RUR', value: '10' });
	});
});

describe('when the money is gone', () => {
	beforeEach(() => {
		simulator.changeAccount({ balance: 3, refusesWithoutMoney: true });
	});

	it('the recipients that it does not reach for are refused in the words of the manual', async () => {
		expect(await send(SMS, PHONE, '79000000002')).toMatchObject([{ id_message: '1179038981' }, { error: KNOWN_WORDS.noCredit }]);
		expect(await send(VIBER, '79000000002', '79000000003')).toMatchObject([{ id_message: '1179038982' }, { error: KNOWN_WORDS.noCredit }]);
		expect(simulator.messages).toHaveLength(2);
	});

	it('over XML and GET, too', async () => {
		simulator.changeAccount({ balance: 0 });
		const fields = '<send_sms>1</send_sms><sender_sms>MyShop</sender_sms><text_sms>Hi</text_sms>';
		const xml = await postXml(simulator.url, xmlRequest(`<message>${fields}<abonent phone="${PHONE}"/></message>`));
		expect(xml).toContain(`phone="${PHONE}">${KNOWN_WORDS.noCredit}</information>`);
		expect(await get(simulator.url, { ...SMS, phone: PHONE })).toBe(`error: ${KNOWN_WORDS.noCredit}`);
		expect(simulator.messages).toEqual([]);
	});

	it('more money lets messages through again', async () => {
		simulator.changeAccount({ balance: 0 });
		expect(await send(SMS, PHONE)).toMatchObject([{ error: KNOWN_WORDS.noCredit }]);
		simulator.changeAccount({ balance: 1.7 });
		expect(await send(SMS, PHONE)).toMatchObject([{ id_message: '1179038981' }]);
	});
});

describe('sender names', () => {
	it('are told with their states', async () => {
		expect(await askAccount(simulator.url, 'originator')).toEqual({
			any_originator: 'FALSE',
			list_originator: [
				{ state: 'completed', originator: 'MyShop' },
				{ state: 'order', originator: 'MyShop-New' },
				{ state: 'rejected', originator: 'Casino' },
			],
		});
	});

	it('are not listed where any will do', async () => {
		simulator.changeAccount({ anyOriginator: true });
		expect(await askAccount(simulator.url, 'originator')).toEqual({ any_originator: 'TRUE' });
	});
});

it.each([
	['Europe/Moscow', '2026-12-01 12:30:15'],
	['Asia/Omsk', '2026-12-01 15:30:15'],
	['America/New_York', '2026-12-01 04:30:15'],
])('the clock of an account in %s says %s', async (timeZone, time) => {
	const other = await startSimulator({ speed: 0, startTime: new Date('2026-12-01T09:30:15Z'), account: { timeZone } });
	expect(await askAccount(other.url, 'time')).toEqual({ time });
	await other.close();
});

it('an account of which nothing is said has the time zone of its gateway', async () => {
	const other = await startSimulator({ speed: 0, startTime: new Date('2026-12-01T09:30:15Z'), timeZone: 'Asia/Omsk' });
	expect(await askAccount(other.url, 'time')).toEqual({ time: '2026-12-01 15:30:15' });
	await other.close();
});
