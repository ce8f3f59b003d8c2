import { RequestRunner } from '../../../../nodes/CascadeMessaging/operations/message/send/requestRunner';
import type { RequestLines } from '../../../../nodes/CascadeMessaging/operations/message/send/sendRequest';
import type { FakeNode } from '../../support/fakeContext';
import { sendRun } from '../../support/sendRun';

const SECOND = 1000;
const HOUR = 3600 * SECOND;

let start: number;
beforeEach(() => {
	jest.useFakeTimers();
	start = Date.now();
});
afterEach(() => jest.useRealTimers());

const now = (): number => (Date.now() - start) / SECOND;
const NOTHING: RequestLines = { bySlot: [], strays: [] };
const failure = { code: 'answerForNobody', outcome: 'unknown', message: 'For nobody.' } as const;
const FAILED: RequestLines = { bySlot: [], strays: [{ item: 0, failure }] };

/** A request that takes so many seconds; tells when it began, and how it ended. */
class Played {
	begun: number | undefined;
	ended: string | undefined;

	constructor(
		readonly seconds: number,
		readonly lines = NOTHING,
	) {}

	async send(): Promise<RequestLines> {
		this.begun = now();
		await new Promise((resolve) => setTimeout(resolve, this.seconds * SECOND));
		this.ended = `answered at ${now()}`;
		return this.lines;
	}

	unsent(reason: 'stopped' | 'failed'): RequestLines {
		this.ended = `${reason} at ${now()}`;
		return NOTHING;
	}
}

const runnerWith = async (options: object, fake: FakeNode = {}): Promise<RequestRunner> =>
	new RequestRunner((await sendRun({ ...fake, parameters: { options } })).run);

/** Makes requests all at once, and gives them an hour. */
async function makeAll(runner: RequestRunner, requests: readonly Played[]): Promise<void> {
	for (const request of requests) void runner.make(request);
	await jest.advanceTimersByTimeAsync(HOUR);
}

/** Makes requests one after another, and gives them an hour. */
async function makeInTurn(runner: RequestRunner, requests: readonly Played[]): Promise<void> {
	const made = (async () => {
		for (const request of requests) await runner.make(request);
	})();
	await jest.advanceTimersByTimeAsync(HOUR);
	await made;
}

const begun = (requests: readonly Played[]): unknown[] => requests.map((request) => request.begun);
const ended = (requests: readonly Played[]): unknown[] => requests.map((request) => request.ended);

describe('requests begin', () => {
	const three = (): Played[] => [new Played(7), new Played(7), new Played(7)];

	it('as soon as they are made', async () => {
		const requests = three();
		await makeAll(await runnerWith({}), requests);
		expect(begun(requests)).toEqual([0, 0, 0]);
	});

	it('at equal distances where there is a cap per minute, however long they take', async () => {
		const requests = three();
		await makeAll(await runnerWith({ requestsPerMinute: 30 }), requests);
		expect(begun(requests)).toEqual([0, 2, 4]);
	});

	it('a pause after the one before, in workflows that hold a pause', async () => {
		const requests = three();
		await makeInTurn(await runnerWith({ pauseBetweenRequests: 2 }), requests);
		expect(begun(requests)).toEqual([0, 9, 18]);
	});

	it('a pause after any other began or was answered, where several may be under way', async () => {
		const requests = [new Played(3), new Played(3), new Played(3)];
		await makeAll(await runnerWith({ pauseBetweenRequests: 2 }), requests);
		expect(begun(requests)).toEqual([0, 2, 7]);
	});

	it('so that both the cap and the pause are kept', async () => {
		const requests = [new Played(1), new Played(9), new Played(1)];
		await makeInTurn(await runnerWith({ pauseBetweenRequests: 2, requestsPerMinute: 10 }), requests);
		expect(begun(requests)).toEqual([0, 6, 17]);
	});
});

describe('once a request has failed', () => {
	const requests = (): Played[] => [new Played(5, FAILED), new Played(30), new Played(1)];

	it('none begins any more with On Error “stop”; one under way is finished', async () => {
		const all = requests();
		await makeAll(await runnerWith({ requestsPerMinute: 15 }), all);
		expect(ended(all)).toEqual(['answered at 5', 'answered at 34', 'failed at 5']);
	});

	it('the others are made in “continue” modes', async () => {
		const all = requests();
		await makeAll(await runnerWith({ requestsPerMinute: 15 }, { node: { onError: 'continueErrorOutput' } }), all);
		expect(ended(all)).toEqual(['answered at 5', 'answered at 34', 'answered at 9']);
	});
});

it.each(['stopWorkflow', 'continueErrorOutput'] as const)(
	'once the user has stopped none begins any more, and nobody waits for it (%s)',
	async (onError) => {
		const stop = new AbortController();
		const all = [new Played(5), new Played(5), new Played(5)];
		setTimeout(() => stop.abort(), 10 * SECOND);
		await makeInTurn(await runnerWith({ requestsPerMinute: 1 }, { signal: stop.signal, node: { onError } }), all);
		expect(ended(all)).toEqual(['answered at 5', 'stopped at 10', 'stopped at 10']);
	},
);
