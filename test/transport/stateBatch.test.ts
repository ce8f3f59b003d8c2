import { PROTOCOLS } from '../../nodes/CascadeMessaging/protocol';
import type { GatewayAnswer } from '../../nodes/CascadeMessaging/transport/gateway';
import { ask } from '../../nodes/CascadeMessaging/transport/gateway';
import { Retrier } from '../../nodes/CascadeMessaging/transport/retrier';
import type { Asked, StateQuestion } from '../../nodes/CascadeMessaging/transport/stateBatch';
import { StateBatch } from '../../nodes/CascadeMessaging/transport/stateBatch';
import { TransportError } from '../../nodes/CascadeMessaging/transport/transportError';
import { accountAt, n8nContext } from './support/n8nContext';

jest.mock('../../nodes/CascadeMessaging/transport/gateway');

beforeEach(() => {
	jest.useFakeTimers();
	jest.mocked(ask).mockReset();
});
afterEach(() => {
	jest.useRealTimers();
	jest.restoreAllMocks();
});

const IDS = ['1001', '1002'];
const recordOf = (id: string): string => `{"id_message":"${id}","state":"deliver"}`;
const STATES = `{"state":[${IDS.map(recordOf).join(',')}]}`;
const CUT = `{"state":[${recordOf('1001')},{"id_mess`;
const account = accountAt('https://gateway.example');
const lost = new TransportError('connectionLost', 'Lost.', { mayHaveArrived: true, isPassing: true });
const status = new TransportError('httpStatus', 'HTTP status 503.', { mayHaveArrived: true, isPassing: true });

type Came = Partial<GatewayAnswer> | Error;

/** Asks with each try answered in turn, the last answer for all that follow; tells also how often it was asked, and n8n's log. */
async function play(
	came: readonly Came[],
	{ isAgain = false, retries = 0, ...question }: Partial<StateQuestion> & { isAgain?: boolean } = {},
): Promise<{ asked: Asked; tries: number; logged: string[] }> {
	const { context, logged } = n8nContext();
	let tries = 0;
	jest.mocked(ask).mockImplementation(async () => {
		const answer = came[Math.min(tries++, came.length - 1)] ?? {};
		if (answer instanceof Error) throw answer;
		return { text: '', status: 200, isCut: false, ...answer };
	});
	const settings: StateQuestion = { protocol: 'json', idsPerRequest: 500, timeoutSeconds: 10, retries, ...question };
	const asking = new StateBatch(context, account, settings, new Retrier(settings)).ask(IDS, isAgain);
	await jest.advanceTimersByTimeAsync(3_600_000);
	return { asked: await asking, tries, logged };
}

const idsIn = ({ answer }: Asked): string[] =>
	answer !== undefined && 'states' in answer ? answer.states.map(({ messageId }) => messageId) : [];

describe('one question', () => {
	it('is asked in the protocol and with the time-out that are set', async () => {
		const { asked, tries } = await play([{ text: STATES }], { timeoutSeconds: 7 });

		expect(jest.mocked(ask)).toHaveBeenCalledWith(expect.anything(), account, PROTOCOLS.json.encodeStates(IDS), 7);
		expect([idsIn(asked), asked.isSpoilt, asked.trouble, tries]).toEqual([IDS, false, undefined, 1]);
	});

	it('may be answered without an end, of which nothing says why', async () => {
		expect(idsIn((await play([{ text: STATES, isCut: true }])).asked)).toEqual(IDS);
	});

	it('may be refused', async () => {
		expect((await play([{ text: '{"error":"No"}' }])).asked).toEqual({ answer: { refused: 'No' }, isSpoilt: false });
	});

	it('may be answered with records that cannot be read', async () => {
		const { asked } = await play([{ text: `{"state":[${recordOf('1001')},{"id_message":"1002","state":"a "b""}]}` }]);

		expect([idsIn(asked), asked.isSpoilt, asked.trouble]).toEqual([['1001'], true, undefined]);
	});
});

