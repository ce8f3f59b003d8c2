import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { IDataObject } from 'n8n-workflow';

import type { Simulator } from '../../../simulator';
import { startSimulator } from '../../../simulator';
import { jsonOf } from '../send/kit';
import type { AccountRun } from './kit';
import { run } from './kit';

const TEN = new Date('2026-11-27T10:00:00+03:00');

let simulator: Simulator;
beforeAll(async () => {
	simulator = await startSimulator({ speed: 0, startTime: TEN, timeZone: 'Europe/Moscow' });
	const anna = { phone: '79160000001', name: 'Анна', surname: 'Иванова', date_birth: '1990-05-17', male: 'f', addition_1: 'VIP' };
	simulator.changeAccount({ balance: 356.1, contactLists: [{ id: '4', name: 'Customers', contacts: [anna] }] });
});
afterAll(() => simulator.close());

const PAGE = readFileSync(join(__dirname, '../../../docs/account.md'), 'utf8');

/** The samples of the page about the account, in the order they stand there. */
const samples = [...PAGE.matchAll(/```json\n([^`]*)```/g)].map(([, text = '']) => JSON.parse(text) as IDataObject);

const contactList = { __rl: true, mode: 'id', value: '4' } as never;

it.each<[string, Omit<AccountRun, 'what'>, number]>([
	['account.getBalance', {}, 0],
	['account.getSenders', {}, 1],
	['phone.lookUp', { items: [{ phone: '8 916 000-00-01' }] }, 0],
	['stopList.add', { items: [{ phone: '8 916 000-00-01' }] }, 0],
	['contactList.addOrUpdate', { items: [{ phone: '8 916 000-00-02' }], parameters: { contactList } }, 0],
	['contactList.getContacts', { parameters: { contactList, simplify: true } }, 0],
	['contactList.getContacts', { parameters: { contactList } }, 0],
])('the sample of %s is what the node gives', async (what, account, index) => {
	const item = jsonOf(await run(simulator, { what: what as AccountRun['what'], ...account }))[index] ?? {};
	const sample = samples.shift() ?? {};

	// Of the prices the page shows one.
	if (Array.isArray(item.prices)) expect(item.prices).toContainEqual((sample.prices as IDataObject[])[0]);
	expect({ ...item, prices: sample.prices }).toEqual({ ...sample, prices: sample.prices });
});

it('there are no other samples', () => {
	expect(samples).toEqual([]);
});
