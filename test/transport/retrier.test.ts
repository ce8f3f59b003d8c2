import { ProtocolError } from '../../nodes/CascadeMessaging/protocol';
import type { FailedTries } from '../../nodes/CascadeMessaging/transport/errorMeaning';
import { meaningOfTries } from '../../nodes/CascadeMessaging/transport/errorMeaning';
import { Pace } from '../../nodes/CascadeMessaging/transport/pace';
import type { Patience, RetryRule, Tried } from '../../nodes/CascadeMessaging/transport/retrier';
import { isOver, Retrier } from '../../nodes/CascadeMessaging/transport/retrier';
import type { Chances } from '../../nodes/CascadeMessaging/transport/transportError';
import { TransportError } from '../../nodes/CascadeMessaging/transport/transportError';

beforeEach(() => {
	jest.useFakeTimers();
	jest.spyOn(Math, 'random').mockReturnValue(0.5);
});
afterEach(() => {
	jest.restoreAllMocks();
	jest.useRealTimers();
});

const failing = (chances: Partial<Chances>): TransportError =>
	new TransportError('httpStatus', 'No answer.', { mayHaveArrived: false, isPassing: true, ...chances });
const notArrived = failing({});
const mayHaveArrived = failing({ mayHaveArrived: true });
const lasting = failing({ isPassing: false });
const unreadable = new ProtocolError('notJson', 'Not JSON.');

/** Plays a request that fails with each error in turn and then succeeds; tells when each try began, in seconds. */
async function play(
	errors: readonly unknown[],
	rule: RetryRule = { isRepeatable: false },
	patience: Patience = { retries: 3 },
	retrier = new Retrier(patience),
): Promise<{ result: Tried<string>; tries: number[] }> {
	const start = Date.now();
	const tries: number[] = [];
	const attempt = async (): Promise<string> => {
		tries.push((Date.now() - start) / 1000);
		if (tries.length <= errors.length) throw errors[tries.length - 1];
		return 'answer';
	};
	const result = retrier.run(attempt, rule);
	await jest.advanceTimersByTimeAsync(3_600_000);
	return { result: await result, tries };
}

describe('what is tried again', () => {
	it.each([
		['what surely did not arrive', notArrived, false],
		['what may have arrived, when a repeat does no harm', mayHaveArrived, true],
		['what was answered unreadably, when a repeat does no harm', unreadable, true],
	])('%s', async (_, error, isRepeatable) => {
		const { result, tries } = await play([error], { isRepeatable });

		expect(result).toEqual({ value: 'answer', mayHaveArrived: error !== notArrived, tries: 2 });
		expect(tries.length).toBe(2);
	});

	it.each([
		['what may have arrived', mayHaveArrived, false],
		['what was answered unreadably', unreadable, false],
		['what would not go better in a moment', lasting, true],
		['a fault of the package', new Error('?'), true],
		['a fault that is no error at all', undefined, true],
	])('is not %s', async (_, error, isRepeatable) => {
		const { result, tries } = await play([error], { isRepeatable });

		expect(result).toEqual({ error, mayHaveArrived: error !== lasting, tries: 1 });
		expect(tries.length).toBe(1);
	});
});

describe('the pauses', () => {
	it('grow up to half a minute', async () => {
		const { tries } = await play(Array<Error>(8).fill(notArrived), { isRepeatable: false }, { retries: 8 });

		expect(tries).toEqual([0, 1, 3, 7, 15, 31, 61, 91, 121]);
	});

	it.each([
		[0, 0.75],
		[1, 1.25],
	])('differ by chance, so that many runs do not come back at once (%d)', async (chance, second) => {
		jest.mocked(Math.random).mockReturnValue(chance);

		expect((await play([notArrived])).tries).toEqual([0, second]);
	});

	it('are as long as the gateway asks for, unless that is too long', async () => {
		expect((await play([failing({ retryAfter: 300 })])).tries).toEqual([0, 300]);
		expect((await play([failing({ retryAfter: 301 })])).tries).toEqual([0]);
	});

	it('respect that an equal request is refused for a while, if it arrived', async () => {
		const rule = { isRepeatable: true, secondsBetweenEqual: 61 };

		expect((await play([mayHaveArrived], rule)).tries).toEqual([0, 61]);
		expect((await play([notArrived], rule)).tries).toEqual([0, 1]);
	});
});

describe('the end', () => {
	it('comes with the last retry, and with how often it was tried', async () => {
		const { result, tries } = await play(Array<Error>(9).fill(notArrived), { isRepeatable: false }, { retries: 2 });

		expect(tries).toEqual([0, 1, 3]);
		expect(result).toEqual({ error: notArrived, mayHaveArrived: false, tries: 3 });
		expect(meaningOfTries(result as FailedTries, String)).toMatchObject({
			code: 'httpStatus',
			message: 'No answer. It was tried 3 times.',
		});
	});

	it('comes when the last try would begin too late', async () => {
		const deadline = Date.now() + 3000;

		expect((await play([notArrived, notArrived], undefined, { retries: 9, deadline })).tries).toEqual([0, 1]);
	});

	it('comes at once when the user stops', async () => {
		const stop = new AbortController();
		setTimeout(() => stop.abort(), 500);

		expect((await play([notArrived], undefined, { retries: 9, signal: stop.signal })).tries).toEqual([0]);
	});

	it('comes without a pause for one who has stopped before', async () => {
		const stop = new AbortController();
		stop.abort();

		expect((await play([notArrived], undefined, { retries: 9, signal: stop.signal })).tries).toEqual([0]);
	});
});

