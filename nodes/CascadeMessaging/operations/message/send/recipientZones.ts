import type { Zone } from '../../../protocol';
import type { SendRun } from './run';

/** What an operator tells of the time zones of phones. */
export interface RecipientZones {
	/** Those it knows. */
	readonly known: ReadonlyMap<string, Zone>;
	/** Why it did not tell all it knows, in a sentence for the user. */
	readonly trouble?: string;
}

/**
 * Asks the operator in which time zones phones are: about each once a run, many in one request (docs/protocol.md section 8). Never throws for
 * what the gateway does or does not do, and takes no more than a few minutes: nothing here may keep a message from going out.
 */
export async function zonesOf({ questions }: Pick<SendRun, 'questions'>, phones: readonly string[]): Promise<RecipientZones> {
	const replies = await questions.phoneFacts(phones);
	const known = new Map<string, Zone>();
	let trouble: string | undefined;
	for (const phone of phones) {
		const reply = replies.get(phone);
		if (reply === undefined) continue;
		if ('trouble' in reply) trouble ??= reply.trouble.message;
		else if (reply.facts.zoneHours !== null) known.set(phone, reply.facts.zoneHours);
	}
	return trouble === undefined ? { known } : { known, trouble };
}
