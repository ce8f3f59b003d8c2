import { contactPages } from '../../../nodes/CascadeMessaging/operations/contactList/pages';
import { AccountRun } from '../../../nodes/CascadeMessaging/operations/shared/account/accountRun';
import { fakeContext } from '../support/fakeContext';
import { gatewayThat } from '../support/gateway';

const page = (page: number | undefined, pages: number | undefined, ...phones: number[]): string =>
	JSON.stringify({ page, num_pages: pages, phones: phones.map((phone) => ({ phone: String(79160000000 + phone) })) });

/** What comes of the pages of a list: the last digits of their phones, or why there are no more. */
async function pagesOf(...answers: string[]): Promise<{ read: unknown[]; asked: number }> {
	const gateway = gatewayThat(...answers);
	const { context } = fakeContext({ http: gateway.http, parameters: { options: { retries: 0 } } });
	const read: unknown[] = [];
	for await (const reply of contactPages(await AccountRun.begin(context), { listId: '4' })) {
		read.push('trouble' in reply ? reply.trouble.message : reply.contacts.map(({ phone }) => phone.slice(-1)).join(''));
	}
	return { read, asked: gateway.bodies.length };
}

it.each<[string, string[], string[]]>([
	['as many as the gateway says', [page(1, 2, 1, 2), page(2, 2, 3)], ['12', '3']],
	['an empty list', [page(1, 0)], ['']],
	['a list without a word about pages, which is the whole list', [page(undefined, undefined, 1, 2)], ['12']],
	[
		'pages whose number is not told, until one is empty',
		[page(1, undefined, 1), page(2, undefined, 2), page(3, undefined)],
		['1', '2', ''],
	],
	['pages without their own number', [page(undefined, 2, 1), page(undefined, 2, 2)], ['1', '2']],
])('%s', async (_, answers, read) => {
	expect(await pagesOf(...answers)).toEqual({ read, asked: answers.length });
});

it('a gateway that gives its last page again has no further ones', async () => {
	expect(await pagesOf(page(1, undefined, 1), page(1, undefined, 1))).toEqual({ read: ['1'], asked: 2 });
});

it('a gateway that gives another page than it was asked for is told of', async () => {
	expect(await pagesOf(page(1, 3, 1), page(3, 3, 3))).toEqual({
		read: ['1', 'The gateway gave page 3 of the list in place of page 2.'],
		asked: 2,
	});
});

it('nothing is asked any more once nobody wants more', async () => {
	const gateway = gatewayThat(page(1, 100, 1));
	const { context } = fakeContext({ http: gateway.http });
	for await (const reply of contactPages(await AccountRun.begin(context), { listId: '4' })) {
		expect(reply).toHaveProperty('contacts');
		break;
	}
	expect(gateway.bodies).toHaveLength(1);
});
