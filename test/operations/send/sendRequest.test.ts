import type { IExecuteFunctions } from 'n8n-workflow';

import { isFailure } from '../../../nodes/CascadeMessaging/operations/lines';
import { readRunSettings } from '../../../nodes/CascadeMessaging/operations/runSettings';
import type { PlannedRecipient } from '../../../nodes/CascadeMessaging/operations/send/plan';
import { SendRequest } from '../../../nodes/CascadeMessaging/operations/send/sendRequest';
import * as matching from '../../../nodes/CascadeMessaging/protocol/matching';
import { HandOver } from '../../../nodes/CascadeMessaging/tracking/handOver';
import type { Account } from '../../../nodes/CascadeMessaging/transport/account';
import { ask } from '../../../nodes/CascadeMessaging/transport/gateway';
import { Retrier } from '../../../nodes/CascadeMessaging/transport/retrier';
import { TransportError } from '../../../nodes/CascadeMessaging/transport/transportError';

jest.mock('../../../nodes/CascadeMessaging/transport/gateway');
jest.mock('../../../nodes/CascadeMessaging/protocol/matching', (): object => {
	const actual = jest.requireActual<typeof matching>('../../../nodes/CascadeMessaging/protocol/matching');
	return { ...actual, matchAnswers: jest.fn(actual.matchAnswers) };
});

const logged: string[] = [];
const context = { logger: { error: (line: string) => logged.push(line) } } as unknown as IExecuteFunctions;
const account = { key: 'account', quote: String, redact: String, store: { kind: 'memory' } } as unknown as Account;

const numbered = (phone: string, index: number): PlannedRecipient => ({
	phone, clientMessageId: String(index + 1), item: index, slot: index, data: {}, mayHaveBeenSent: false,
});
const content = { cascade: ['sms'], channels: { sms: { sender: 'Shop', text: 'Hi' } } } as const;
const PHONES = ['79000000001', '79000000002'];

/** Answers with nothing clear for the first recipient, and a refusal for the second. */
const HALF = '{"message":[[{},{"phone":"79000000002","id_client":"2","error":"No"}]]}';
const FAULT = new TypeError('not a function');

/** Sends one request to two recipients with client numbers; tells what became of each. */
async function send(retries: number): Promise<string[]> {
	const messages = [{ content, recipients: PHONES.map(numbered) }];
	const request = new SendRequest(context, account, readRunSettings({}), messages, 1);
	const result = request.send(new Retrier({ retries }), new HandOver(context, account));
	await jest.advanceTimersByTimeAsync(60_000);
	const { bySlot } = await result;
	return bySlot.map(({ line }) => (isFailure(line) ? `${line.failure.code} ${line.failure.outcome ?? ''}` : 'accepted'));
}

beforeEach(() => {
	jest.useFakeTimers();
	jest.mocked(ask).mockReset();
	logged.length = 0;
});
afterEach(() => {
	jest.useRealTimers();
});

it('a request that surely did not arrive is not sent, one that may have is unknown', async () => {
	const failing = (mayHaveArrived: boolean): TransportError => new TransportError('connectionLost', 'Lost.', { mayHaveArrived, isPassing: true });
	jest.mocked(ask).mockRejectedValueOnce(failing(false));
	expect(await send(0)).toEqual(['connectionLost notSent', 'connectionLost notSent']);

	jest.mocked(ask).mockRejectedValueOnce(failing(true)).mockRejectedValueOnce(failing(false));
	expect(await send(1)).toEqual(['connectionLost unknown', 'connectionLost unknown']);
	expect(logged).toEqual([]);
});

describe('a fault of the package', () => {
	it('leaves unknown what was sent, and is told as what it is', async () => {
		jest.mocked(ask).mockRejectedValue(FAULT);

		expect(await send(3)).toEqual(['nodeFault unknown', 'nodeFault unknown']);
		expect(jest.mocked(ask)).toHaveBeenCalledTimes(1);
		expect(logged).toEqual([expect.stringMatching(/TypeError: not a function\n\s+at /)]);
	});

	it('in a later try leaves open what an earlier one refused, wherever it strikes', async () => {
		jest.mocked(ask).mockResolvedValue({ text: HALF, status: 200, isCut: false });
		expect(await send(0)).toEqual(['notAnswered unknown', 'refusedByGateway refused']);

		const calls = jest.mocked(matching.matchAnswers).mock.calls.length;
		jest.mocked(matching.matchAnswers).mockImplementationOnce(jest.requireActual<typeof matching>('../../../nodes/CascadeMessaging/protocol/matching').matchAnswers);
		jest.mocked(matching.matchAnswers).mockImplementationOnce(() => {
			throw FAULT;
		});
		expect(await send(3)).toEqual(['notAnswered unknown', 'refusedByGateway unknown']);
		expect(jest.mocked(matching.matchAnswers).mock.calls.length - calls).toBe(2);
		expect(logged).toHaveLength(1);
	});
});
