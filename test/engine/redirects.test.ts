import './harness/userFolder'; // first: n8n-core reads the environment when it loads

import { CredentialTestContext } from 'n8n-core';
import type { ICredentialDataDecryptedObject, INodeCredentialTestResult, INodeParameters } from 'n8n-workflow';

import { CascadeMessagingApi } from '../../credentials/CascadeMessagingApi.credentials';
import { CascadeMessaging } from '../../nodes/CascadeMessaging/CascadeMessaging.node';
import type { Simulator } from '../../simulator';
import { startSimulator } from '../../simulator';
import { inspected } from '../e2e/secrets/inspected';
import { ACCOUNT, API_KEY, LOGIN, PASSWORD, secretsFor, TOKEN } from '../e2e/secrets/madeUp';
import { PROTOCOLS, REDIRECTS } from '../e2e/secrets/orders';
import type { Recorder } from '../e2e/secrets/recorder';
import { startRecorder } from '../e2e/secrets/recorder';
import { findSecrets } from '../e2e/secrets/search';
import type { NodeResult } from './harness';
import { runNode } from './harness';
import { accountAt, jsonOf, NO_RETRIES, sms } from './send/kit';

let simulator: Simulator;
let elsewhere: Recorder;
let n8n: Recorder;
beforeAll(async () => {
	simulator = await startSimulator({ ...ACCOUNT, speed: 3600 });
	elsewhere = await startRecorder();
	n8n = await startRecorder();
});
afterAll(async () => {
	await Promise.all([simulator, elsewhere, n8n].map(async (one) => await one.close()));
});
beforeEach(() => {
	simulator.reset();
});

/** Where the second host is, with all secrets in the rest of the address. */
function location(): string {
	const all = [LOGIN, PASSWORD, TOKEN].map(({ value }) => encodeURIComponent(value)).join('/');
	return `${elsewhere.url.replace('://', `://${encodeURIComponent(LOGIN.value)}:${encodeURIComponent(PASSWORD.value)}@`)}/${all}?${all}#${all}`;
}

const account = (changes: ICredentialDataDecryptedObject = {}): ICredentialDataDecryptedObject =>
	accountAt(simulator, { ...secretsFor('password'), timeZone: 'Europe/Moscow', ...changes });
const withTable = (): ICredentialDataDecryptedObject =>
	account({ store: 'dataTable', n8nApiKey: API_KEY.value, n8nUrl: n8n.url, dataTableName: 'messages', keepForDays: 30 });

let runs = 0;

async function run(data: ICredentialDataDecryptedObject, operation: string, protocol = 'json'): Promise<NodeResult> {
	runs += 1;
	const what: INodeParameters =
		operation === 'send' ? { phone: String(79_000_200_000 + runs), defaultCountry: 'RU', cascade: { steps: [sms] } } : { messageId: '1' };
	return await runNode({
		node: new CascadeMessaging(),
		parameters: { resource: 'message', operation, ...what, options: { ...NO_RETRIES, protocol } },
		onError: 'continueErrorOutput',
		credentials: [{ type: new CascadeMessagingApi(), data }],
	});
}

async function pressTest(data: ICredentialDataDecryptedObject): Promise<INodeCredentialTestResult> {
	const credential = { id: '1', name: 'Gateway', type: 'cascadeMessagingApi', data };
	return await new CascadeMessaging().methods.credentialTest.testCredential.call(new CredentialTestContext(), credential);
}

/** The second host got nothing at all, not even a connection, and what is left tells no secret. */
function expectNothingToGoOut(left: unknown): void {
	expect(elsewhere.connections).toBe(0);
	expect(findSecrets(inspected('what is left', left))).toEqual([]);
}

const host = (): string => `The gateway redirects to 127.0.0.1:${elsewhere.port}, which is not followed`;

describe.each(REDIRECTS)('a redirect with HTTP %d is not followed', (status) => {
	describe.each(['send', 'getStatus'])('by %s', (operation) => {
		it.each(PROTOCOLS)('over %s; the host it points to is told', async (protocol) => {
			simulator.faults.set({ fault: 'redirect', status, location: location() });
			for (const proof of ['password', 'token'] as const) {
				const result = await run(account(secretsFor(proof)), operation, protocol);
				expect(jsonOf(result, 1)).toMatchObject([{ error: { message: expect.stringContaining(host()) as unknown, code: 'redirected' } }]);
				expectNothingToGoOut(result.run);
			}
		});
	});

	it('by the Test button', async () => {
		simulator.faults.set({ fault: 'redirect', status, location: location() });
		const result = await pressTest(account());

		expect(result).toMatchObject({ status: 'Error', message: expect.stringContaining(host()) as unknown });
		expectNothingToGoOut(result);
	});

	it('when n8n’s Data Table API redirects', async () => {
		n8n.answer = (_, response) => {
			response.writeHead(status, { location: location() }).end();
		};
		const result = await run(withTable(), 'send');

		expect(jsonOf(result)).toMatchObject([{ accepted: true, warning: expect.stringContaining('Not tracked') as unknown }]);
		expect(n8n.requests.at(-1)?.headers['x-n8n-api-key']).toBe(API_KEY.value);
		expectNothingToGoOut(result.run);
	});

	it('when it redirects the Test button', async () => {
		n8n.answer = (_, response) => {
			response.writeHead(status, { location: location() }).end();
		};
		const result = await pressTest(withTable());

		expect(result).toMatchObject({ status: 'Error' });
		expectNothingToGoOut(result);
	});
});