describe('it is asked again', () => {
	it.each<[string, Came]>([
		['when nobody answered', lost],
		['when the answer broke off', { text: CUT, isCut: true, brokenBy: lost }],
		['when it broke off, even if what came is whole', { text: STATES, isCut: true, brokenBy: lost }],
		['when a server has trouble', { text: 'oops', status: 503, brokenBy: status }],
		['when the answer cannot be read', { text: '<html>' }],
	])('%s', async (_, first) => {
		const { asked, tries } = await play([first, { text: STATES }], { retries: 1 });

		expect([idsIn(asked), asked.isSpoilt, tries]).toEqual([IDS, false, 2]);
	});

	it('after the pause the protocol wants between equal questions', async () => {
		const begun = Date.now();
		const times: number[] = [];
		jest.mocked(ask).mockImplementation(async () => {
			times.push(Date.now() - begun);
			throw lost;
		});
		const question: StateQuestion = { protocol: 'get', idsPerRequest: 1, timeoutSeconds: 10, retries: 1 };
		const asking = new StateBatch(n8nContext().context, account, question, new Retrier(question)).ask(['1'], false);
		await jest.advanceTimersByTimeAsync(600_000);
		await asking;

		expect(times).toEqual([0, 1000 * PROTOCOLS.get.secondsBetweenEqualQueries]);
	});

	it('but not for an answer that was unreadable before, with more IDs: such a one would come again', async () => {
		const { asked, tries } = await play([{ text: '<html>' }], { retries: 3, isAgain: true });

		expect([asked.isSpoilt, asked.trouble?.code, tries]).toEqual([true, 'notJson', 1]);
		expect((await play([lost], { retries: 3, isAgain: true })).tries).toBe(4);
	});
});

describe('when no try brings a whole answer', () => {
	it('what came whole of the last one is told, and why there is no more', async () => {
		const { asked } = await play(
			[
				{ text: STATES, isCut: true, brokenBy: lost },
				{ text: CUT, isCut: true, brokenBy: lost },
			],
			{ retries: 1 },
		);

		expect([idsIn(asked), asked.isSpoilt]).toEqual([['1001'], false]);
		expect(asked.trouble).toEqual({ code: 'connectionLost', message: 'Lost. It was tried 2 times.' });
	});

	it('nothing is left of an answer before it', async () => {
		const { asked } = await play([{ text: CUT, isCut: true, brokenBy: lost }, lost], { retries: 1 });

		expect(asked).toEqual({ trouble: { code: 'connectionLost', message: 'Lost. It was tried 2 times.' }, isSpoilt: false });
	});

	it('a cut answer that is asked for again, among fewer IDs, is told as far as it came', async () => {
		const { asked } = await play([{ text: CUT }], { isAgain: true });

		expect([idsIn(asked), asked.isSpoilt, asked.trouble?.code]).toEqual([['1001'], true, 'notJson']);
	});

	it('words behind a status are no answer, and no refusal', async () => {
		const { asked } = await play([{ text: '{"error":"Service Unavailable"}', status: 503, brokenBy: status }]);

		expect(asked).toEqual({ trouble: { code: 'httpStatus', message: 'HTTP status 503.' }, isSpoilt: false });
	});

	it('states and known refusals behind a status are an answer', async () => {
		expect(idsIn((await play([{ text: STATES, status: 503, brokenBy: status }])).asked)).toEqual(IDS);
		expect((await play([{ text: '{"state":[]}', status: 503, brokenBy: status }])).asked.trouble?.code).toBe('httpStatus');
		expect((await play([{ text: '{"error":"Закончились SMS"}', status: 503, brokenBy: status }])).asked.answer).toEqual({
			refused: 'Закончились SMS',
		});
	});
});

describe('a fault of the package', () => {
	const fault = new TypeError('secret is not a function');
	const told = {
		code: 'nodeFault',
		message: "This is a fault of the node itself. Please report it, with what n8n's log says: <TypeError: secret is not a function>",
	};
	const failDecoding = (): void => {
		jest.spyOn(PROTOCOLS.json, 'decodeStates').mockImplementation(() => {
			throw fault;
		});
	};

	it.each([false, true])('is told as one, kept in n8n’s log once, and not asked about again: %s', async (isAgain) => {
		failDecoding();
		const { asked, tries, logged } = await play([{ text: STATES }], { retries: 3, isAgain });

		expect([asked, tries]).toEqual([{ trouble: told, isSpoilt: false }, 1]);
		expect(logged).toEqual([expect.stringMatching(/TypeError: \*\*\* is not a function\n\s+at /)]);
	});

	it('that strikes while what is left of an answer is read, is kept in the log', async () => {
		failDecoding();
		const { asked, logged } = await play([lost]);

		expect(asked).toEqual({ trouble: { code: 'connectionLost', message: 'Lost.' }, isSpoilt: false });
		expect(logged).toHaveLength(1);
	});
});
