import { answering } from '../fresh';
import type { Cost } from '../meter';
import { metered } from '../meter';
import { countRequests } from './outgoing';
import type { Stage, Store } from './stage';
import { waitingFor } from './stage';

/** How many delivered messages are followed, where, how often is polled when all are due, and how long they are followed after that. */
export interface FollowQuestion {
	store: Store;
	count: number;
	polls: number;
	hours: number;
}

/** What one poll cost in which all messages were due. */
export interface FollowPoll extends Cost {
	emitted: number;
	asked: number;
	requests: number;
	tableRequests: number;
}

/** The polls, and how many messages were asked about from delivery on, those polls included. */
export interface FollowAnswer {
	polls: FollowPoll[];
	asked: number;
}

const PAUSE = 10;
const EVENTS = ['read', 'linkOpened', 'unsubscribed'];

/** Has all messages delivered, then polls whenever they are due; each of these polls brings it that one in a hundred was read. */
async function follow({ store, count, polls, hours }: FollowQuestion): Promise<FollowAnswer> {
	const requestsTo = countRequests();
	const stage = await waitingFor(count, store, { events: EVENTS });
	const about = async (): Promise<number> => (await stage.gateway.counts()).about;
	await stage.gateway.read(0);
	const sent = await about();
	// A poll asks no longer than it may: until each message was asked about once, all of them are not yet followed.
	while ((await about()) < sent + count) await stage.trigger.poll();
	await stage.trigger.poll();
	// What was learnt at one moment of the clock of this process is written down as learnt one after another.
	stage.pass(1 / 60);
	const before = await about();
	const measured: FollowPoll[] = [];
	for (let number = 1; number <= polls; number += 1) {
		await stage.gateway.read(number);
		stage.pass(PAUSE);
		requestsTo(stage.gateway.url);
		requestsTo(stage.tablesUrl ?? '');
		measured.push(await pollOf(stage, requestsTo));
	}
	for (let minute = polls * PAUSE; minute < hours * 60; minute += PAUSE) {
		stage.pass(PAUSE);
		await stage.trigger.poll();
	}
	const asked = (await about()) - before;
	await stage.close();
	return { polls: measured, asked };
}

async function pollOf({ gateway, trigger, tablesUrl }: Stage, requestsTo: (origin: string) => number): Promise<FollowPoll> {
	const before = (await gateway.counts()).about;
	requestsTo(gateway.url);
	const { value, cost } = await metered(trigger.poll);
	const requests = requestsTo(gateway.url);
	const asked = (await gateway.counts()).about - before;
	return { ...cost, asked, emitted: value.length, requests, tableRequests: requestsTo(tablesUrl ?? '') };
}

answering(follow);
