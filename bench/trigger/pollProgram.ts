import { answering } from '../fresh';
import type { Cost } from '../meter';
import { metered } from '../meter';
import { countRequests } from './outgoing';
import type { Store } from './stage';
import { waitingFor } from './stage';

/** How many messages wait, where, and how often is polled. */
export interface PollQuestion {
	store: Store;
	count: number;
	polls: number;
}

/** What one poll cost. */
export interface PollAnswer extends Cost {
	emitted: number;
	/** To the gateway. */
	requests: number;
	tableRequests: number;
	/** Messages the gateway was asked about. */
	asked: number;
}

/** Polls minute after minute, of which each brings one message in a hundred its final state. */
async function poll({ store, count, polls }: PollQuestion): Promise<PollAnswer[]> {
	const requestsTo = countRequests();
	const { gateway, trigger, tablesUrl, pass, close } = await waitingFor(count, store);
	const answers: PollAnswer[] = [];
	for (let number = 1; number <= polls; number += 1) {
		await gateway.deliver(number);
		const before = (await gateway.counts()).about;
		requestsTo(gateway.url);
		requestsTo(tablesUrl ?? '');
		pass(1);
		const { value, cost } = await metered(trigger.poll);
		const asked = (await gateway.counts()).about - before;
		answers.push({ ...cost, asked, emitted: value.length, requests: requestsTo(gateway.url), tableRequests: requestsTo(tablesUrl ?? '') });
	}
	await close();
	return answers;
}

answering(poll);
