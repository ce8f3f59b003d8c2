import { sleep } from 'n8n-workflow';

import { takeReply } from '../../nodes/CascadeMessaging/replies/takeReply';
import { MemoryOutbox } from '../../nodes/CascadeMessaging/tracking/memory/memoryOutbox';
import { keepForReplies } from '../../nodes/CascadeMessaging/tracking/memory/sentMessages';
import { posted, READ } from '../protocol/replies/support';
import { dataTables, message } from '../tracking/support/dataTables';
import { fakeN8n } from '../tracking/support/n8n';
import type { Call } from './support/webhook';
import { webhook } from './support/webhook';

jest.mock('n8n-workflow', (): object => ({ ...jest.requireActual('n8n-workflow'), sleep: jest.fn() }));
const slept = jest.mocked(sleep);
const { sleep: sleepReally } = jest.requireActual<{ sleep: typeof sleep }>('n8n-workflow');
beforeEach(() => {
	slept.mockReset().mockImplementation(async (milliseconds, signal) => {
		if (milliseconds !== 3_000) await sleepReally(milliseconds, signal);
	});
});

const here = dataTables();
const NOTHING = { noWebhookResponse: true };
const OK = { status: 200, body: { accepted: true } };

let replies = 0;
/** A reply that never came before. */
const fresh = (): Record<string, unknown> => posted({}, {}, { text: `Reply ${++replies}` });

it('answers, and starts the workflow with the reply', async () => {
	const { context, answers, logged } = webhook();

	expect(await takeReply(context)).toEqual({
		noWebhookResponse: true,
		workflowData: [[{ json: { ...READ, known: false, campaignName: null, sentAt: null, sentBy: null, data: {} } }]],
	});
	expect(answers).toEqual([OK]);
	expect(logged).toEqual([]);
});

it('brings what is known of the message that is answered', async () => {
	keepForReplies('account', here.now);
	const sent = message('123456', { phone: READ.phone, campaignName: 'Autumn', data: { contactId: 42 } });
	await new MemoryOutbox(fakeN8n().context, 'account').add([sent]);
	const { workflowData } = await takeReply(webhook({ body: fresh() }).context);

	expect(workflowData).toMatchObject([[{ json: { known: true, campaignName: 'Autumn', data: { contactId: 42 } } }]]);
});

it('looks once more for a message that is not written down yet', async () => {
	keepForReplies('account', here.now);
	const sent = message('123457', { phone: READ.phone, data: { contactId: 43 } });
	slept.mockImplementationOnce(async () => await new MemoryOutbox(fakeN8n().context, 'account').add([sent]));
	const { context, answers } = webhook({ body: posted({ message_id: '123457' }) });

	expect((await takeReply(context)).workflowData).toMatchObject([[{ json: { known: true, data: { contactId: 43 } } }]]);
	expect(slept.mock.calls).toEqual([[3_000]]);
	expect(answers).toEqual([OK]);
});

it('does not let somebody wait who tests in the editor', async () => {
	const { workflowData } = await takeReply(webhook({ body: posted({ message_id: '8' }), mode: 'manual' }).context);

	expect(workflowData).toMatchObject([[{ json: { known: false } }]]);
	expect(slept).not.toHaveBeenCalled();
});

it('answers what is refused with the reason, and starts nothing', async () => {
	const { context, answers, logged } = webhook({ body: 'hello' });

	expect(await takeReply(context)).toEqual(NOTHING);
	expect(answers).toEqual([{ status: 400, body: { error: 'The body is not JSON.' } }]);
	expect(logged).toEqual([expect.stringMatching(/^debug: Cascade Messaging Reply Trigger refused a request: \w+$/)]);
});

it('answers what is not wanted with 200, and starts nothing', async () => {
	const { context, answers } = webhook({ body: posted({ message_id: '9' }), filters: { ignoreUnknown: true } });

	expect(await takeReply(context)).toEqual(NOTHING);
	expect(answers).toEqual([OK]);
});

describe('a reply that is posted again', () => {
	async function starts(...calls: readonly Call[]): Promise<boolean[]> {
		const taken: boolean[] = [];
		for (const call of calls) taken.push((await takeReply(webhook(call).context)).workflowData !== undefined);
		return taken;
	}

	it('starts the workflow once, and is answered like the first', async () => {
		const body = fresh();
		expect(await starts({ body }, { body })).toEqual([true, false]);
		const { context, answers } = webhook({ body });
		await takeReply(context);

		expect(answers).toEqual([OK]);
	});

	it('starts each workflow once', async () => {
		const body = fresh();
		expect(await starts({ body }, { body, workflowId: 'w2' }, { body, workflowId: null }, { body, workflowId: null })).toEqual([
			...[true, true, true, false],
		]);
	});

	it('starts a test in the editor as often as one likes', async () => {
		const body = fresh();
		expect(await starts({ body, mode: 'manual' }, { body, mode: 'manual' }, { body })).toEqual([true, true, true]);
	});
});

describe('a message that cannot be looked up', () => {
	const inTable = (): Call => ({ body: fresh(), credential: here.credential, filters: { ignoreUnknown: true, onlyCampaign: 'Spring' } });
	const START = [[{ json: expect.objectContaining({ known: null }) as unknown }]];

	it('starts the workflow all the same, and n8n’s log says why', async () => {
		here.tables.phase = 'starting';
		const { context, logged } = webhook(inTable());

		expect((await takeReply(context)).workflowData).toEqual(START);
		expect(logged).toEqual([
			expect.stringMatching(/^warn: Cascade Messaging Reply Trigger could not look up the message that a reply belongs to\. .*start/),
		]);
	});

	it('because of a fault of the node does so too', async () => {
		const { context, logged } = webhook(inTable());
		Object.assign(context, { helpers: undefined });

		expect((await takeReply(context)).workflowData).toEqual(START);
		expect(logged).toEqual([
			expect.stringMatching(/^error: A fault of the Cascade Messaging nodes: TypeError/),
			expect.stringMatching(/^warn: .* belongs to\. This is a fault of the node itself\./),
		]);
	});
});
