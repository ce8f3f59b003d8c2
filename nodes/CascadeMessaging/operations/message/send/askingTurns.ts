const FIRST_PAUSE = 2_000;
const LONGEST_PAUSE = 60_000;
const GROWTH = 1.5;

/** Messages that go out at the same moment, and so are asked about together. */
interface Group {
	readonly messageIds: readonly string[];
	/** How long to wait before the next question. */
	readonly pause: number;
	readonly dueAt: number;
}

/** How long questions are asked; in milliseconds, moments since 1970. */
interface Patience {
	/** What is still waited for then is asked about once more, and never again. */
	readonly deadline: number;
	/** How long to wait between two questions about the same message at least. */
	readonly shortestPause: number;
}

/**
 * When to ask what became of messages: after each goes out, with growing pauses. What goes out at the deadline or later is never asked about.
 * Moments are milliseconds since 1970.
 */
export class AskingTurns {
	readonly #patience: Patience;
	#groups: readonly Group[];

	/** `outAt` says of each message when it goes out. */
	constructor(outAt: ReadonlyMap<string, number>, patience: Patience) {
		this.#patience = patience;
		const { deadline } = patience;
		const groups = new Map<number, string[]>();
		for (const [messageId, moment] of outAt) {
			if (moment >= deadline) continue;
			groups.set(moment, groups.get(moment) ?? []);
			groups.get(moment)?.push(messageId);
		}
		this.#groups = [...groups].map(([moment, messageIds]) => ({
			messageIds,
			pause: FIRST_PAUSE,
			dueAt: Math.min(moment + FIRST_PAUSE, deadline),
		}));
	}

	/** When to ask next; undefined when nothing is left to ask about. */
	get next(): number | undefined {
		return this.#groups.length === 0 ? undefined : this.#groups.reduce((first, { dueAt }) => Math.min(first, dueAt), Infinity);
	}

	/** What to ask about when a moment has come. */
	dueAt(moment: number): string[] {
		return this.#groups.filter(({ dueAt }) => dueAt <= moment).flatMap(({ messageIds }) => messageIds);
	}

	/** Notes at `now` that what was due at a moment was asked about; what is over is not asked about any more. */
	asked(moment: number, isOver: (messageId: string) => boolean, now: number): void {
		const { deadline, shortestPause } = this.#patience;
		this.#groups = this.#groups.flatMap((group) => {
			if (group.dueAt > moment) return [group];
			const messageIds = group.messageIds.filter((id) => !isOver(id));
			const pause = Math.min(group.pause * GROWTH, LONGEST_PAUSE);
			return messageIds.length === 0 ? [] : [{ messageIds, pause, dueAt: Math.min(now + Math.max(pause, shortestPause), deadline) }];
		});
	}
}
