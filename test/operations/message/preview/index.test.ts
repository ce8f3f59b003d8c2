import type { IDataObject } from 'n8n-workflow';

import { preview } from '../../../../nodes/CascadeMessaging/operations/message/preview';
import type { FakeContext, FakeNode } from '../../support/fakeContext';
import { fakeContext } from '../../support/fakeContext';
import { gatewayThat } from '../../support/gateway';
import { outlineOf } from '../../support/outline';
import { sendNode, sms } from '../../support/sendRun';

type Previewed = Pick<FakeContext, 'hints' | 'logged'> & { readonly outputs: IDataObject[][] };

async function previewOf(fake: FakeNode = {}): Promise<Previewed> {
	const { context, hints, logged } = fakeContext(sendNode(fake));
	const outputs = await preview.run(context);
	return { hints, logged, outputs: outputs.map((items) => items.map(({ json }) => json)) };
}

const THREE = (item: number): string => ['79000000001', '12', '79000000003'][item] ?? '';
const VIBER = { channel: 'viber', sender: 'MyShop', text: 'Готово' };
const NOTHING_SENT = 'Nothing was sent. Send would reach';

it('shows each recipient, and the whole run once', async () => {
	const parameters = { phone: (item: number) => `7900000000${item}`, cascade: { steps: [VIBER, { ...sms, text: 'Готово' }] } };
	const { outputs, hints } = await previewOf({ items: 3, parameters: { ...parameters, options: { recipientsPerRequest: 2 } } });

	const all = { willBeSent: true, clientMessageId: null, sendAt: null, campaignName: null, data: {} };
	const cascade = [VIBER, { ...sms, text: 'Готово', encoding: 'ucs2', characters: 6, parts: 1 }];
	const run = { recipients: 3, notSent: 0, messages: 2, requests: 2, channels: { viber: 3, sms: 3 }, parts: 3 };
	expect(outputs).toEqual([
		[
			{ phone: '79000000000', ...all, cascade, request: 1, run },
			{ phone: '79000000001', ...all, cascade, request: 1 },
			{ phone: '79000000002', ...all, cascade, request: 2 },
		],
	]);
	const message = `${NOTHING_SENT} 3 recipients with 2 messages in 2 requests (Viber 3, SMS 3). SMS would take at most 3 parts.`;
	expect(hints).toEqual([{ type: 'info', location: 'outputPane', message }]);
});

it('speaks of no parts where no channel counts them', async () => {
	const { hints } = await previewOf({ parameters: { cascade: { steps: [VIBER] } } });

	expect(hints.map(({ message }) => message)).toEqual([`${NOTHING_SENT} 1 recipient with 1 message in 1 request (Viber 1).`]);
});

describe('what would not be sent', () => {
	const PROBLEM = { message: expect.stringMatching(/^Phone "12"/) as string, code: 'phoneInvalid', field: 'Phone' };

	it.each(['stopWorkflow', 'continueRegularOutput'] as const)('says why in its place, with On Error "%s"', async (onError) => {
		const { outputs, hints } = await previewOf({ items: 3, parameters: { phone: THREE }, node: { onError } });

		expect(outputs[0]).toMatchObject([
			{ phone: '79000000001', willBeSent: true, run: { recipients: 2, notSent: 1 } },
			{ phone: '12', willBeSent: false, problem: PROBLEM },
			{ phone: '79000000003', willBeSent: true },
		]);
		const message = `${NOTHING_SENT} 2 recipients with 1 message in 1 request (SMS 2). SMS would take at most 2 parts. Not sent to: 1, see "problem" in their items.`;
		expect(hints).toEqual([{ type: 'warning', location: 'outputPane', message }]);
	});

	it('goes where On Error says if that is an output of its own; the run is counted in the first item beside', async () => {
		const phone = (item: number): string => ['12', '79000000003'][item] ?? '';
		const { outputs } = await previewOf({ items: 2, parameters: { phone }, node: { onError: 'continueErrorOutput' } });

		expect(outputs.flat()).toMatchObject([{ error: PROBLEM }, { phone: '79000000003', run: { recipients: 1, notSent: 1 } }]);
	});

	it('may be everybody', async () => {
		const { hints } = await previewOf({ parameters: { phone: '12' } });

		expect(hints.map(({ message }) => message)).toEqual([
			`${NOTHING_SENT} 0 recipients with 0 messages in 0 requests. Not sent to: 1, see "problem" in their items.`,
		]);
	});

	it('has the own number of the recipient', async () => {
		const parameters = { clientMessageIdFrom: 'number', clientMessageNumber: '7', cascade: { steps: [{ ...sms, sender: '' }] } };
		const { outputs } = await previewOf({ parameters });

		expect(outputs[0]).toMatchObject([
			{ phone: '79000000001', clientMessageId: '7', willBeSent: false, problem: { code: 'fieldMissing' } },
		]);
	});
});

