import type { FaultOrder, Simulator } from '../../../simulator';
import { startSimulator } from '../../../simulator';
import { ownSimulator } from '../ownSimulator';
import { jsonOf, send, startSend } from './kit';

let simulator: Simulator;
beforeAll(async () => {
	simulator = await startSimulator();
});
afterAll(() => simulator.close());
beforeEach(() => {
	simulator.reset();
});

const PHONE = '79000000001';
const NOT_SENT = `The message to ${PHONE} was not sent. `;
const MAYBE_SENT = `The message to ${PHONE} may have been sent. `;

const faults: [FaultOrder, string, 'notSent' | 'unknown', string][] = [
	[{ fault: 'refuse' }, 'connectionRefused', 'notSent', 'The gateway refused the connection.'],
	[{ fault: 'hang' }, 'timedOut', 'unknown', 'The gateway did not answer in time.'],
	[{ fault: 'drip', fraction: 0.2 }, 'timedOut', 'unknown', 'The gateway did not answer in time.'],
	[{ fault: 'huge', megabytes: 17 }, 'answerTooLarge', 'unknown', 'The gateway answered with more than 16 MB, more than is read.'],
	[{ fault: 'reset-after-body' }, 'connectionLost', 'unknown', 'The connection to the gateway broke off'],
	[{ fault: 'reset-during-answer', fraction: 0.1 }, 'connectionLost', 'unknown', 'The connection to the gateway broke off'],
	[{ fault: 'status-503' }, 'httpStatus', 'unknown', 'The gateway answered with HTTP status 503'],
	[{ fault: 'redirect', location: 'https://elsewhere.example/' }, 'redirected', 'unknown', 'The gateway redirects to elsewhere.example'],
	[{ fault: 'html' }, 'notJson', 'unknown', 'The gateway answered with something that is not JSON'],
	[{ fault: 'empty' }, 'emptyAnswer', 'unknown', 'The gateway answered with nothing.'],
	[{ fault: 'cut', fraction: 0.1 }, 'notJson', 'unknown', 'The gateway answered with something that is not JSON'],
	[{ fault: 'missing-recipients' }, 'notAnswered', 'unknown', 'The gateway did not answer for this recipient.'],
];

describe('when the gateway fails', () => {
	it.concurrent.each(faults)('%j is told as %s, %s, and nothing is sent again', async (fault, code, outcome, words) => {
		const own = await ownSimulator();
		own.faults.set(fault);
		const result = await send(own, { options: { timeout: code === 'timedOut' ? 3 : 60 }, onError: 'continueErrorOutput' });

		const [failed] = jsonOf(result, 1);
		expect(jsonOf(result, 0)).toEqual([]);
		const message = expect.stringContaining(`${outcome === 'notSent' ? NOT_SENT : MAYBE_SENT}${words}`) as unknown;
		expect(failed).toMatchObject({ error: { message, code, outcome, phone: PHONE } });
		expect(own.requests.length).toBe(outcome === 'notSent' ? 0 : 1);
	});

	it('a name nobody knows was never sent to', async () => {
		const result = await send({ url: 'https://gateway.invalid' }, { onError: 'continueErrorOutput' });

		expect(jsonOf(result, 1)).toMatchObject([{ error: { code: 'hostNotFound', outcome: 'notSent' } }]);
	});

	it.concurrent.each(['cut', 'drip', 'reset-during-answer'])(
		'the IDs that came before the answer broke off are not lost (%s)',
		async (fault) => {
			const own = await ownSimulator();
			own.faults.set({ fault, fraction: 0.7 });
			const items = ['79000000001', '79000000002', '79000000003'].map((phone) => ({ phone }));
			const result = await send(own, { items, options: { timeout: fault === 'drip' ? 4 : 60 }, onError: 'continueErrorOutput' });

			expect(jsonOf(result, 0)).toMatchObject(own.messages.slice(0, 2).map(({ id, phone }) => ({ phone, messageId: id })));
			expect(jsonOf(result, 1)).toMatchObject([{ error: { code: 'notAnswered', outcome: 'unknown', phone: '79000000003' } }]);
		},
	);

	it.each(['php-warnings', 'byte-order-mark', 'gzip', 'invalid-utf8'])('an answer with oddities is read (%s)', async (fault) => {
		simulator.faults.set({ fault });

		expect(jsonOf(await send(simulator))).toMatchObject([{ phone: PHONE, messageId: simulator.messages[0]?.id }]);
	});

	it('an answer for somebody else is reported with its ID', async () => {
		simulator.faults.set({ fault: 'extra-recipients' });
		const result = await send(simulator, { onError: 'continueErrorOutput' });

		expect(jsonOf(result, 0)).toMatchObject([{ phone: PHONE, accepted: true }]);
		const message = expect.stringMatching(/\(message ID \d+\)$/) as unknown;
		expect(jsonOf(result, 1)).toMatchObject([{ error: { code: 'answerForNobody', message } }]);
	});

	it('other requests of the run still go out', async () => {
		simulator.faults.set({ fault: 'reset-after-body', nth: 2 });
		const items = ['79000000001', '79000000002', '79000000003'].map((phone) => ({ phone }));
		const result = await send(simulator, { items, options: { recipientsPerRequest: 1 }, onError: 'continueErrorOutput' });

		expect(jsonOf(result, 0).map(({ phone, request }) => [phone, request])).toEqual([
			['79000000001', 1],
			['79000000003', 3],
		]);
		expect(jsonOf(result, 1)).toMatchObject([{ phone: '79000000002', error: { request: 2 } }]);
	});
});

describe('Stop', () => {
	it('ends the sending before the next request', async () => {
		simulator.faults.set({ fault: 'slow', seconds: 0.2 });
		const items = ['79000000001', '79000000002', '79000000003'].map((phone) => ({ phone }));
		const running = startSend(simulator, { items, options: { recipientsPerRequest: 1 } });
		await until(() => simulator.requests.length === 1);
		running.cancel();
		await running.result;
		await new Promise((resolve) => setTimeout(resolve, 300));

		expect(simulator.requests).toHaveLength(1);
	});
});

async function until(isSo: () => boolean): Promise<void> {
	while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 5));
}
