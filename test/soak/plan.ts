import { seededRandom } from '../../demo/seededRandom';

/** The four workflows that send: two protocols, with and without client numbers. */
export const SENDERS = ['json', 'json-keyed', 'xml', 'xml-keyed'] as const;

/** The name of a sender, which is also the path of its webhook. */
export type SenderName = (typeof SENDERS)[number];

/** Somebody who gets one message in the whole run. */
export interface Contact {
	phone: string;
	contactId: number;
}

/** One execution to start. */
export interface PlannedSending {
	sender: SenderName;
	contacts: readonly Contact[];
	/** Milliseconds after the first. */
	at: number;
}

const MOST_RECIPIENTS = 300;
const FIRST_PHONE = 79000000000;

/** Sizes spread evenly over the orders of magnitude: as many executions with 1 to 10 recipients as with 10 to 100. */
const SIZES = Array.from({ length: 200 }, (_, index) => Math.round(MOST_RECIPIENTS ** (index / 199)));

/** The executions of a run in an open loop: they keep the rate, however long each takes. No phone comes twice. */
export function* plannedSendings(rate: number, minutes: number, seed: number): Generator<PlannedSending> {
	const chance = seededRandom(seed);
	let contacts = 0;
	for (;;) {
		const at = (contacts / rate) * 1000;
		if (at >= minutes * 60_000) return;
		const start = contacts;
		contacts += chance.pick(SIZES);
		yield {
			sender: chance.pick(SENDERS),
			contacts: Array.from({ length: contacts - start }, (_, index) => contact(start + index)),
			at,
		};
	}
}

function contact(contactId: number): Contact {
	return { phone: String(FIRST_PHONE + contactId), contactId };
}

/** How much of the sending passes before the first kill, and after the last: the last life is the longest. */
const FIRST_KILL = 0.1;
const LAST_KILL = 0.5;

/** When n8n is killed, milliseconds after the first execution: a random moment in each of as many equal spans. */
export function killMoments(kills: number, minutes: number, seed: number): number[] {
	const chance = seededRandom(seed + 1);
	const fractions = Array.from({ length: 1000 }, (_, index) => index / 1000);
	const span = (LAST_KILL - FIRST_KILL) / kills;
	return Array.from({ length: kills }, (_, index) => (FIRST_KILL + span * (index + chance.pick(fractions))) * minutes * 60_000);
}
