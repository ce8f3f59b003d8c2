import { OneForEach } from '../transport/oneForEach';

/** Lets the polls of one account wait for each other: they share its waiting messages. */
export class AccountTurns {
	#last: Promise<unknown> = Promise.resolve();

	/** Runs a poll when all earlier ones have ended, well or not. Returns what it returns, and throws what it throws. */
	async take<T>(poll: () => Promise<T>): Promise<T> {
		const turn = this.#last.then(poll);
		this.#last = turn.catch(() => undefined);
		return await turn;
	}
}

const turns = new OneForEach(() => new AccountTurns());

/** The turns of an account, by its key. */
export function turnsOf(account: string): AccountTurns {
	return turns.of(account);
}
