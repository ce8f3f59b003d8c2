import { WORDS } from '../../simulator';
import { askAccount, at } from './client';
import { simulator, useSimulator } from './runningSimulator';

useSimulator({
	startTime: new Date('2026-12-01T09:00:00Z'),
	account: {
		pageSize: 2,
		contactLists: [
			{
				id: '4',
				name: 'Shop',
				contacts: [{ phone: '79160000001', name: 'Anna', addition_1: 'gold' }, { phone: '79210000001' }, { phone: '4915100000001' }],
			},
			{ name: 'Empty', contacts: [] },
		],
	},
});

const EMPTY = {
	name: '',
	surname: '',
	patronymic: '',
	date_birth: '',
	male: '',
	addition_1: '',
	addition_2: '',
	addition_3: '',
	addition_4: '',
	addition_5: '',
};
const TODAY: unknown = expect.stringMatching(/^2026-12-01 \d\d:\d\d:\d\d$/);
const ask = async (type: string, asked: object = {}): Promise<unknown> => await askAccount(simulator.url, type, asked);

describe('contact lists', () => {
	it('are told with all that is known of them', async () => {
		const usual = { time_birth: '12:00', local_time_birth: 'no', day_before: '0', originator_birth: '', on_birth: 'no', text_birth: '' };
		expect(await ask('list_bases')).toEqual({
			base: [
				{ id_base: '4', name_base: 'Shop', ...usual },
				{ id_base: '1234', name_base: 'Empty', ...usual },
			],
		});
	});

	it('are made, changed and removed, each with an answer of its own', async () => {
		const asked = {
			bases: [
				{ id_base: '4', name_base: 'Shop in Omsk' },
				{ number_base: '1', name_base: 'New', on_birth: 'yes', text_birth: 'Congratulations!' },
				{ id_base: '5', name_base: 'Nowhere' },
			],
			delete_bases: [{ id_base: '1234' }, { id_base: '6' }],
		};
		expect(await ask('bases', asked)).toEqual({
			bases: [
				{ id_base: '4', action: 'edit' },
				{ id_base: '1235', action: 'insert', number_base: '1' },
				{ id_base: '5', action: 'not_found' },
				{ id_base: '1234', action: 'delete' },
				{ id_base: '6', action: 'not_found' },
			],
		});
		expect(await ask('list_bases')).toMatchObject({
			base: [
				{ id_base: '4', name_base: 'Shop in Omsk', on_birth: 'no' },
				{ id_base: '1235', name_base: 'New', on_birth: 'yes' },
			],
		});
		expect(at(await ask('list_phones', { base: { id_base: '4', page: '1' } }), 'num_pages')).toBe('2');
	});

	it.each<[string, object, string]>([
		['without a name', { bases: [{ number_base: '1' }] }, 'Не указано поле name_base'],
		['with an empty name', { bases: [{ number_base: '1', name_base: '' }] }, 'Не указано поле name_base'],
		['without a number', { bases: [{ name_base: 'New' }] }, 'Не указано поле number_base'],
		['with a field it does not have', { bases: [{ id_base: '4', owner: 'me' }] }, 'Неизвестное поле owner'],
		['removed without an ID', { bases: [{ id_base: '4', name_base: 'X' }], delete_bases: [{}] }, 'Не указано поле id_base'],
	])('are left alone when one is sent %s', async (_, asked, error) => {
		expect(await ask('bases', asked)).toEqual({ error });
		expect(simulator.account.lists.all.map(({ fields }) => fields.name_base)).toEqual(['Shop', 'Empty']);
	});
});

