import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { searchContactLists, searchSenders } from '../../nodes/CascadeMessaging/operations/listSearch';
import { fakeContext } from './support/fakeContext';
import type { Reaction } from './support/gateway';
import { gatewayThat } from './support/gateway';

type Search = (this: ILoadOptionsFunctions, filter?: string) => Promise<INodeListSearchResult>;

/** Searches at a gateway that answers so. */
async function search(method: Search, answer: Reaction, filter?: string): Promise<INodeListSearchResult['results']> {
	const { context } = fakeContext({ http: gatewayThat(answer).http });
	return (await method.call(context as unknown as ILoadOptionsFunctions, filter)).results;
}

const senders = (any: 'TRUE' | 'FALSE', ...list: [originator: string, state: string][]): string =>
	JSON.stringify({ any_originator: any, list_originator: list.map(([originator, state]) => ({ originator, state })) });

describe('senders', () => {
	const some = senders('FALSE', ['MyShop', 'completed'], ['MyShop-New', 'order'], ['Casino', 'rejected'], ['Shop2', 'completed']);
	const both = ['MyShop', 'Shop2'].map((name) => ({ name, value: name }));

	it.each([
		[undefined, both],
		['', both],
		['shop2', both.slice(1)],
		['nobody', []],
	])('are offered where they may be used, searched by %j', async (filter, found) => {
		expect(await search(searchSenders, some, filter)).toEqual(found);
	});

	it('any name that is typed is offered where any is allowed', async () => {
		const any = senders('TRUE', ['MyShop', 'completed'], ['New', 'order']);
		const note = { name: 'Any name is allowed: type one into the search', value: '' };
		expect(await search(searchSenders, any)).toEqual([...['MyShop', 'New'].map((name) => ({ name, value: name })), note]);
		expect(await search(searchSenders, any, 'MyShop')).toEqual([{ name: 'MyShop', value: 'MyShop' }]);
		expect(await search(searchSenders, any, ' Mine ')).toEqual([{ name: 'Mine (any name is allowed)', value: 'Mine' }]);
	});

	it('that any name is allowed is said where there is no list', async () => {
		const any = JSON.stringify({ any_originator: 'TRUE' });
		expect(await search(searchSenders, any)).toEqual([{ name: 'Any name is allowed: type one into the search', value: '' }]);
		expect(await search(searchSenders, any, 'Mine')).toEqual([{ name: 'Mine (any name is allowed)', value: 'Mine' }]);
	});

	it.each<[Reaction, string]>([
		[
			senders('FALSE', ['MyShop-New', 'order'], ['Casino', 'rejected'], ['Odd', 'odd']),
			'No sender of the account may be used yet: MyShop-New (waiting), Casino (rejected), Odd (unknown state). Ask your operator for one.',
		],
		[senders('FALSE'), 'The account has no senders. Ask your operator for one.'],
		[
			{ status: 404, text: '' },
			'Your operator does not offer this: the gateway answered with HTTP status 404. Choose "By Name" and type the sender.',
		],
	])('where there are none the list says why: %j', async (answer, name) => {
		expect(await search(searchSenders, answer)).toEqual([{ name, value: '' }]);
	});

	it('the login that is wrong is an error, without secrets', async () => {
		const refused = JSON.stringify({ error: 'Неверный логин или пароль hunter2' });
		await expect(search(searchSenders, refused)).rejects.toMatchObject({
			name: 'NodeOperationError',
			message: 'The gateway refused the question: Неверный логин или пароль ***',
		});
	});
});

describe('contact lists', () => {
	const lists = JSON.stringify({
		base: [{ id_base: '4', name_base: 'Customers' }, { id_base: 42, name_base: 'Everybody' }, { id_base: '5' }],
	});

	it.each([
		[undefined, ['4', '42', '5']],
		['cust', ['4']],
		['(4', ['4', '42']],
		['5', ['5']],
	])('are found by name and ID: %j', async (filter, ids) => {
		expect((await search(searchContactLists, lists, filter)).map(({ value }) => value)).toEqual(ids);
	});

	it('are named with their IDs', async () => {
		expect((await search(searchContactLists, lists)).map(({ name }) => name)).toEqual(['Customers (4)', 'Everybody (42)', '5']);
	});

	it('that are not told are to be typed', async () => {
		expect(await search(searchContactLists, '<html></html>')).toEqual([
			{
				name: 'Your operator does not offer this: the gateway answered with a web page. Choose "By ID" and type the ID of the list.',
				value: '',
			},
		]);
	});
});
