import { sleep } from 'n8n-workflow';

import type { Status } from '../../../protocol';
import { PROTOCOLS, scalarText, statusOf } from '../../../protocol';
import { recentIds } from '../../../tracking/recentIds';
import type { Account } from '../../../transport/account';
import { askStates } from '../../../transport/askStates';
import type { StateReply } from '../../../transport/stateReply';
import type { SuccessLine } from '../../shared/lines';
import { isFailure } from '../../shared/lines';
import { sentStatusJson } from '../statusJson';
import type { SendLine } from './failure';
import type { SendRun } from './run';

const FIRST_PAUSE = 2_000;
const LONGEST_PAUSE = 60_000;
const GROWTH = 1.5;

/**
 * Asks what became of the accepted messages, with growing pauses, until all are final or time is up. Returns the lines with their outcome
 * added; what is not final by then, or cannot be asked about, is `inProgress`. Ends early when the user stops.
 */
export async function waitForFinalStates(
	run: Pick<SendRun, 'context' | 'account' | 'settings'>,
	lines: readonly SendLine[],
): Promise<SendLine[]> {
	const { context, account, settings } = run;
	const begun = Date.now();
	const deadline = begun + settings.waitMilliseconds;
	const read = statusReader(account, begun);
	const signal = context.getExecutionCancelSignal();
	const replies = new Map<string, StateReply>();
	const shortestPause = 1000 * PROTOCOLS[settings.protocol].secondsBetweenEqualQueries;
	// No retries: what was not answered is asked again anyway.
	const { protocol, timeoutSeconds, recipientsPerRequest: idsPerRequest } = settings;
	const question = { protocol, timeoutSeconds, idsPerRequest, retries: 0, signal };
	let waiting = lines.flatMap((line) => (isFailure(line) ? [] : (messageIdOf(line) ?? [])));
	for (let pause = FIRST_PAUSE; waiting.length > 0; pause = Math.min(pause * GROWTH, LONGEST_PAUSE)) {
		const rest = deadline - Date.now();
		if (rest <= 0 || signal?.aborted) break;
		await sleep(Math.min(Math.max(pause, replies.size === 0 ? 0 : shortestPause), rest), signal).catch(() => undefined);
		const answers = await askStates(context, account, waiting, question);
		for (const [id, reply] of answers) replies.set(id, reply);
		waiting = waiting.filter((id) => read(replies.get(id))?.final !== true);
	}
	return lines.map((line) => (isFailure(line) ? line : withOutcome(line, replies.get(messageIdOf(line) ?? ''), read)));
}

/** A repeat may have no ID: the gateway need not say which message it took before. */
function messageIdOf({ json }: SuccessLine): string | undefined {
	return scalarText(json.messageId);
}

type StatusReader = (reply: StateReply | undefined) => Status | undefined;

/** Reads replies. An ID whose moment `recentIds` does not know counts as given when the waiting began, at `begun`. */
function statusReader({ key, timeZone }: Account, begun: number): StatusReader {
	return (reply) => {
		if (reply === undefined || 'trouble' in reply) return undefined;
		const now = Date.now();
		return statusOf(reply.record, timeZone, recentIds.ageOf(key, reply.record.messageId, now) ?? now - begun);
	};
}

function withOutcome(line: SuccessLine, reply: StateReply | undefined, read: StatusReader): SuccessLine {
	const status = read(reply);
	if (status !== undefined) return { ...line, json: { ...line.json, ...sentStatusJson(status, line.json.channels) } };
	const warning = reply !== undefined && 'trouble' in reply && { warning: `The outcome is not known. ${reply.trouble.message}` };
	return { ...line, json: { ...line.json, outcome: 'inProgress', final: false, ...warning } };
}
