import type { Account } from '../../nodes/CascadeMessaging/transport/account';
import { askStates } from '../../nodes/CascadeMessaging/transport/askStates';
import type { GatewayContext } from '../../nodes/CascadeMessaging/transport/context';
import type { GatewayAnswer } from '../../nodes/CascadeMessaging/transport/gateway';
import { ask } from '../../nodes/CascadeMessaging/transport/gateway';
import type { StateQuestion } from '../../nodes/CascadeMessaging/transport/stateBatch';
import type { StateReply } from '../../nodes/CascadeMessaging/transport/stateReply';
import { TransportError } from '../../nodes/CascadeMessaging/transport/transportError';

jest.mock('../../nodes/CascadeMessaging/transport/gateway');

type Body = Partial<GatewayAnswer>;

beforeEach(() => {
	jest.useFakeTimers();
	logged.length = 0;
});
afterEach(() => {
	jest.useRealTimers();
});

/** Puts a mark around what may hold secrets, so that it shows. */
const account = { quote: (words: string) => `<${words}>`, redact: (text: string) => `*** ${text}` } as Account;
const logged: string[] = [];
const context = { logger: { error: (line: string) => logged.push(line) } } as unknown as GatewayContext;
const lost = new TransportError('connectionLost', 'Lost.', { mayHaveArrived: true, isPassing: true });
const status = new TransportError('httpStatus', 'HTTP status 500.', { mayHaveArrived: true, isPassing: true });

const idsOf = (count: number): string[] => Array.from({ length: count }, (_, index) => String(1001 + index));
const record = (id: string): string => `{"id_message":"${id}","state":"deliver","state_sms":"sent \\"x\\""}`;
const listOf = (ids: readonly string[]): string => `{"state":[${ids.map(record).join(',')}]}`;

/** Asks a gateway that answers as given; tells the questions by their IDs, and what is known of each ID. */
async function play(
	ids: readonly string[],
	answer: (ids: readonly string[], question: number) => string | Body,
	settings: Partial<StateQuestion> = {},
): Promise<{ asked: string[][]; replies: Map<string, StateReply>; told: string[] }> {
	const asked: string[][] = [];
	jest.mocked(ask).mockImplementation(async (_, __, request) => {
		const text = request.method === 'POST' ? request.body : request.query;
		const wanted = [...text.matchAll(/\d+/g)].map(([id]) => id);
		asked.push(wanted);
		await Promise.resolve();
		const body = answer(wanted, asked.length);
		const told = typeof body === 'string' ? { text: body } : body;
		return { status: told.brokenBy === status ? 500 : 200, isCut: told.brokenBy === lost, text: '', ...told };
	});
	const question: StateQuestion = { protocol: 'json', idsPerRequest: 500, timeoutSeconds: 10, retries: 0, ...settings };
	const result = askStates(context, account, ids, question);
	await jest.advanceTimersByTimeAsync(600_000);
	const replies = await result;
	return { asked, replies, told: ids.map((id) => codeOf(replies.get(id))) };
}

const codeOf = (reply: StateReply | undefined): string => {
	if (reply === undefined) return 'nothing';
	return 'record' in reply ? reply.record.state : reply.trouble.code;
};

const count = (told: readonly string[], code: string): number => told.filter((one) => one === code).length;

it('asks for each ID once, many in a request, and quotes what may hold anything', async () => {
	const { asked, replies } = await play(['1', '2', '1', '3'], listOf, { idsPerRequest: 2 });

	expect(asked).toEqual([['1', '2'], ['3']]);
	expect(replies.get('3')).toMatchObject({ record: { state: 'deliver', channels: { sms: { state: '<sent "x">' } } } });
});

describe('an answer of which some cannot be read', () => {
	const broken =
		(bad: readonly string[]) =>
		(ids: readonly string[]): string =>
			`{"state":[${ids.map((id) => (bad.includes(id) ? `{"id_message":"${id}","state":"a "b""}` : record(id))).join(',')}]}`;

	it('costs one record, and one more question about it', async () => {
		const { asked, told, replies } = await play(idsOf(500), broken(['1250']));

		expect(asked.map((ids) => ids.length)).toEqual([500, 1]);
		expect([count(told, 'deliver'), count(told, 'unexpectedShape')]).toEqual([499, 1]);
		expect(replies.get('1250')).toEqual({
			trouble: { code: 'unexpectedShape', message: 'What the gateway answered for this message cannot be read.' },
		});
	});

	it('is asked for again one half at a time, until it is read', async () => {
		const bad = idsOf(4);
		const { asked, told } = await play(idsOf(10), (ids) => (ids.length > 1 ? broken(bad)(ids) : listOf(ids)));

		expect(asked.map((ids) => ids.length)).toEqual([10, 2, 2, 1, 1, 1, 1]);
		expect(count(told, 'deliver')).toBe(10);
	});

	it('of which nothing can be read costs one record too', async () => {
		const isBad = (ids: readonly string[]): boolean => ids.includes('1137');
		const { asked, told } = await play(idsOf(500), (ids) => (isBad(ids) ? '{"state":[{]' : listOf(ids)));

		expect(count(told, 'deliver')).toBe(499);
		expect(told[136]).toBe('notJson');
		expect(asked.length).toBeLessThan(22);
	});

	it('also where it is the first', async () => {
		const { told } = await play(idsOf(500), (ids) => (ids.includes('1001') ? '{"state":[{]' : listOf(ids)));

		expect(count(told, 'deliver')).toBe(499);
	});

	it('and ends before anything is told is not asked about for ever', async () => {
		const { asked, told } = await play(idsOf(500), () => '{"state":[');

		expect(count(told, 'notJson')).toBe(500);
		expect(asked.length).toBeLessThan(15);
	});

	it('is asked about a few dozen times at most, however many records are bad', async () => {
		const { asked, told } = await play(idsOf(500), broken(idsOf(499)));

		expect(count(told, 'deliver')).toBe(1);
		expect(asked.length).toBe(73);
	});

	it('that always ends too soon is asked for in smaller parts', async () => {
		const { told } = await play(idsOf(20), (ids) => listOf(ids).slice(0, 300));

		expect(count(told, 'deliver')).toBe(20);
	});

	it('is tried again as a whole first, when nothing of it can be read', async () => {
		const { asked, told } = await play(idsOf(4), (ids, question) => (question === 1 ? '{"state":[{]' : listOf(ids)), { retries: 1 });

		expect(asked.map((ids) => ids.length)).toEqual([4, 4]);
		expect(count(told, 'deliver')).toBe(4);
	});

	it('is not tried again as it is, once it is known', async () => {
		const { asked } = await play(idsOf(2), (ids) => (ids.includes('1001') ? '{"state":[{]' : listOf(ids)), { retries: 3 });

		expect(asked.map((ids) => ids.join())).toEqual([...Array.from({ length: 4 }, () => '1001,1002'), '1001', '1002']);
	});

	it('is asked about no more when the user stops', async () => {
		const stop = new AbortController();
		const answer = (ids: readonly string[]): string => {
			stop.abort();
			return broken(['1001'])(ids);
		};
		const { asked, told } = await play(idsOf(3), answer, { signal: stop.signal });

		expect([asked.length, ...told]).toEqual([1, 'unexpectedShape', 'deliver', 'deliver']);
	});
});

