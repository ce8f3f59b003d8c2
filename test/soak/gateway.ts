import type { RequestEntry, Simulator } from '../../simulator';
import { FAULTS, startSimulator } from '../../simulator';

/** Gateway seconds in a real one. */
export const SPEED = 2;

/** What becomes of the messages, in hundredths; all but the refused ones become final within a minute and a half. */
export const FATES = {
	...{ read: 38, 'not-read': 5, instant: 10, 'no-viber': 12, 'viber-offline': 10, 'not-delivered': 10, expired: 8 },
	...{ 'no-receipt': 3, 'odd-state': 2, 'stop-list': 2 },
};

/** How late the gateway answers when no fault strikes, seconds: what it works on when n8n is killed is the hard part. */
export const LATENCY = { send: 1, state: 0.3 };

/**
 * Faults of the table that are left out: three need no requests to strike, one gives all recipients the same wrong ID, which
 * nobody can notice, one sends 600 MB, one is whatever it is told to be, and one strikes everybody (see `LATENCY`).
 */
const LEFT_OUT = ['refuse', 'close-on-connect', 'hang-on-connect', 'ids-huge', 'huge', 'custom', 'slow'];

/** Faults that usually spare the gateway the work, and strike here also after it was done. */
const ALSO_ACCEPTED = ['status-500', 'status-502', 'html', 'empty', 'wrong-top-type', 'echo', 'redirect', 'proxy-503'];

/** The names of the faults that strike. */
export const STRIKING = FAULTS.map(({ name }) => name).filter((name) => !LEFT_OUT.includes(name));

const ORDERS = [...STRIKING.map((fault) => ({ fault })), ...ALSO_ACCEPTED.map((fault) => ({ fault, accepted: true }))];

/**
 * Starts the gateway of a soak run. Its receipts take gateway seconds as usual, and start within a minute.
 *
 * @param faults the percentage of requests that a fault strikes, of sending and of asking for states each
 */
export async function startGateway(faults: number): Promise<Simulator> {
	const simulator = await startSimulator({ speed: SPEED, scenario: [{ prefix: '7900', mix: FATES, spreadSeconds: 60 }] });
	for (const operation of ['send', 'state'] as const) {
		const share = faults / 100 / ORDERS.length;
		for (const order of ORDERS) simulator.faults.set({ ...order, operation, share });
		simulator.faults.set({ fault: 'slow', operation, seconds: LATENCY[operation] });
	}
	return simulator;
}

/** Whether a fault struck a request. */
export function wasStruck({ outcome, detail }: RequestEntry): boolean {
	return outcome === 'fault' && detail !== 'slow';
}

const OUTCOMES: Readonly<Record<string, string>> = {
	deliver: 'delivered',
	not_deliver: 'notDelivered',
	expired: 'expired',
	partly_deliver: 'noReceipt',
};

/** The outcome that a trigger must report for a message with this state in the end; undefined while it is in progress. */
export function outcomeOf(state: string): string | undefined {
	return state === 'send' ? undefined : (OUTCOMES[state] ?? 'unknown');
}

/** Whether the gateway says of a message that it was read; in this gateway nobody does more. */
export function isRead({ channels }: NonNullable<ReturnType<Simulator['progressOf']>>): boolean {
	return channels.some(({ content, engagement }) => content.row.tellsEngagement === true && engagement !== null);
}
