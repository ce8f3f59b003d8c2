import type { IExecuteFunctions } from 'n8n-workflow';

import { canBeSeen, HandOver } from '../../nodes/CascadeMessaging/tracking/handOver';
import { LONGEST_LIST, mailboxOf } from '../../nodes/CascadeMessaging/tracking/memory/mailbox';
import type { Reader } from '../../nodes/CascadeMessaging/tracking/memory/reader';
import type { Account } from '../../nodes/CascadeMessaging/transport/account';

const warnings: string[] = [];
const context = {
	getWorkflow: () => ({ id: 'w1', name: 'Sending' }),
	getExecutionId: () => '100',
	logger: { warn: (words: string) => warnings.push(words), error: (words: string) => warnings.push(words) },
} as unknown as IExecuteFunctions;

let accounts = 0;
function freshAccount(): Account {
	accounts += 1;
	return { key: `account-${accounts}`, quote: String, redact: String, store: { kind: 'memory' } } as unknown as Account;
}

const poll = ({ key }: Account): Reader =>
	mailboxOf(key).readerOf({ key: 'trigger', longestPause: 60_000, restored: () => [] }, Date.now());

beforeEach(() => {
	jest.useFakeTimers({ now: Date.parse('2026-12-01T09:00:00.000Z') });
	warnings.length = 0;
});
afterEach(() => {
	jest.useRealTimers();
});

it.each([
	[' Autumn\u00a0', 'Autumn'],
	['\u200bAutumn sale\n', 'Autumn sale'],
	['\u200b ', null],
	[undefined, null],
])('the campaign %j is handed over as %j', async (campaignName, name) => {
	const account = freshAccount();
	const { waiting } = poll(account);
	const told = await new HandOver(context, account).give([
		{ messageId: '1', data: { contactId: 1 }, ...(campaignName !== undefined && { campaignName }) },
	]);

	expect(told).toBeUndefined();
	expect([...waiting.values()]).toEqual([
		{
			...{ messageId: '1', phone: null, clientMessageId: null, campaignName: name, sentAt: '2026-12-01T09:00:00.000Z', sendAt: null },
			...{ workflowId: 'w1', workflowName: 'Sending', executionId: '100', data: { contactId: 1 } },
		},
	]);
});

it('what the mailbox lets go of stands in n8n’s log', async () => {
	const account = freshAccount();
	poll(account);
	await new HandOver(context, account).give(
		Array.from({ length: LONGEST_LIST + 1 }, (_, index) => ({ messageId: String(index), data: {} })),
	);

	expect(warnings).toEqual([expect.stringContaining('will not report 1 message, the oldest.')]);
});

it('is seen in memory while a trigger polls, in a data table always', () => {
	const account = freshAccount();
	expect(canBeSeen(account)).toBe(false);
	poll(account);
	expect(canBeSeen(account)).toBe(true);
	jest.advanceTimersByTime(2 * 3_600_000);
	expect(canBeSeen(account)).toBe(false);
	expect(canBeSeen({ ...account, store: { kind: 'dataTable' } as Account['store'] })).toBe(true);
});

describe('handing over', () => {
	const unknown = { phone: null, clientMessageId: null, campaignName: null };

	it('asks nobody when there is no message', async () => {
		const account = { ...freshAccount(), store: { kind: 'dataTable' } } as Account;

		expect(await new HandOver(context, account).give([])).toBeUndefined();
	});

	it('passes on all that is known, and nothing where nothing is', async () => {
		const account = freshAccount();
		const { waiting } = poll(account);
		const unsaved = { ...context, getWorkflow: () => ({}) } as unknown as IExecuteFunctions;
		await new HandOver(unsaved, account).give([
			{
				...{ messageId: '1', phone: '79000000001', clientMessageId: '7', campaignName: 'Autumn', data: {} },
				sendAt: '2026-12-02T10:00:00+03:00',
			},
			{ messageId: '2', data: {} },
		]);

		const nowhere = { sentAt: '2026-12-01T09:00:00.000Z', workflowId: null, workflowName: null, executionId: '100', data: {} };
		expect([...waiting.values()]).toEqual([
			{
				...{ messageId: '1', phone: '79000000001', clientMessageId: '7', campaignName: 'Autumn', ...nowhere },
				sendAt: '2026-12-02T07:00:00.000Z',
			},
			{ messageId: '2', ...unknown, ...nowhere, sendAt: null },
		]);
	});

	it('goes to a data table where the account has one, and warns when that cannot be used', async () => {
		const store = { kind: 'dataTable', n8nUrl: 'http://127.0.0.1:1', tableName: 'messages' };
		const helpers = { httpRequestWithAuthentication: async () => await Promise.reject(new Error('ECONNREFUSED')) };
		const handOver = new HandOver({ ...context, helpers } as unknown as IExecuteFunctions, { ...freshAccount(), store } as Account);

		expect(await handOver.give([{ messageId: '1', data: {} }])).toBe(
			'Not tracked, so no trigger will report it. n8n cannot be reached under its own address. Enter the n8n URL in the credential.',
		);
	});

	it('warns of what nobody foresaw, and does not fail: the messages are on their way', async () => {
		const broken = {
			...context,
			getExecutionId: () => {
				throw new TypeError('x is not a function');
			},
		} as unknown as IExecuteFunctions;

		expect(await new HandOver(broken, freshAccount()).give([{ messageId: '1', data: {} }])).toBe(
			"Not tracked, so no trigger will report it. This is a fault of the node itself. Please report it, with what n8n's log says: TypeError: x is not a function",
		);
	});
});
