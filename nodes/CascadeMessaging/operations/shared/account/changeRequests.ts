import { inGroups } from '../../../protocol';
import { eachInTurns } from '../../../transport/inTurns';
import type { FailureLine } from '../lines';
import type { AccountFailure } from './failure';

/** Something to change for a phone, as an item asks for it. */
export interface Wanted<Change> {
	readonly item: number;
	readonly phone: string;
	/** The contact list to change it on, where there is one. */
	readonly contactList?: string;
	readonly change: Change;
}

/** A place in the output: what an item wants changed, or why it cannot be read. */
export type Place<Change> = Wanted<Change> | FailureLine<AccountFailure>;

/** A change to make, for all who asked for it: equal ones for the same phone, one behind the other, are made once. */
export interface Planned<Change> extends Omit<Wanted<Change>, 'item'> {
	/** The places of those who asked for it. */
	readonly places: number[];
}

const CHANGES_PER_REQUEST = 500;

/**
 * The requests that make the changes items ask for: at most 500 in each, all on the same list, and none of them for the same phone. Changes for the
 * same phone stand in different requests, in their order.
 */
export async function requestsFor<Change>(wanted: readonly Place<Change>[]): Promise<Planned<Change>[][]> {
	const requests = new Requests<Change>();
	await eachInTurns(wanted.entries(), ([place, one]) => {
		if (!('failure' in one)) requests.add(one, place);
	});
	return requests.all();
}

class Requests<Change> {
	/** The last change of each phone on each list, and how many were before it. */
	readonly #latest = new Map<string, { readonly planned: Planned<Change>; readonly round: number }>();
	/** The changes of each list, those in the same round for different phones. */
	readonly #rounds = new Map<string, Planned<Change>[]>();

	add({ phone, contactList, change }: Wanted<Change>, place: number): void {
		const whose = `${phone} ${contactList}`;
		const before = this.#latest.get(whose);
		if (before !== undefined && JSON.stringify(before.planned.change) === JSON.stringify(change)) {
			before.planned.places.push(place);
			return;
		}
		const round = (before?.round ?? 0) + 1;
		const planned = { phone, ...(contactList !== undefined && { contactList }), change, places: [place] };
		this.#latest.set(whose, { planned, round });
		const key = `${round} ${contactList}`;
		this.#rounds.set(key, this.#rounds.get(key) ?? []);
		this.#rounds.get(key)?.push(planned);
	}

	all(): Planned<Change>[][] {
		return [...this.#rounds.values()].flatMap((round) => inGroups(round, CHANGES_PER_REQUEST));
	}
}
