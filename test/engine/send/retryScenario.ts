import fc from 'fast-check';
import type { OnError } from 'n8n-workflow';

/** A run of Send with everything that may go wrong in it, and how often n8n runs it again. */
export interface Scenario {
	/** The phones of each input item. */
	readonly items: readonly (readonly string[])[];
	readonly recipientsPerRequest: number;
	readonly parallelRequests: number;
	/** What strikes the first request, the second, …; the requests after the last go well. */
	readonly strikes: readonly Strike[];
	/** Whether each recipient has a client number. */
	readonly numbered: boolean;
	readonly onError: OnError;
	/** Tries of Retry On Fail; 1 is without. */
	readonly tries: number;
	/** How often the Retry button is pressed, each time on the retry before, as long as the execution has failed. */
	readonly presses: number;
	/** How often a loop comes by the node, with the same phones. */
	readonly rounds: number;
}

/** What happens to a request, and whether the gateway takes the messages on all the same. */
export type Strike = keyof typeof STRIKES;

/** The faults of the simulator that stand for each strike. */
export const STRIKES = {
	none: undefined,
	turnedAway: { fault: 'status-429' },
	lostBefore: { fault: 'reset-after-body', accepted: false },
	lostAfter: { fault: 'reset-after-body', accepted: true },
	notSaid: { fault: 'missing-recipients' },
} as const;

/** Refused by the gateway, every time. */
export const STOP_LISTED = '79990170001';
/** Not a number at all: never sent. */
export const IMPOSSIBLE = '12';

const phone = fc.oneof(
	{ weight: 8, arbitrary: fc.constantFrom('79990010001', '79990010002', '79990010003', '79990010004') },
	{ weight: 3, arbitrary: fc.constant(STOP_LISTED) },
	{ weight: 1, arbitrary: fc.constant(IMPOSSIBLE) },
);

const strike: fc.Arbitrary<Strike> = fc.oneof(
	{ weight: 2, arbitrary: fc.constant('none' as const) },
	{ weight: 3, arbitrary: fc.constantFrom('turnedAway', 'lostBefore', 'lostAfter', 'notSaid') },
);

/** Any mix of them all. */
export const scenarios: fc.Arbitrary<Scenario> = fc.record({
	items: fc.array(fc.uniqueArray(phone, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 5 }),
	recipientsPerRequest: fc.integer({ min: 1, max: 3 }),
	parallelRequests: fc.integer({ min: 1, max: 5 }),
	strikes: fc.array(strike, { maxLength: 8 }),
	numbered: fc.boolean(),
	onError: fc.constantFrom('stopWorkflow', 'continueRegularOutput', 'continueErrorOutput'),
	tries: fc.integer({ min: 1, max: 5 }),
	presses: fc.integer({ min: 0, max: 2 }),
	rounds: fc.integer({ min: 1, max: 2 }),
});