describe('no other question is asked', () => {
	it.each<[string, string | Body, string]>([
		['about an ID that a whole answer leaves out', listOf(['1001']), 'notAnswered'],
		['when access is refused', '{"error":"Неправильный логин или пароль"}', 'refusedByGateway'],
		['when the API ID is refused', '{"error":"Неверный API ID"}', 'refusedByGateway'],
		['when the connection broke off', { text: `{"state":[${record('1001')},{"id_m`, brokenBy: lost }, 'connectionLost'],
		['when the server has trouble', { text: '{"error":"x"}', brokenBy: status }, 'httpStatus'],
	])('%s', async (_, body, code) => {
		const { asked, told } = await play(idsOf(4), () => body);

		expect([asked.length, told[3]]).toEqual([1, code]);
	});

	it('once it is too late', async () => {
		const { asked, told, replies } = await play(idsOf(2), listOf, { deadline: Date.now() - 1 });

		expect([asked.length, ...told]).toEqual([0, 'notReached', 'notReached']);
		expect(replies.get('1001')).toEqual({ trouble: { code: 'notReached', message: 'The gateway was not asked, because the run ended.' } });
	});
});

it.each(['<html>Fatal error</html>', 'Fatal error: x in /a.php on line 3', ''])(
	'a batch answered with %j for one ID in it costs that ID',
	async (page) => {
		const { told } = await play(idsOf(300), (ids) => (ids.includes('1137') ? page : listOf(ids)));

		expect([count(told, 'deliver'), told[136]]).toEqual([299, page === '' ? 'emptyAnswer' : 'notJson']);
	},
);

it('a gateway that answers with nothing else is asked no more than seven times', async () => {
	const { asked, told } = await play(idsOf(300), () => '<html>Maintenance</html>');

	expect([asked.map((ids) => ids.length), count(told, 'notJson')]).toEqual([[300, 150, 150, 75, 75, 75, 75], 300]);
});

it('a batch refused for one ID in it is asked about one half at a time', async () => {
	const { told, replies } = await play(idsOf(8), (ids) =>
		ids.includes('1003') ? '{"error":"Сообщение с таким ID не принималось"}' : listOf(ids),
	);

	expect([count(told, 'deliver'), told[2]]).toEqual([7, 'refusedByGateway']);
	expect(replies.get('1003')).toEqual({
		trouble: { code: 'refusedByGateway', message: 'The gateway refused the question: <Сообщение с таким ID не принималось>' },
	});
});

it('what came before the connection broke off is told, when it breaks off each time', async () => {
	const { told } = await play(idsOf(2), () => ({ text: `{"state":[${record('1001')},{"id_m`, brokenBy: lost }), { retries: 1 });

	expect(told).toEqual(['deliver', 'connectionLost']);
});

it('states behind an HTTP status that says otherwise count', async () => {
	const { asked, told } = await play(idsOf(2), (ids) => ({ text: listOf(ids), brokenBy: status, isCut: false }), { retries: 1 });

	expect([asked.length, ...told]).toEqual([1, 'deliver', 'deliver']);
});

it('GET asks for one ID a request, and never in halves', async () => {
	const { asked, told } = await play(idsOf(2), (ids) => (ids[0] === '1001' ? 'deliver' : 'deli'), { protocol: 'get' });

	expect([asked, told]).toEqual([
		[['1001'], ['1002']],
		['deliver', 'unexpectedShape'],
	]);
});

it('a fault of the package is told as what it is, with its stack in n8n’s log, and no other question is asked', async () => {
	const { replies, asked } = await play(
		idsOf(4),
		() => {
			throw new TypeError('secret');
		},
		{ retries: 3 },
	);

	expect(asked.length).toBe(1);
	const message = "This is a fault of the node itself. Please report it, with what n8n's log says: <TypeError: secret>";
	expect([...replies.values()]).toEqual(Array(4).fill({ trouble: { code: 'nodeFault', message } }));
	expect(logged).toEqual([expect.stringMatching(/^\*\*\* A fault of the Cascade Messaging nodes: TypeError: secret\n\s+at /)]);
});
