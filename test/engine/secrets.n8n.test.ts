import './harness/userFolder'; // first: n8n-core reads the environment when it loads

import { CredentialTestContext } from 'n8n-core';
import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import { CascadeMessaging } from '../../nodes/CascadeMessaging/CascadeMessaging.node';
import type { FaultOrder, Simulator } from '../../simulator';
import { startSimulator } from '../../simulator';
import { tellingAnswers } from '../e2e/secrets/answers';
import { WRITINGS } from '../e2e/secrets/forms';
import { inspected } from '../e2e/secrets/inspected';
import { ACCOUNT, API_KEY, LOGIN, PASSWORD, secretsFor, TOKEN } from '../e2e/secrets/madeUp';
import { everyFault, isSlow, nameOf } from '../e2e/secrets/orders';
import type { Recorder } from '../e2e/secrets/recorder';
import { startRecorder } from '../e2e/secrets/recorder';
import { findSecrets } from '../e2e/secrets/search';
import { share } from '../support/longRun';
import { hurry } from './hurry';
import { accountAt, send } from './send/kit';
import { activate } from './trigger/kit';

hurry();
let simulator: Simulator;
let n8n: Recorder;
beforeAll(async () => {
	simulator = await startSimulator({ ...ACCOUNT, speed: 3600 });
	n8n = await startRecorder();
});
afterAll(async () => {
	await Promise.all([simulator, n8n].map(async (one) => await one.close()));
});
beforeEach(() => {
	simulator.reset();
});

const ZONE = { timeZone: 'Europe/Moscow' };
const quick = everyFault('http://127.0.0.1:1')
	.filter((order) => !isSlow(order))
	.map((order) => [nameOf(order), order] as const);

async function pressTest(data: ICredentialDataDecryptedObject): Promise<unknown> {
	const credential = { id: '1', name: 'Gateway', type: 'cascadeMessagingApi', data: accountAt(simulator, { ...ZONE, ...data }) };
	return await new CascadeMessaging().methods.credentialTest.testCredential.call(new CredentialTestContext(), credential);
}

describe.each([
	['password', 0],
	['token', 1],
] as const)('the Test button tells no secret, with %s,', (proof, turn) => {
	it.each(share(quick, 12, turn))('when the gateway goes wrong: %s', async (_, order) => {
		simulator.faults.set(order);

		expect(findSecrets(inspected('result', await pressTest(secretsFor(proof))))).toEqual([]);
	});

	it('when the gateway tells it, in any writing', async () => {
		for (const [index, write] of Object.values(WRITINGS).entries()) {
			const told = (proof === 'token' ? [TOKEN] : [LOGIN, PASSWORD]).map(({ value }) => write(value)).join(' – ');
			for (const body of share(tellingAnswers('json', 'state', told), 2, index)) {
				simulator.faults.clear();
				simulator.faults.set({ fault: 'custom', body });
				expect(findSecrets(inspected('result', await pressTest(secretsFor(proof))))).toEqual([]);
			}
		}
	});
});

let triggers = 0;

/** Polls of a trigger for which a message waits: what it emits, throws, logs and saves. */
async function polls(gateway: Simulator, account: ICredentialDataDecryptedObject, protocol = 'json'): Promise<unknown[]> {
	triggers += 1;
	const waiting = { messageId: '1', sentAt: new Date().toISOString(), data: {} };
	const trigger = activate(gateway, {
		...{ workflowId: `secrets${triggers}`, credentialId: `secrets${triggers}`, account: account },
		...{ parameters: { options: { protocol } }, staticData: { waiting: [waiting] } },
	});
	const first = await trigger.poll().catch((error: unknown) => error);
	const second = await trigger.poll().catch((error: unknown) => error);
	return [first, second, trigger.staticData, trigger.warnings];
}

const foundIn = (left: unknown[]) => left.flatMap((one, index) => findSecrets(inspected(`${index}`, one))).slice(0, 3);

const POLLS = [
	['json', 'password', 0],
	['json', 'token', 0],
	['xml', 'token', 1],
	['xml', 'password', 1],
] as const;

describe.each(share(POLLS, 2, 0))('a poll over %s with %s keeps no secret', (protocol, proof, turn) => {
	/** Polls for each fault, from a gateway of its own: all at once, because each waits before it asks again. */
	async function pollAll(orders: readonly FaultOrder[]): Promise<void> {
		const told = await Promise.all(
			orders.map(async (order) => {
				const gateway = await startSimulator(ACCOUNT);
				gateway.faults.set(order);
				const left = await polls(gateway, secretsFor(proof), protocol);
				await gateway.close();
				return { order, words: JSON.stringify(left.at(-1)), found: foundIn(left) };
			}),
		);
		expect(told.filter(({ found }) => found.length > 0)).toEqual([]);
		expect(told.some(({ words }) => words.includes('could not'))).toBe(true);
	}

	it('when the gateway goes wrong', async () => {
		await pollAll(share(quick, 4, turn).map(([, order]) => order));
	}, 30_000);

	it('when the gateway tells it', async () => {
		const told = (proof === 'token' ? [TOKEN] : [LOGIN, PASSWORD]).map(({ value }) => value).join(' – ');
		await pollAll(tellingAnswers(protocol, 'state', told).map((body) => ({ fault: 'custom', body })));
	}, 30_000);
});

describe('n8n’s API key', () => {
	const account = (): ICredentialDataDecryptedObject => ({
		...{ ...secretsFor('password'), store: 'dataTable', n8nApiKey: API_KEY.value, n8nUrl: n8n.url },
		...{ dataTableName: 'messages', keepForDays: 30 },
	});

	const STATUSES = [400, 401, 403, 404, 409, 429, 500, 503, 200];

	it.each(STATUSES.map((status, turn) => [status, turn]))(
		'is not kept when n8n’s API says it with HTTP %d, in any writing',
		async (status, turn) => {
			for (const write of share(Object.values(WRITINGS), STATUSES.length, turn)) {
				const message = `Wrong key ${write(API_KEY.value)} in data table!`;
				n8n.answer = ({ whole }, response) => {
					response.writeHead(status).end(JSON.stringify({ message, error: message, data: [{ whole }] }));
				};
				const { run, thrown } = await send(simulator, {
					account: account(),
					items: [{ phone: String(79_000_400_000 + n8n.requests.length) }],
				});
				const left = [run, ...thrown, await pressTest(account()), ...(await polls(simulator, account()))];
				expect(foundIn(left)).toEqual([]);
			}
		},
	);

	it.each(['reset', 'no JSON'])('is not kept when n8n’s API goes wrong: %s', async (how) => {
		n8n.answer = ({ whole }, response) => {
			if (how === 'reset') response.destroy();
			else response.end(whole);
		};
		const { run, thrown } = await send(simulator, { account: account(), items: [{ phone: '79000499999' }] });

		expect(foundIn([run, ...thrown, await pressTest(account()), ...(await polls(simulator, account()))])).toEqual([]);
		expect(n8n.requests.at(-1)?.headers['x-n8n-api-key']).toBe(API_KEY.value);
	});
});
