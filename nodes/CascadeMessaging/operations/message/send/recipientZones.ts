import { sleep } from 'n8n-workflow';

import type { Zone } from '../../../protocol';
import { accountGateway } from '../../../transport/accountGateway';
import type { PhoneReply } from '../../../transport/lookUpPhones';
import { lookUpPhones } from '../../../transport/lookUpPhones';
import type { SendRun } from './run';

/** What an operator tells of the time zones of phones. */
export interface RecipientZones {
	/** Those it knows. */
	readonly known: ReadonlyMap<string, Zone>;
	/** Why it did not tell all it knows, in a sentence for the user. */
	readonly trouble?: string;
}

/** How long one question may wait for its answer, in seconds. */
const LONGEST_ANSWER = 30;

/** How long after the first question another may be asked, in seconds. */
const LONGEST_ASKING = 120;

/** Other runs may be asking the same operator at the same time, and have to be waited for. */
const LONGEST_IN_ALL = LONGEST_ASKING + LONGEST_ANSWER + 5;

const TOO_LONG = 'The answer took too long.';

/**
 * Asks the operator in which time zones phones are: about each once, many in one request (docs/protocol.md section 8). Never throws for what
 * the gateway does or does not do, and takes no more than a few minutes: nothing here may keep a message from going out.
 */
export async function zonesOf({ context, account, settings }: SendRun, phones: readonly string[]): Promise<RecipientZones> {
	const gateway = accountGateway(context, account, {
		timeoutSeconds: Math.min(settings.timeoutSeconds, LONGEST_ANSWER),
		retries: settings.retries,
		signal: context.getExecutionCancelSignal(),
		deadline: Date.now() + LONGEST_ASKING * 1000,
	});
	const replies = await inTime(lookUpPhones(gateway, phones));
	if (replies === undefined) return { known: new Map(), trouble: TOO_LONG };
	const known = new Map<string, Zone>();
	let trouble: string | undefined;
	for (const reply of replies) {
		if ('trouble' in reply) trouble ??= reply.trouble.code === 'notReached' ? TOO_LONG : reply.trouble.message;
		else if (reply.facts.zoneHours !== null) known.set(reply.facts.phone, reply.facts.zoneHours);
	}
	return trouble === undefined ? { known } : { known, trouble };
}

/** Replies, or `undefined` when they take too long. */
async function inTime(replies: Promise<PhoneReply[]>): Promise<PhoneReply[] | undefined> {
	const answered = new AbortController();
	const nothing = (): undefined => undefined;
	const late = sleep(LONGEST_IN_ALL * 1000, answered.signal).then(nothing, nothing);
	const first = await Promise.race([replies, late]);
	answered.abort();
	return first;
}
