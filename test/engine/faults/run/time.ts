import { AsyncLocalStorage } from 'node:async_hooks';

/** Over GET the gateway refuses an equal question for a minute, so the node waits longer than that: too long for a test. */
const LONG = 40_000;

/** No pause is that long: what is bounds a run as a whole, and is left alone. */
const BOUND = 150_000;
const FASTER = 100;

const clocks = new AsyncLocalStorage<{ later: number }>();

/** Lets pauses of most of a minute and more pass a hundred times as fast, and gives `inOwnTime` its clocks. */
export function letTimeFly(): void {
	const { now } = Date;
	const { setTimeout: wait } = globalThis;
	jest.spyOn(Date, 'now').mockImplementation(() => now() + (clocks.getStore()?.later ?? 0));
	const quick = (act: (...given: unknown[]) => void, milliseconds = 0, ...given: unknown[]): NodeJS.Timeout =>
		wait(act, milliseconds >= LONG && milliseconds < BOUND ? milliseconds / FASTER : milliseconds, ...given);
	jest.spyOn(globalThis, 'setTimeout').mockImplementation(quick as typeof setTimeout); // its promisified form is not used
}

/** How much faster a gateway's clock must go that is to keep up with the longest pauses. */
export const SPEED = FASTER;

/** Does work with a clock of its own. */
export async function inOwnTime<T>(work: () => Promise<T>): Promise<T> {
	return await clocks.run({ later: 0 }, work);
}

/** Sets the clock of the work under way forward. */
export function pass(milliseconds: number): void {
	const clock = clocks.getStore();
	if (clock !== undefined) clock.later += milliseconds;
}
