import type { DraftOrFailure } from '../../../../nodes/CascadeMessaging/operations/message/send/drafts';
import { draftReader } from '../../../../nodes/CascadeMessaging/operations/message/send/drafts';
import { TextReader } from '../../../../nodes/CascadeMessaging/operations/shared/templates/textReader';
import { clientNumberOf } from '../../../../nodes/CascadeMessaging/protocol';
import type { FakeNode } from '../../support/fakeContext';
import { sendRun, sms } from '../../support/sendRun';

const CLOCK = { gateway: 'UTC', workflow: 'UTC', now: Date.parse('2026-12-01T12:00:00Z') };
const content = { cascade: ['sms'], channels: { sms: { sender: 'MyShop', text: 'Your order is ready' } } };

async function drafts(fake: FakeNode): Promise<DraftOrFailure[]> {
	const { run } = await sendRun(fake);
	const read = draftReader(run, new TextReader({ refusesEmpty: true, evaluate: () => undefined }), CLOCK);
	return run.context.getInputData().flatMap((_, item) => read(item));
}

it('are one for each phone of each item, in order', async () => {
	expect(
		await drafts({ items: 2, parameters: { phone: (item: number) => [['79000000001', '79000000002'], '79000000003'][item] } }),
	).toStrictEqual([
		{ item: 0, content, recipient: { phone: '79000000001' }, data: {} },
		{ item: 0, content, recipient: { phone: '79000000002' }, data: {} },
		{ item: 1, content, recipient: { phone: '79000000003' }, data: {} },
	]);
});

it('have what the options say', async () => {
	const options = { campaignName: 'Autumn', sendAt: '2026-12-01T13:00', attachDataJson: '{"a":1}' };
	expect(await drafts({ parameters: { options } })).toStrictEqual([
		{
			item: 0,
			content: { ...content, campaignName: 'Autumn', sendAt: '2026-12-01 13:00' },
			recipient: { phone: '79000000001' },
			data: { a: 1 },
		},
	]);
});

it('skip who is on the stop lists of the options', async () => {
	const options = { stopLists: { lists: [{ contactList: '4' }] } };

	expect(await drafts({ parameters: { options } })).toMatchObject([{ content: { ...content, stopLists: ['4'] } }]);
	expect(await drafts({})).not.toMatchObject([{ content: { stopLists: expect.anything() as unknown } }]);
});

it('have no window over a protocol that carries no moments', async () => {
	const sendWindow = { window: { from: '09:00', to: '21:00' } };

	expect(await drafts({ parameters: { options: { protocol: 'get', sendWindow } } })).toMatchObject([
		{ failure: { code: 'protocolCannotCarry', outcome: 'notSent' } },
	]);
});

it('have the moment of the field Send At, which counts before the option of workflows made before', async () => {
	const at = { content: { sendAt: '2026-12-01 13:00' } };
	expect(await drafts({ parameters: { sendAt: '2026-12-01T13:00' } })).toMatchObject([at]);
	expect(await drafts({ parameters: { sendAt: '2026-12-01T13:00', options: { sendAt: '2026-12-01T14:00' } } })).toMatchObject([at]);
	expect(await drafts({ parameters: { sendAt: '', options: { sendAt: '2026-12-01T13:00' } } })).toMatchObject([at]);
	expect(await drafts({ parameters: { sendAt: () => '' } })).toMatchObject([{ failure: { code: 'sendAtInvalid', outcome: 'notSent' } }]);
});

it('have a client number for each phone', async () => {
	const parameters = { phone: '79000000001,79000000002', clientMessageIdFrom: 'key', clientMessageKey: 'order-1' };
	expect(await drafts({ parameters })).toMatchObject([
		{ recipient: { phone: '79000000001', clientMessageId: clientNumberOf('order-1', '79000000001') } },
		{ recipient: { phone: '79000000002', clientMessageId: clientNumberOf('order-1', '79000000002') } },
	]);
});

