import { ProtocolError } from '../../nodes/CascadeMessaging/protocol/errors';
import { Retrier } from '../../nodes/CascadeMessaging/transport/retrier';
import type { Patience, RetryRule } from '../../nodes/CascadeMessaging/transport/retrier';
import { TransportError } from '../../nodes/CascadeMessaging/transport/transportError';
import type { Chances } from '../../nodes/CascadeMessaging/transport/transportError';

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
	errors: readonly Error[],
	rule: RetryRule = { isRepeatable: false },
	patience: Patience = { retries: 3 },
	retrier = new Retrier(patience),
): Promise<{ result: unknown; tries: number[]; told: boolean[] }> {
	const start = Date.now();
	const tries: number[] = [];
	const told: boolean[] = [];
	const attempt = async (before: boolean): Promise<string> => {
		tries.push((Date.now() - start) / 1000);
		told.push(before);
		const error = errors[tries.length - 1];
		if (error !== undefined) throw error;
		return 'answer';
	};
	const result = retrier.run(attempt, rule).catch((error: unknown) => error);
	await jest.advanceTimersByTimeAsync(3_600_000);
	return { result: await result, tries, told };
}

describe('what is tried again', () => {
	it.each([
		['what surely did not arrive', [notArrived], false, 'answer'],
		['what may have arrived, when a repeat does no harm', [mayHaveArrived], true, 'answer'],
		['what was answered unreadably, when a repeat does no harm', [unreadable], true, 'answer'],
	])('%s', async (_, errors, isRepeatable, expected) => {
		const { result, tries } = await play(errors, { isRepeatable });

		expect([result, tries.length]).toEqual([expected, 2]);
	});

	it.each([
		['what may have arrived', mayHaveArrived, false],
		['what was answered unreadably', unreadable, false],
		['what would not go better in a moment', lasting, true],
		['what nobody foresaw', new Error('?'), true],
	])('is not %s', async (_, error, isRepeatable) => {
		const { result, tries } = await play([error], { isRepeatable });

		expect([result, tries.length]).toEqual([error, 1]);
	});
});

describe('the pauses', () => {
	it('grow up to half a minute', async () => {
		const { tries } = await play(Array<Error>(8).fill(notArrived), { isRepeatable: false }, { retries: 8 });

		expect(tries).toEqual([0, 1, 3, 7, 15, 31, 61, 91, 121]);
	});

	it.each([[0, 0.75], [1, 1.25]])('differ by chance, so that many runs do not come back at once (%d)', async (chance, second) => {
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
	it('comes with the last retry, and the error says how often it was tried', async () => {
		const { result, tries } = await play(Array<Error>(9).fill(notArrived), { isRepeatable: false }, { retries: 2 });

		expect(tries).toEqual([0, 1, 3]);
		expect(result).toMatchObject({ code: 'httpStatus', message: 'No answer. It was tried 3 times.' });
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
	it('is told to later tries', async () => {
		expect((await play([notArrived, mayHaveArrived, notArrived], { isRepeatable: true })).told).toEqual([false, false, true, true]);
	});

	it('stays so, though the last try surely did not arrive', async () => {
		const { result } = await play([mayHaveArrived, notArrived], { isRepeatable: true }, { retries: 1 });

		expect(result).toMatchObject({ chances: { mayHaveArrived: true } });
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
