const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** How long to wait between two questions about a message, by its age: from `fromAge` on, `pause`, both in milliseconds. The oldest comes first. */
type Pauses = readonly { readonly fromAge: number; readonly pause: number }[];

const PAUSES: Pauses = [
	{ fromAge: 24 * HOUR, pause: HOUR },
	{ fromAge: 6 * HOUR, pause: 20 * MINUTE },
	{ fromAge: 2 * HOUR, pause: 10 * MINUTE },
	{ fromAge: 30 * MINUTE, pause: 5 * MINUTE },
	{ fromAge: 0, pause: MINUTE / 2 },
];

/** Most messages are read within minutes, or not for hours: 32 questions about each in 72 hours. */
const FOLLOWING_PAUSES: Pauses = [
	{ fromAge: 72 * HOUR, pause: 12 * HOUR },
	{ fromAge: 24 * HOUR, pause: 6 * HOUR },
	{ fromAge: 6 * HOUR, pause: 2 * HOUR },
	{ fromAge: HOUR, pause: HOUR / 2 },
	{ fromAge: 0, pause: 10 * MINUTE },
];

/**
 * How long to wait until a message of this age is asked about again, in milliseconds. The shortest pause is shorter than the one
 * between two polls; it keeps two triggers from asking the same at nearly the same time.
 */
export function pauseAt(age: number): number {
	return PAUSES.find(({ fromAge }) => age >= fromAge)?.pause ?? HOUR;
}

/** How long to wait until a message that was delivered so long ago, in milliseconds, is asked about again to learn what the subscriber did. */
export function followingPauseAt(age: number): number {
	return FOLLOWING_PAUSES.find(({ fromAge }) => Math.max(age, 0) >= fromAge)?.pause ?? HOUR;
}

/** When a message is due, and when the gateway last answered for it. */
interface Times {
	dueAt: number;
	answeredAt: number;
}

/**
 * When each waiting message is to be asked about (is due), and when the gateway last answered for it. What was never asked about is due
 * at once, so after a restart everything is. Moments are milliseconds since 1970.
 */
export class Schedule {
	readonly #times = new Map<string, Times>();
	readonly #pauseAt: (age: number) => number;

	/** A schedule with pauses by age, both in milliseconds; those of messages that wait unless others are given. */
	constructor(pauseAtAge = pauseAt) {
		this.#pauseAt = pauseAtAge;
	}

	/** Those of the messages that are due, the ones that have been due longest first. */
	due(messageIds: Iterable<string>, now: number): string[] {
		const due: { readonly messageId: string; readonly dueAt: number }[] = [];
		for (const messageId of messageIds) {
			const dueAt = this.#times.get(messageId)?.dueAt ?? 0;
			if (dueAt <= now) due.push({ messageId, dueAt });
		}
		return due.sort((a, b) => a.dueAt - b.dueAt).map(({ messageId }) => messageId);
	}

	/** Notes that the gateway says nothing new of a message whose age counts from `since`. */
	answered(messageId: string, since: number, now: number): void {
		const dueAt = now + this.#pauseAt(now - since);
		const times = this.#times.get(messageId);
		if (times === undefined) this.#times.set(messageId, { dueAt, answeredAt: now });
		else {
			times.dueAt = dueAt;
			times.answeredAt = now;
		}
	}

	/** Says whether the gateway has answered for a message at or after a moment. */
	wasAnsweredSince(messageId: string, moment: number): boolean {
		return (this.#times.get(messageId)?.answeredAt ?? 0) >= moment;
	}

	/** Makes a message due at once. */
	demand(messageId: string): void {
		const times = this.#times.get(messageId);
		if (times !== undefined) times.dueAt = 0;
	}

	/** Forgets a message that is not asked about any more. */
	done(messageId: string): void {
		this.#times.delete(messageId);
	}
}