it('say when their moment is gone by', async () => {
	expect(await drafts({ parameters: { options: { sendAt: '2026-12-01T11:00' } } })).toMatchObject([
		{ recipient: { phone: '79000000001' }, content: { sendAt: '2026-12-01 11:00' }, overdue: { code: 'sendAtPast' } },
	]);
});

it('have the window of their item', async () => {
	const sendWindow = { window: { from: '09:00', to: '21:00', timeZone: 'name', timeZoneName: 'Asia/Omsk' } };
	const [draft] = await drafts({ parameters: { options: { campaignName: 'Autumn', sendWindow } } });

	expect(draft).toMatchObject({
		...{ item: 0, data: {}, content: { ...content, campaignName: 'Autumn' }, recipient: { phone: '79000000001' } },
		window: { isOfRecipient: false, timeZone: 'Asia/Omsk' },
	});
});

it('each item has a window of its own where an expression says so', async () => {
	const options = (item: number): object => ({ sendWindow: { window: { from: ['07:00', '9', '08:00'][item] } } });

	expect(await drafts({ items: 3, parameters: { options } })).toMatchObject([
		{ item: 0, window: { timeZone: 'UTC' } },
		{ item: 1, failure: { code: 'windowTimeInvalid', field: 'Send Window From', outcome: 'notSent' } },
		{ item: 2, window: { timeZone: 'UTC' } },
	]);
});

it('a phone that is none fails alone', async () => {
	expect(await drafts({ parameters: { phone: '79000000001,12' } })).toMatchObject([
		{ recipient: { phone: '79000000001' } },
		{ item: 0, failure: { code: 'phoneInvalid', outcome: 'notSent', phone: '12' } },
	]);
});

it('an item that cannot be read has one failure, and the others are read', async () => {
	const parameters = { phone: (item: number) => ['', '79000000001,79000000002'][item] };
	expect(await drafts({ items: 2, parameters })).toMatchObject([
		{ item: 0, failure: { code: 'phoneMissing', outcome: 'notSent' } },
		{ item: 1, recipient: { phone: '79000000001' } },
		{ item: 1, recipient: { phone: '79000000002' } },
	]);
});

it('keep the programming error behind a failure', async () => {
	const fault = new TypeError('x is undefined');
	const trap = {
		get name(): string {
			throw fault;
		},
	};
	const parameters = { options: () => ({ retries: 0, attachData: { values: [trap] } }) };
	expect(await drafts({ parameters })).toMatchObject([{ failure: { code: 'nodeFault', outcome: 'notSent' }, cause: fault }]);
});

it.each([
	['texts', { cascade: () => ({ steps: [{ ...sms, text: 'Hi undefined' }] }) }, 'textBroken'],
	['campaign names', { options: () => ({ campaignName: 'undefined' }) }, 'textBroken'],
	['client numbers', { clientMessageIdFrom: 'number', clientMessageNumber: ' ' }, 'clientMessageIdMissing'],
	['attached data', { options: { attachDataJson: '[' } }, 'valueNotReadable'],
])('broken %s are refused', async (_, parameters, code) => {
	expect(await drafts({ parameters })).toMatchObject([{ failure: { code, outcome: 'notSent' } }]);
});

describe('equal contents', () => {
	const contents = async (parameters: FakeNode['parameters'] = {}): Promise<unknown[]> => {
		const phones = { phone: (item: number) => `7900000000${item}` };
		return (await drafts({ items: 3, parameters: { ...phones, ...parameters } })).map((draft) => 'content' in draft && draft.content);
	};

	it('are the very same, so that they make one message', async () => {
		const [first, second, third] = await contents();
		expect([second === first, third === first]).toEqual([true, true]);
	});

	it.each([
		['cascade', { cascade: (item: number) => ({ steps: [{ ...sms, text: `Text ${item}` }] }) }],
		['options', { options: (item: number) => ({ campaignName: `Campaign ${item}` }) }],
		['moment', { sendAt: (item: number) => `2026-12-01T13:0${item}` }],
	])('are not taken for equal where the %s of each item is its own', async (_, parameters) => {
		expect(new Set((await contents(parameters)).map((one) => JSON.stringify(one))).size).toBe(3);
	});
});
