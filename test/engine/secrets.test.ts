import type { INodeParameters, OnError } from 'n8n-workflow';

import { CascadeMessagingApi } from '../../credentials/CascadeMessagingApi.credentials';
import { CascadeMessaging } from '../../nodes/CascadeMessaging/CascadeMessaging.node';
import type { Simulator } from '../../simulator';
import { startSimulator } from '../../simulator';
import { tellingAnswers } from '../e2e/secrets/answers';
import { WRITINGS } from '../e2e/secrets/forms';
import { inspected } from '../e2e/secrets/inspected';
import { ACCOUNT, PASSWORD, PROOFS, secretsFor } from '../e2e/secrets/madeUp';
import { everyFault, isSlow, nameOf, PROTOCOLS } from '../e2e/secrets/orders';
import type { Finding } from '../e2e/secrets/search';
import { findSecrets } from '../e2e/secrets/search';
import { isLongRun, share } from '../support/longRun';
import type { NodeResult } from './harness';
import { runNode } from './harness';
import { hurry } from './hurry';
import { accountAt, NO_RETRIES, sms } from './send/kit';

hurry();
let simulator: Simulator;
beforeAll(async () => {
	simulator = await startSimulator({ ...ACCOUNT, speed: 3600 });
});
afterAll(() => simulator.close());
beforeEach(() => {
	simulator.reset();
});

/** One way to ask the gateway. */
interface Cell {
	operation: 'send' | 'getStatus';
	protocol: (typeof PROTOCOLS)[number];
	proof: 'password' | 'token';
}

const CELLS = (['send', 'getStatus'] as const).flatMap((operation) =>
	PROTOCOLS.flatMap((protocol) => (['password', 'token'] as const).map((proof): Cell => ({ operation, protocol, proof }))),
);

let runs = 0;

async function run({ operation, protocol, proof }: Cell, onError: OnError, options: INodeParameters = {}): Promise<NodeResult> {
	runs += 1;
	const what: INodeParameters =
		operation === 'send'
			? { phone: '={{ $json.phone }}', defaultCountry: 'RU', cascade: { steps: [sms] } }
			: { messageId: '={{ $json.id }}' };
	const known = simulator.messages.at(-runs % 50)?.id;
	return await runNode({
		node: new CascadeMessaging(),
		parameters: { resource: 'message', operation, ...what, options: { ...NO_RETRIES, protocol, ...options } },
		items: [{ phone: String(79_000_100_000 + runs), id: known ?? '1' }],
		onError,
		credentials: [{ type: new CascadeMessagingApi(), data: accountAt(simulator, secretsFor(proof)) }],
	});
}

/** What of the secrets can be read from all that a run leaves: outputs, errors, node context, hints, static data, what was thrown. */
function foundIn({ run: { data }, thrown, ...rest }: NodeResult, { proof }: Cell): Finding[] {
	const places = [...inspected('the run', { ...rest, data }), ...thrown.flatMap((one) => inspected('what was thrown', one))];
	return findSecrets(places, PROOFS[proof]);
}

it('the search finds a secret that an error holds out of sight', () => {
	const request = Object.defineProperty({}, 'body', { value: JSON.stringify({ password: PASSWORD.value }), enumerable: false });
	const error = new Error('Nothing to see', { cause: Object.assign(new Error('Nor here'), { request }) });

	const found = findSecrets(inspected('error', error)).map(({ place, secret }) => `${place}: ${secret}`);
	expect([...new Set(found)]).toEqual(['error, inspected: password', 'error, as JSON: password']);
});

it.each(CELLS)('the gateway takes these secrets: %j', async (cell) => {
	const { output } = await run(cell, 'continueErrorOutput');

	expect(simulator.requests).toMatchObject([{ outcome: 'answered' }]);
	expect(output[0]).toHaveLength(1);
});

/** The cells in either mode: in the long run all; otherwise they take turns from fault to fault. */
function waysAt(turn: number): { cell: Cell; onError: OnError }[] {
	const ways = CELLS.flatMap((cell) => (['stopWorkflow', 'continueErrorOutput'] as const).map((onError) => ({ cell, onError })));
	return ways.filter((_, index) => isLongRun || (index + Math.floor(index / 4)) % 24 === turn % 24);
}

describe('a run keeps no secret when the gateway goes wrong:', () => {
	it.each(everyFault('http://127.0.0.1:1').map((order, turn) => [nameOf(order), order, turn] as const))('%s', async (_, order, turn) => {
		simulator.faults.set(order);
		const timeout = isSlow(order) ? 2 : 60;
		const found = await Promise.all(
			waysAt(turn).map(async ({ cell, onError }) =>
				foundIn(await run(cell, onError, { timeout, includeRawAnswer: cell.operation === 'send' }), cell),
			),
		);

		expect(found.flat()).toEqual([]);
	});
});

describe.each(CELLS)('a run keeps no secret when the gateway tells it: %j', (cell) => {
	const operation = cell.operation === 'send' ? 'send' : 'state';
	const everything = (write: (text: string) => string): string => PROOFS[cell.proof].map(({ value }) => write(value)).join(' – ');

	async function tell(body: string, onError: OnError): Promise<void> {
		simulator.faults.clear();
		simulator.faults.set({ fault: 'custom', body });
		const result = await run(cell, onError, { includeRawAnswer: cell.operation === 'send' });
		expect({ body, found: foundIn(result, cell).slice(0, 3) }).toEqual({ body, found: [] });
	}

	it.each(['continueErrorOutput', 'stopWorkflow'] as const)('in each place of an answer, On Error %s', async (onError) => {
		for (const body of tellingAnswers(cell.protocol, operation, everything(String))) await tell(body, onError);
	});

	it('in each writing', async () => {
		for (const write of share(Object.values(WRITINGS), CELLS.length, CELLS.indexOf(cell)))
			await tell(tellingAnswers(cell.protocol, operation, everything(write))[0] ?? '', 'continueErrorOutput');
	});
});
