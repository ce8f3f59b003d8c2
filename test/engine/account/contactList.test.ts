import type { Simulator } from '../../../simulator';
import { startSimulator } from '../../../simulator';
import { jsonOf, manyPhones } from '../send/kit';
import { asked, run } from './kit';

let simulator: Simulator;
beforeAll(async () => {
	simulator = await startSimulator({ timeZone: 'Europe/Moscow' });
});
afterAll(() => simulator.close());

const [ANNA, BORIS] = ['79160000001', '79160000002'];
const list = (value: unknown, mode = 'id') => ({ contactList: { __rl: true, mode, value } as never });

beforeEach(() => {
	simulator.reset();
	simulator.changeAccount({
		pageSize: 100,
		contactLists: [
			{
				id: '4',
				name: 'Customers',
				contacts: [{ phone: ANNA, name: 'Анна', surname: 'Иванова', date_birth: '1990-05-17', male: 'f', addition_1: 'VIP' }],
			},
			{ id: '5', name: 'Everybody', contacts: manyPhones(250).map((phone) => ({ phone })) },
		],
	});
});

const contactsOf = (id: string) => [...(simulator.account.lists.find(id)?.contacts.values() ?? [])];

it('Get Many tells the lists', async () => {
	expect(jsonOf(await run(simulator, { what: 'contactList.getMany' }))).toEqual([
		{ contactList: '4', name: 'Customers' },
		{ contactList: '5', name: 'Everybody' },
	]);
});

describe('Get Contacts', () => {
	it('tells what is known of each', async () => {
		const [anna] = jsonOf(await run(simulator, { what: 'contactList.getContacts', parameters: list('4') }));

		expect(anna).toEqual({
			phone: ANNA,
			contactList: '4',
			...{ name: 'Анна', surname: 'Иванова', patronymic: null, birthday: '1990-05-17', gender: 'female' },
			...{ additional1: 'VIP', additional2: null, additional3: null, additional4: null, additional5: null },
			operator: 'МТС',
			region: expect.any(String) as string,
			changedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+03:00$/) as string,
		});
	});

	it.each([
		[{ returnAll: true }, 250, 3],
		[{ limit: 150 }, 150, 2],
		[{ limit: 100 }, 100, 1],
		[{}, 50, 1],
	])('%j gives %i contacts in %i pages', async (parameters, contacts, pages) => {
		const result = await run(simulator, { what: 'contactList.getContacts', parameters: { ...list('5'), ...parameters } });

		expect(jsonOf(result).map(({ phone }) => phone)).toEqual(manyPhones(contacts));
		expect(asked(simulator).map(({ base }) => base)).toEqual(
			Array.from({ length: pages }, (_, index) => ({ id_base: '5', page: String(index + 1) })),
		);
	});

	it('only those changed since, on the account’s clock', async () => {
		const moment = new Date(simulator.clock.now() + 60_000);
		simulator.clock.advance(3_600_000);
		await run(simulator, { what: 'contactList.addOrUpdate', items: [{ phone: BORIS }], parameters: list('4') });
		const options = { changedSince: moment.toISOString() };
		const result = await run(simulator, { what: 'contactList.getContacts', parameters: list('4'), options, timezone: 'America/New_York' });

		expect(jsonOf(result).map(({ phone }) => phone)).toEqual([BORIS]);
	});

	it('after a page without an answer what came before it stands, and the item failed', async () => {
		simulator.faults.set({ fault: 'auth-refusal', nth: 2 });
		const result = await run(simulator, {
			what: 'contactList.getContacts',
			parameters: { ...list('5'), returnAll: true },
			onError: 'continueErrorOutput',
		});

		expect(jsonOf(result, 0)).toHaveLength(100);
		expect(jsonOf(result, 1)[0]?.error).toMatchObject({
			code: 'refusedByGateway',
			contactList: '5',
			message: expect.stringMatching(/^Further contacts of list 5 are not known\. /) as string,
		});
	});

	it.each([
		['', 'contactListMissing', 'Contact List is empty; choose a list or give its ID.'],
		['Customers', 'contactListInvalid', 'Contact List "Customers" is not the ID of a list; those are digits, e.g. 42.'],
	])('refuses the list %j', async (value, code, message) => {
		const result = await run(simulator, {
			what: 'contactList.getContacts',
			items: [{ list: value }],
			parameters: list('={{ $json.list }}'),
			onError: 'continueRegularOutput',
		});

		expect(jsonOf(result)[0]?.error).toEqual({ code, message, field: 'Contact List' });
		expect(simulator.requests).toEqual([]);
	});

	it('says that there is no such list', async () => {
		const result = await run(simulator, { what: 'contactList.getContacts', parameters: list(77), onError: 'continueRegularOutput' });

		expect(jsonOf(result)[0]).toMatchObject({ contactList: '77', error: { code: 'refusedByGateway' } });
	});
});

