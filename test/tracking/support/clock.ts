import { START } from './dataTables';

/** A clock that stands still until a test sets it. */
export interface Clock {
	/** Milliseconds since 1970. */
	now: number;
}

/** Lets `Date.now()` stand still, at `START` anew for each test; spies end with their test. */
export function stoppedClock(): Clock {
	const clock = { now: START };
	beforeEach(() => {
		clock.now = START;
		jest.spyOn(Date, 'now').mockImplementation(() => clock.now);
	});
	afterEach(() => {
		jest.restoreAllMocks();
	});
	return clock;
}