describe('what may have arrived once', () => {
	it.each([
		[[], false],
		[[notArrived], false],
		[[notArrived, mayHaveArrived], true],
		[[notArrived, mayHaveArrived, notArrived], true],
	])('is told with the answer of a later try: %#', async (errors, expected) => {
		const { result } = await play(errors, { isRepeatable: true });

		expect(result).toEqual({ value: 'answer', mayHaveArrived: expected, tries: errors.length + 1 });
	});

	it('stays so, though the last try surely did not arrive', async () => {
		const { result } = await play([mayHaveArrived, notArrived], { isRepeatable: true }, { retries: 1 });

		expect(result).toEqual({ error: notArrived, mayHaveArrived: true, tries: 2 });
	});

	it('is not tried again after a try that surely did not arrive, where a repeat would do harm', async () => {
		expect((await play([notArrived, mayHaveArrived, notArrived])).tries).toEqual([0, 1]);
	});
});

it('all requests of a run share the retries, until one of them succeeds', async () => {
	const retrier = new Retrier({ retries: 2 });
	const triesOf = async (...errors: Error[]): Promise<number> => (await play(errors, undefined, undefined, retrier)).tries.length;

	expect(await triesOf(notArrived)).toBe(2);
	expect(await triesOf(notArrived, notArrived, notArrived)).toBe(3);
	expect(await triesOf(notArrived)).toBe(1);
	expect(await triesOf()).toBe(1);
	expect(await triesOf(notArrived)).toBe(2);
});

describe('where several requests keep to one pace', () => {
	/** When another request may begin, in seconds, once one has failed. */
	async function turnAfter(error: unknown, retries = 0): Promise<number> {
		const start = Date.now();
		const pace = new Pace();
		const retrier = new Retrier({ retries, pace });
		void retrier.run(() => Promise.reject(error as Error), { isRepeatable: false });
		await jest.advanceTimersByTimeAsync(0);
		const turn = pace.turn().then(() => (Date.now() - start) / 1000);
		await jest.advanceTimersByTimeAsync(3_600_000);
		return await turn;
	}

	it.each([
		['that asks for half a minute', failing({ retryAfter: 30 }), 30],
		['that does not say for how long', failing({ retryAfter: 0 }), 1],
		['of what may have arrived, and is not tried again', failing({ retryAfter: 30, mayHaveArrived: true }), 30],
	])('all wait after an answer %s', async (_, error, seconds) => {
		expect(await turnAfter(error)).toBe(seconds);
	});

	it.each([
		['for other reasons', notArrived],
		['and the gateway asks for longer than anybody waits', failing({ retryAfter: 301 })],
		['because of a fault of the package', new Error('?')],
	])('the others go on when one failed %s', async (_, error) => {
		expect(await turnAfter(error)).toBe(0);
	});

	it('they wait longer with each try in vain', async () => {
		const pace = new Pace();
		const hold = jest.spyOn(pace, 'hold');
		await play(Array<Error>(3).fill(failing({ retryAfter: 0 })), undefined, { retries: 3, pace });

		expect(hold.mock.calls.flat().filter((milliseconds) => milliseconds > 0)).toEqual([1000, 2000, 4000]);
	});

	it('further tries take their turns too, the first one has had its own', async () => {
		const pace = new Pace(10_000);
		const started = pace.turn();
		await jest.advanceTimersByTimeAsync(0);
		await started;

		expect((await play([notArrived, notArrived], undefined, { retries: 2, pace })).tries).toEqual([0, 10, 20]);
	});

	it('Stop ends the waiting for a turn, and nothing is tried again', async () => {
		const stop = new AbortController();
		const pace = new Pace();
		setTimeout(() => pace.hold(60_000), 500);
		setTimeout(() => stop.abort(), 2_000);

		expect((await play([notArrived], undefined, { retries: 2, pace, signal: stop.signal })).tries).toEqual([0]);
	});
});

describe('whether no request may begin any more', () => {
	const stopped = AbortSignal.abort();
	const running = new AbortController().signal;

	it.each<[string, Omit<Patience, 'retries'>, boolean]>([
		['nothing ends the run', {}, false],
		['the user has not stopped', { signal: running }, false],
		['the user has stopped', { signal: stopped }, true],
		['there is a moment left', { deadline: 1001 }, false],
		['it is too late', { deadline: 1000 }, true],
	])('when %s', (_, patience, expected) => {
		jest.setSystemTime(1000);
		expect(isOver({ retries: 0, ...patience })).toBe(expected);
	});
});