describe('Add or Update Contacts', () => {
	const fields = {
		contactFields: {
			name: '={{ $json.name }}',
			birthday: '={{ $json.born }}',
			gender: '={{ $json.gender }}',
			additional2: 'from the shop',
		},
	};

	it('puts contacts on the list, changes those that are there, and says so of each', async () => {
		const result = await run(simulator, {
			what: 'contactList.addOrUpdate',
			items: [
				{ phone: BORIS, name: 'Борис', born: '3.2.1985', gender: 'Мужской' },
				{ phone: ANNA, name: 'Аня', born: '', gender: null },
			],
			parameters: { ...list('4'), ...fields },
		});

		expect(jsonOf(result)).toEqual([
			{ phone: BORIS, contactList: '4', done: 'added' },
			{ phone: ANNA, contactList: '4', done: 'changed' },
		]);
		expect(contactsOf('4')).toMatchObject([
			{
				phone: ANNA,
				fields: { name: 'Аня', surname: 'Иванова', date_birth: '1990-05-17', addition_1: 'VIP', addition_2: 'from the shop' },
			},
			{ phone: BORIS, fields: { name: 'Борис', date_birth: '1985-02-03', male: 'm' } },
		]);
	});

	it('10,000 contacts go in 20 requests, list by list', async () => {
		const phones = manyPhones(10_000);
		const result = await run(simulator, {
			what: 'contactList.addOrUpdate',
			items: phones.map((phone, index) => ({ phone, list: index % 2 === 0 ? '4' : '5' })),
			parameters: list('={{ $json.list }}'),
		});

		expect(jsonOf(result).map(({ phone }) => phone)).toEqual(phones);
		expect(asked(simulator).map(({ id_base: id }) => id)).toEqual([...Array<string>(10).fill('4'), ...Array<string>(10).fill('5')]);
	});

	it('what several items say of one contact is done in their order', async () => {
		const result = await run(simulator, {
			what: 'contactList.addOrUpdate',
			items: ['A', 'B', 'A'].map((name) => ({ phone: BORIS, name })),
			parameters: { ...list('4'), contactFields: { name: '={{ $json.name }}' } },
		});

		expect(jsonOf(result).map(({ done }) => done)).toEqual(['added', 'changed', 'changed']);
		expect(contactsOf('4').find(({ phone }) => phone === BORIS)?.fields.name).toBe('A');
		expect(simulator.requests).toHaveLength(3);
	});

	it.each([
		[{ born: '31.02.1990' }, 'birthdayInvalid', 'Birthday must be a date such as 1990-05-17 or 17.05.1990, but it is "31.02.1990".'],
		[{ gender: 'unknown' }, 'genderInvalid', 'Gender must be female or male, but it is "unknown".'],
	])('refuses %j, and saves the others', async (spoilt, code, message) => {
		const result = await run(simulator, {
			what: 'contactList.addOrUpdate',
			items: [{ phone: ANNA, ...spoilt }, { phone: BORIS }],
			parameters: { ...list('4'), ...fields },
			onError: 'continueRegularOutput',
		});

		expect(jsonOf(result)).toMatchObject([{ done: null, error: { code, message, outcome: 'notDone' } }, { done: 'added' }]);
	});
});

it('Remove Contacts takes them off the list, and says who was not there', async () => {
	const result = await run(simulator, {
		what: 'contactList.remove',
		items: [{ phone: ANNA }, { phone: BORIS }],
		parameters: list('4'),
	});

	expect(jsonOf(result)).toEqual([
		{ phone: ANNA, contactList: '4', done: 'removed' },
		{ phone: BORIS, contactList: '4', done: 'notFound' },
	]);
	expect(contactsOf('4')).toEqual([]);
});
