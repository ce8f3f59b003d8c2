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
import { AskingTurns } from './askingTurns';
import type { SendLine } from './failure';
import type { SendRun } from './run';
import { momentOut } from './scheduled';

/**
 * Asks what became of the accepted messages, from when they go out and with growing pauses, until all are final or time is up. Returns the lines
 * with their outcome added; what is not final by then, goes out later, or cannot be asked about, is `inProgress`. Ends early when the user
 * stops.
 */
export async function waitForFinalStates(
	run: Pick<SendRun, 'context' | 'account' | 'settings'>,
	lines: readonly SendLine[],
): Promise<SendLine[]> {
	const { context, account, settings } = run;
	const begun = Date.now();
	const deadline = begun + settings.waitMilliseconds;
	const outAt = momentsOut(lines, begun);
	const read = statusReader(account, begun, outAt);
	const signal = context.getExecutionCancelSignal();
	const replies = new Map<string, StateReply>();
	const shortestPause = 1000 * PROTOCOLS[settings.protocol].secondsBetweenEqualQueries;
	// No retries: what was not answered is asked again anyway.
	const { protocol, timeoutSeconds, recipientsPerRequest: idsPerRequest } = settings;
	const question = { protocol, timeoutSeconds, idsPerRequest, retries: 0, signal };
	const turns = new AskingTurns(outAt, { deadline, shortestPause });
	for (let next = turns.next; next !== undefined; next = turns.next) {
		const now = Date.now();
		if (now >= deadline || signal?.aborted) break;
		await sleep(Math.max(next - now, 0), signal).catch(() => undefined);
		const answers = await askStates(context, account, turns.dueAt(next), question);
		for (const [id, reply] of answers) replies.set(id, reply);
		turns.asked(next, (id) => read(replies.get(id))?.final === true, Date.now());
	}
	return lines.map((line) => (isFailure(line) ? line : withOutcome(line, replies.get(messageIdOf(line) ?? ''), read)));
}

/** When each accepted message goes out, by its ID: what is not scheduled, or for a moment gone by, as waiting begins. */
function momentsOut(lines: readonly SendLine[], begun: number): ReadonlyMap<string, number> {
	const moments = new Map<string, number>();
	for (const line of lines) {
		if (isFailure(line)) continue;
		const id = messageIdOf(line);
		if (id !== undefined) moments.set(id, Math.max(momentOut(line) ?? begun, begun));
	}
	return moments;
}

/** A repeat may have no ID: the gateway need not say which message it took before. */
function messageIdOf({ json }: SuccessLine): string | undefined {
	return scalarText(json.messageId);
}

type StatusReader = (reply: StateReply | undefined) => Status | undefined;

/**
 * Reads replies. An ID whose moment `recentIds` does not know counts as given when the waiting began, at `begun`; that of a scheduled message,
 * as given when it goes out: the gateway need not know it before.
 */
function statusReader({ key, timeZone }: Account, begun: number, outAt: ReadonlyMap<string, number>): StatusReader {
	return (reply) => {
		if (reply === undefined || 'trouble' in reply) return undefined;
		const { messageId } = reply.record;
		const now = Date.now();
		const out = outAt.get(messageId) ?? begun;
		const age = out > begun ? now - out : (recentIds.ageOf(key, messageId, now) ?? now - begun);
		return statusOf(reply.record, timeZone, age);
	};
}

function withOutcome(line: SuccessLine, reply: StateReply | undefined, read: StatusReader): SuccessLine {
	const status = read(reply);
	if (status !== undefined) return { ...line, json: { ...line.json, ...sentStatusJson(status, line.json.channels) } };
	const warning = reply !== undefined && 'trouble' in reply && { warning: `The outcome is not known. ${reply.trouble.message}` };
	return { ...line, json: { ...line.json, outcome: 'inProgress', final: false, ...warning } };
}
