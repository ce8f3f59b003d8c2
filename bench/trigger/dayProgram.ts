import { answering } from '../fresh';
import { waitingFor } from './stage';

/** How many messages are sent as the day begins, and how many of a hundred reach their final state in each minute. */
export interface DayQuestion {
	count: number;
	finalPerMinute: number;
}

/** A day of polls. */
export interface DayAnswer {
	/** Messages the gateway was asked about, all polls together. */
	asked: number;
	/** The same if each minute all were asked about that are not final yet. */
	stillWaiting: number;
	/** The same if each minute all were asked about. */
	all: number;
}

const MINUTES = 24 * 60;

async function live({ count, finalPerMinute }: DayQuestion): Promise<DayAnswer> {
	const { gateway, trigger, pass, close } = await waitingFor(count, 'memory');
	let stillWaiting = 0;
	let left = count;
	for (let minute = 1; minute <= MINUTES; minute += 1) {
		if (finalPerMinute > 0) await gateway.deliver(Math.min(100, minute * finalPerMinute));
		pass(1);
		stillWaiting += left;
		left -= (await trigger.poll()).length;
	}
	// What was sent are the requests before the first poll.
	const asked = (await gateway.counts()).about - count;
	await close();
	return { asked, stillWaiting, all: count * MINUTES };
}

answering(live);