describe('the contacts of a list', () => {
	const page = async (number: string, more: object = {}): Promise<unknown> =>
		await ask('list_phones', { base: { id_base: '4', page: number, ...more } });

	it('come in pages, with operator and region where they are known', async () => {
		expect(await page('1')).toEqual({
			page: '1',
			num_pages: '2',
			phones: [
				{
					phone: '79160000001',
					region: 'Москва и Московская область',
					operator: 'МТС',
					...EMPTY,
					name: 'Anna',
					addition_1: 'gold',
					last_update: TODAY,
				},
				expect.objectContaining({ phone: '79210000001', operator: 'МегаФон' }),
			],
		});
		expect(await page('2')).toEqual({
			page: '2',
			num_pages: '2',
			phones: [{ phone: '4915100000001', region: '', operator: '', ...EMPTY, last_update: TODAY }],
		});
		expect(await page('3')).toEqual({ page: '3', num_pages: '2', phones: [] });
	});

	it('of an empty list are no page', async () => {
		const answer = await ask('list_phones', { base: { id_base: '1234', page: '1' } });
		expect(answer).toEqual({ page: '1', num_pages: '0', phones: [] });
	});

	it('that changed since a moment are told alone', async () => {
		simulator.clock.advance(60_000);
		const now = String(at(await ask('time'), 'time'));
		await ask('phones', { id_base: '4', phones: [{ phone: '79210000001', surname: 'Orlova', number_phone: '1' }] });
		expect(await page('1', { last_update: now })).toMatchObject({
			num_pages: '1',
			phones: [{ phone: '79210000001', surname: 'Orlova', last_update: now }],
		});
	});

	it('are put on it, changed, and taken off it, each with its number', async () => {
		const entries = [
			{ phone: '79160000001', name: 'Anna Maria', male: 'женский', number_phone: '1' },
			{ phone: '79140000001', name: 'Pavel', male: 'мужской', date_birth: '1984-08-21', operator: 'Own', number_phone: '2' },
			{ phone: '79210000001', action: 'delete', number_phone: '5' },
			{ phone: '79210000001', action: 'delete', number_phone: '6' },
			{ phone: '79160000001', patronymic: 'Ivanovna' },
		];
		expect(await ask('phones', { id_base: '4', phones: entries })).toEqual({
			id_base: '4',
			phones: [
				{ phone: '79160000001', number_phone: '1', action: 'edit' },
				{ phone: '79140000001', number_phone: '2', action: 'insert' },
				{ phone: '79210000001', number_phone: '5', action: 'delete' },
				{ phone: '79210000001', number_phone: '6', action: 'not_found' },
				{ phone: '79160000001', action: 'edit' },
			],
		});
		expect(await page('1')).toMatchObject({
			phones: [
				{ phone: '79160000001', name: 'Anna Maria', patronymic: 'Ivanovna', male: 'f', addition_1: 'gold' },
				{ phone: '4915100000001' },
			],
		});
		expect(await page('2')).toMatchObject({
			phones: [{ phone: '79140000001', name: 'Pavel', male: 'm', date_birth: '1984-08-21', operator: 'Own', region: 'Приморский край' }],
		});
	});

	it.each<[string, object, string]>([
		['a phone that is none', { phone: '8 900' }, WORDS.badPhone],
		['no phone', { name: 'Anna' }, 'Поле phone должно быть строкой'],
		['another action', { phone: '79000000001', action: 'insert' }, 'Поле action должно быть delete'],
		['a birthday in words', { phone: '79000000001', date_birth: '21.08.1984' }, 'Поле date_birth должно быть в формате YYYY-MM-DD'],
		['another sex', { phone: '79000000001', male: 'x' }, 'Поле male должно быть мужской или женский'],
		['a number for a name', { phone: '79000000001', name: 1 }, 'Поле name должно быть строкой'],
		['a field nobody knows', { phone: '79000000001', email: 'a@b.example' }, 'Неизвестное поле email'],
	])('stay as they are when one is sent with %s', async (_, entry, error) => {
		const phones = [{ phone: '79000000009', name: 'Right' }, entry];
		expect(await ask('phones', { id_base: '4', phones })).toEqual({ error });
		expect(simulator.account.lists.find('4')?.contacts.size).toBe(3);
	});

	it.each<[string, string, object, string]>([
		['list', 'list_phones', { base: { id_base: '5', page: '1' } }, WORDS.noSuchList],
		['list to change', 'phones', { id_base: '5', phones: [{ phone: '79000000001' }] }, WORDS.noSuchList],
		['page 0', 'list_phones', { base: { id_base: '4', page: '0' } }, WORDS.badPage],
		['page without a number', 'list_phones', { base: { id_base: '4' } }, 'Поле page должно быть строкой'],
		[
			'day without a time',
			'list_phones',
			{ base: { id_base: '4', page: '1', last_update: '2026-12-01' } },
			'Поле last_update должно быть в формате YYYY-MM-DD hh:mm:ss',
		],
	])('cannot be asked for: there is no such %s', async (_, type, asked, error) => {
		expect(await ask(type, asked)).toEqual({ error });
	});
});
