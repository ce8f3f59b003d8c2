import type { AcceptedMessage } from './message';
import { totalCharge } from './prices';
import { progressAt } from './progress';

/** Running totals for the page and the control endpoint. */
export interface Counters {
	readonly accepted: number;
	readonly refused: number;
	readonly phones: number;
	/** Messages by overall state; `send` = in progress, `other` = a text of the gateway's own. */
	readonly states: Readonly<Record<StateName, number>>;
	/** Money charged for messages with a final state, in hundredths. */
	readonly charged: number;
}

const STATES = ['send', 'deliver', 'not_deliver', 'expired', 'partly_deliver', 'other'] as const;
type StateName = (typeof STATES)[number];

/** Counts messages by state. Each count looks only at those that were still in progress at the last one. */
export class Tally {
	/** Recipients refused so far. */
	refused = 0;
	#waiting: AcceptedMessage[] = [];
	#charged = 0;
	readonly #final: Record<StateName, number> = { send: 0, deliver: 0, not_deliver: 0, expired: 0, partly_deliver: 0, other: 0 };
	#total = 0;

	/** Notes an accepted message. */
	add(message: AcceptedMessage): void {
		this.#total += 1;
		this.#waiting.push(message);
	}

	/** The totals at a moment of gateway time, which must not be earlier than the last one asked for. */
	at(now: number, phones: number): Counters {
		this.#waiting = this.#waiting.filter((message) => !this.#settle(message, now));
		return {
			accepted: this.#total,
			refused: this.refused,
			phones,
			states: { ...this.#final, send: this.#waiting.length },
			charged: this.#charged,
		};
	}

	/** Money charged by then, in hundredths, for messages in progress too. @param now gateway time, as for `at` */
	spent(now: number): number {
		const { charged } = this.at(now, 0);
		return this.#waiting.reduce((sum, message) => sum + totalCharge(progressAt(message, now).channels), charged);
	}

	#settle(message: AcceptedMessage, now: number): boolean {
		if (now < message.startsAt + message.timeline.endsAfter) return false;
		const progress = progressAt(message, now);
		this.#final[STATES.find((name) => name === progress.state) ?? 'other'] += 1;
		this.#charged += totalCharge(progress.channels);
		return true;
	}
}
