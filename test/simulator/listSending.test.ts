import { KNOWN_WORDS, startSimulator, WORDS } from '../../simulator';
import { askAccount, at, phones, postJson, SMS, VIBER } from './client';
import { simulator, useSimulator } from './runningSimulator';

const LISTS = [
	{
		id: '4',
		name: 'Shop',
		contacts: [
			{ phone: '79160000001', name: 'Anna', addition_1: 'gold' },
			{ phone: '79160000002', name: 'Борис' },
			{ phone: '79990170001', name: 'Stopped' },
		],
	},
	{ id: '5', name: 'Club', contacts: [{ phone: '79210000001', name: 'Clara', surname: '$& #name#' }] },
	{ id: '6', name: 'Tired', contacts: [{ phone: '79160000002' }, { phone: '79000000001' }] },
];
useSimulator({ startTime: new Date('2026-12-01T09:00:00Z'), account: { sendsToLists: true, contactLists: LISTS } });

async function send(message: object): Promise<unknown> {
	return at(await postJson(simulator.url, { message: [message] }), 'message', 0);
}

const texts = (): unknown[] => simulator.messages.map(({ phone, content }) => [phone, content.texts]);

describe('a message to contact lists', () => {
	it('goes to each contact, with the variables filled in; who is refused is answered with the list', async () => {
		const message = { ...VIBER, text_viber: 'Hi #name#, #addition_1##number# #nothing# #surname#', base: [{ base: '4' }, { base: '5' }] };
		expect(await send(message)).toEqual([
			expect.objectContaining({ id_message: '1179038981', client_id_message: '', phone: '79160000001', id_viber: '5001' }),
			expect.objectContaining({ id_message: '1179038982', phone: '79160000002' }),
			{ base: '4', phone: '79990170001', error: WORDS.stopList },
			expect.objectContaining({ id_message: '1179038983', phone: '79210000001' }),
		]);
		expect(texts()).toEqual([
			['79160000001', { viber: 'Hi Anna, gold79160000001 #nothing# ' }],
			['79160000002', { viber: 'Hi Борис, 79160000002 #nothing# ' }],
			['79210000001', { viber: 'Hi Clara, 79210000001 #nothing# $& #name#' }],
		]);
	});

	it('goes to the phones first, whose text has no variables, and skips who is on a list to be skipped', async () => {
		const both = phones('79000000001', '79000000002');
		const message = { ...SMS, text_sms: 'Hi #name#', phones: both, base: [{ base: '4' }], stop_base: [{ base: '6' }] };
		expect(await send(message)).toMatchObject([
			{ base: '6', phone: '79000000001', error: WORDS.stopList },
			{ phone: '79000000002' },
			{ phone: '79160000001' },
			{ base: '4', phone: '79990170001' },
		]);
		expect(texts()).toEqual([
			['79000000002', { sms: 'Hi #name#' }],
			['79160000001', { sms: 'Hi Anna' }],
		]);
	});

	it('is counted and charged by the parts each contact gets', async () => {
		const before = simulator.balance;
		const answer = await send({ ...SMS, text_sms: `#name# ${'a'.repeat(100)}`, base: [{ base: '4' }] });
		expect([at(answer, 0, 'count_message'), at(answer, 1, 'count_message')]).toEqual(['1', '2']);
		expect(before - simulator.balance).toBeCloseTo(3 * 1.7);
	});

	it('may go out at a time of each list', async () => {
		const base = [{ base: '4', time_send: '2026-12-02 10:00' }, { base: '5' }];
		await send({ ...SMS, time_send: '2026-12-03 10:00', base });
		expect(simulator.messages.map(({ content }) => content.sendAt)).toEqual([
			Date.parse('2026-12-02T07:00:00Z'),
			Date.parse('2026-12-02T07:00:00Z'),
			Date.parse('2026-12-03T07:00:00Z'),
		]);
		expect(at(await askAccount(simulator.url, 'list_scheduled', { page: '1' }), 'scheduled')).toMatchObject([
			{ phone: '79160000001', time_send: '2026-12-02 10:00' },
			{},
			{ time_send: '2026-12-03 10:00' },
		]);
	});

	it('refuses contacts on the stop list of the account, and those the money does not reach for', async () => {
		simulator.changeAccount({ stopList: ['79160000001'], balance: 1.7, refusesWithoutMoney: true });
		expect(await send({ ...SMS, base: [{ base: '4' }, { base: '5' }] })).toMatchObject([
			{ base: '4', phone: '79160000001', error: KNOWN_WORDS.stopList },
			{ phone: '79160000002', id_message: '1179038981' },
			{ base: '4', phone: '79990170001', error: WORDS.stopList },
			{ base: '5', phone: '79210000001', error: KNOWN_WORDS.noCredit },
		]);
	});

	it.each<[string, object, string]>([
		['a list that is not there', { base: [{ base: '4' }, { base: '7' }] }, WORDS.noSuchList],
		['a list to be skipped that is not there', { base: [{ base: '4' }], stop_base: [{ base: '7' }] }, WORDS.noSuchList],
		['a time that is none', { base: [{ base: '4', time_send: 'soon' }] }, 'Поле time_send должно быть в формате YYYY-MM-DD hh:mm'],
		['lists to be skipped alone', { stop_base: [{ base: '6' }] }, WORDS.noRecipients],
		['no list', { base: [] }, WORDS.noRecipients],
	])('is refused whole with %s', async (_, lists, error) => {
		expect(await send({ ...SMS, ...lists })).toEqual({ error });
		expect(simulator.messages).toEqual([]);
	});

	it.each<[string, object, string]>([
		['an ID that is no text', { base: [{ base: 4 }] }, 'Поле base должно быть строкой'],
		['a list that is a text', { base: ['4'] }, 'Поле base должно быть объектом'],
		['a field it does not have', { base: [{ base: '4', name: 'Shop' }] }, 'Неизвестное поле name'],
		['a time of a list to be skipped', { stop_base: [{ base: '6', time_send: '' }] }, 'Неизвестное поле time_send'],
	])('refuses the whole request with %s', async (_, lists, error) => {
		expect(await postJson(simulator.url, { message: [{ ...SMS, ...lists }] })).toEqual({ error });
	});
});

it('is not switched on unless the account says so, and is unknown to revision 1', async () => {
	simulator.changeAccount({ sendsToLists: false });
	expect(await send({ ...SMS, base: [{ base: '4' }] })).toEqual({ error: WORDS.noLists });
	const old = await startSimulator({ revision: 1, account: { sendsToLists: true, contactLists: LISTS } });
	expect(await postJson(old.url, { message: [{ ...SMS, base: [{ base: '4' }] }] })).toEqual({ error: 'Неизвестное поле base' });
	await old.close();
});
