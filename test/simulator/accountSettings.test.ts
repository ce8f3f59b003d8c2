import { type AccountSettings, startSimulator } from '../../simulator';
import { askAccount, at } from './client';
import { firstEvent } from './pageEvents';
import { simulator, useSimulator } from './runningSimulator';

useSimulator({ account: { balance: 250.5, stopList: ['79000000001'] } });

async function put(body: unknown): Promise<{ status: number; answer: unknown }> {
	const init = { method: 'PUT', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
	const response = await fetch(`${simulator.url}/_control/account`, init);
	return { status: response.status, answer: await response.json() };
}

describe('the account', () => {
	it('is set up by the control endpoint in what is given', async () => {
		const contactLists = [{ id: '7', name: 'Shop', contacts: [{ phone: '79160000001', name: 'Anna' }] }];
		const { status, answer } = await put({ balance: 5, unknownTypes: ['def'], contactLists });
		expect([status, answer]).toEqual([
			200,
			expect.objectContaining({ offered: true, balance: 5, currency: 'RUR', unknownTypes: ['def'], stopList: ['79000000001'] }),
		]);
		expect(await askAccount(simulator.url, 'list_bases')).toMatchObject({ base: [{ id_base: '7', name_base: 'Shop' }] });
	});

	it('is told as it can be set, with what was changed by questions', async () => {
		await askAccount(simulator.url, 'stop', { add_stop: ['79000000002'] });
		const state: unknown = await (await fetch(`${simulator.url}/_control/state`)).json();
		expect(state).toMatchObject({ account: { balance: 250.5, stopList: ['79000000001', '79000000002'], hoursFrom: 'moscow' } });
		const { account } = state as { account: AccountSettings };
		expect((await put(account)).answer).toEqual(account);
	});

	it('shows its money and its stop list on the page', async () => {
		expect(await firstEvent(simulator.url)).toMatchObject({ account: { balance: '250.50 RUR', stopList: 1 } });
	});

	it.each<[unknown, string]>([
		['poor', 'An account is an object: {"balance":100,"stopList":["79000000001"]}.'],
		[{ money: 5 }, '"money" of the account is not known; there are offered, unknownTypes, balance,'],
		[{ balance: '5' }, '"balance" of the account must be a number.'],
		[{ unknownTypes: ['weather'] }, '"unknownTypes" of the account must be a list of balance, originator, def,'],
		[{ timeZone: 'Europe/Atlantis' }, '"timeZone" of the account must be an IANA time zone.'],
		[{ hoursFrom: 'london' }, '"hoursFrom" of the account must be moscow or utc.'],
		[{ stopList: ['+79000000001'] }, '"stopList" of the account must be a list of phones, digits as texts.'],
		[{ originators: [{ originator: 'MyShop' }] }, '"originators" of the account must be a list of'],
		[
			{ contactLists: [{ name: 'Shop', contacts: [{ phone: '79000000001', email: 'x' }] }] },
			'"contactLists" of the account must be a list of',
		],
		[
			{ contactLists: [{ name: 'Shop', contacts: [{ phone: '79000000001', toString: 'x' }] }] },
			'"contactLists" of the account must be a list of',
		],
		[{ contactLists: [{ id: 'x', name: 'Shop', contacts: [] }] }, '"contactLists" of the account must be a list of'],
		[{ surcharges: { МТС: '0.5' } }, '"surcharges" of the account must be amounts by network: {"МТС":0.5}.'],
		[{ pageSize: 0 }, '"pageSize" of the account must be a whole number from 1.'],
	])('refuses %j and stays as it is', async (given, error) => {
		const { status, answer } = await put(given);
		expect([status, at(answer, 'error')]).toEqual([400, expect.stringContaining(error)]);
		expect(simulator.balance).toBe(250.5);
	});

	it('cannot start with settings that make no sense', async () => {
		await expect(startSimulator({ account: { pageSize: 1.5 } })).rejects.toThrow(
			'"pageSize" of the account must be a whole number from 1.',
		);
	});
});