it.each([
	['json', { method: 'POST', path: '/sendmessagejson.php', contentType: 'application/json; charset=utf-8' }],
	['get', { method: 'GET', path: '/sendmessage.php' }],
])('shows requests as they would be made, with their first recipient: %s', async (protocol, document) => {
	const options = { includeDocuments: true, protocol, recipientsPerRequest: protocol === 'get' ? 1 : 2 };
	const { outputs } = await previewOf({ items: 2, parameters: { phone: (item: number) => `7900000000${item}`, options } });
	const [first, second] = outputs[0] ?? [];

	expect(first?.document).toMatchObject(document);
	expect(JSON.stringify(first?.document)).toContain('79000000000');
	expect(JSON.stringify(first?.document)).not.toMatch(/hunter2/);
	expect(second !== undefined && 'document' in second).toBe(protocol === 'get');
});

it('works in an n8n that knows no hints', async () => {
	const { outputs } = await previewOf({ knowsNoHints: true });

	expect(outputs[0]).toMatchObject([{ phone: '79000000001', willBeSent: true }]);
});

describe('a send window', () => {
	const window = { from: '00:00', to: '24:00', timeZone: 'workflow' };

	it('shows when each recipient would be sent to', async () => {
		const options = (item: number): object => ({ sendWindow: { window: { ...window, to: ['24:00', '00:01'][item] } } });
		const now = jest.spyOn(Date, 'now').mockReturnValue(Date.parse('2026-12-01T12:00:00Z'));
		const { outputs } = await previewOf({ items: 2, parameters: { phone: (item: number) => `7900000000${item}`, options } });
		now.mockRestore();

		expect(outputs).toMatchObject([
			[
				{ phone: '79000000000', sendAt: null },
				{ phone: '79000000001', sendAt: '2026-12-01T21:00:00+00:00' },
			],
		]);
	});

	it('says for how many recipients it goes by another clock, and looks at them though others are unfit', async () => {
		const options = { sendWindow: { window: { timeZone: 'recipient' } } };
		const { http, bodies } = gatewayThat({ status: 404, text: '' });
		const { hints } = await previewOf({ items: 3, parameters: { phone: THREE, options }, http });

		expect(hints.map(({ message }) => message.slice(0, 36))).toContain('For 2 of 2 recipients, Send Window g');
		expect(bodies).toHaveLength(1);
	});
});

it('shows what an earlier try of the node has sent', async () => {
	const line = { item: 0, json: { phone: '79000000001', accepted: true, messageId: '1' } };
	const { outputs } = await previewOf({ kept: { sentBefore: { 0: { lines: [line], strays: [] } } } });

	expect(outputs).toEqual([[expect.objectContaining({ messageId: '1' })]]);
});

describe('what keeps the whole run from being looked at', () => {
	const credential = (): never => {
		throw new Error('no credential');
	};

	it('stops the workflow, and says that nothing was sent', async () => {
		await expect(previewOf({ credential, items: 2 })).rejects.toMatchObject({
			description: expect.stringContaining('Nothing was sent.') as string,
		});
	});

	it('is told for each item where the run goes on', async () => {
		const { outputs } = await previewOf({ credential, items: 2, node: { onError: 'continueRegularOutput' } });

		expect(outputs).toMatchObject([
			[
				{ phone: null, willBeSent: false, error: {} },
				{ phone: null, willBeSent: false, error: {} },
			],
		]);
	});
});

it('has the fields of Send, and the options that matter before it', () => {
	expect(preview.option).toEqual({
		...{ name: 'Preview', value: 'preview', action: 'Preview message' },
		description: 'See who would get what, in how many parts and requests, without sending anything',
	});
	const options = preview.fields.filter(({ name }) => name === 'options');
	expect(
		outlineOf(options)
			.filter((line) => /^ {4}\S/.test(line))
			.map((line) => line.trim().split(' (')[0]),
	).toEqual([
		...['Attach Data', 'Attach Data', 'Campaign Name', 'Check Senders', 'Empty Placeholders', 'Estimate Cost', 'Include Documents'],
		...['Protocol', 'Recipients per Request', 'Retries', 'Send At', 'Send Window', 'Stop Lists', 'Timeout'],
	]);
});
