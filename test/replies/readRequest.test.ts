import { readRequest } from '../../nodes/CascadeMessaging/replies/readRequest';
import { posted, READ } from '../protocol/replies/support';
import type { Call } from './support/webhook';
import { webhook } from './support/webhook';

const read = async (call: Call): Promise<unknown> => await readRequest(webhook(call).context);

it('lets a reply in, with the account and the settings to go on with', async () => {
	expect(await read({ filters: { onlyCampaign: 'Autumn' } })).toMatchObject({
		account: { key: 'account', store: { kind: 'memory' } },
		settings: { onlyCampaign: 'Autumn', ignoreUnknown: false },
		reply: READ,
	});
});

it('lets in whoever knows the key', async () => {
	expect(await read({ credential: { replySecret: 'key' }, query: { key: 'key' } })).toMatchObject({ reply: READ });
});

it('refuses a wrong key before anything else is looked at', async () => {
	const wrong = { credential: { replySecret: 'key', host: '' }, query: { key: 'kez' }, body: 'nonsense' };
	expect(await read(wrong)).toEqual({ status: 403, code: 'keyWrong', message: 'The key is missing or wrong.' });
});

it('refuses a body that is not taken', async () => {
	expect(await read({ type: 'text/xml' })).toEqual({
		...{ status: 400, code: 'typeNotSupported', message: 'The body is of a type that is not taken. Post JSON.' },
	});
});

it('refuses what is no reply', async () => {
	expect(await read({ body: posted({ message_id: '' }) })).toMatchObject({
		status: 400,
		message: 'message_id is missing, or not as documented.',
	});
});

describe('what keeps all replies out', () => {
	const REFUSED = { status: 500, code: 'notReady', message: 'Replies cannot be taken at the moment.' };

	it('is told in n8n’s log alone, when it stands in the credential', async () => {
		const { context, logged } = webhook({ credential: { host: '' } });

		expect(await readRequest(context)).toEqual(REFUSED);
		expect(logged).toEqual(['error: Cascade Messaging Reply Trigger could not take a reply. The host in the credential is not an address']);
	});

	it('is told with its stack, when it is a fault of the node', async () => {
		const { context, logged } = webhook();
		const failing = Object.assign(context, {
			getQueryData: () => {
				throw new TypeError('oh');
			},
		});
		failing.getCredentials = (async () => await Promise.resolve({ replySecret: 'key' })) as never;

		expect(await readRequest(failing)).toEqual(REFUSED);
		expect(logged).toEqual([expect.stringMatching(/^error: A fault of the Cascade Messaging nodes: TypeError: oh\n/)]);
	});
});
