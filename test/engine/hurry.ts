const TIMES = 5;

/**
 * Lets the clocks of n8n and of the node run five times as fast in the tests of a file: before another try, and before another
 * question, they wait for seconds. Time-outs are over as fast; the simulator keeps its own time.
 */
export function hurry(): void {
	beforeEach(() => {
		const { now } = Date;
		const { setTimeout: wait } = globalThis;
		const begun = now();
		const soon = (act: (...given: unknown[]) => void, milliseconds = 0, ...given: unknown[]): NodeJS.Timeout =>
			wait(act, milliseconds / TIMES, ...given);
		jest.spyOn(Date, 'now').mockImplementation(() => begun + (now() - begun) * TIMES);
		jest.spyOn(globalThis, 'setTimeout').mockImplementation(soon as typeof setTimeout); // its promisified form is not used
	});
	afterEach(() => jest.restoreAllMocks());
}
