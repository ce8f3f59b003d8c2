import { sleep } from 'n8n-workflow';
import type { IExecuteFunctions } from 'n8n-workflow';

import { PROTOCOLS } from '../../protocol/codecs';
import { textOf } from '../../protocol/guards';
import { statusOf } from '../../protocol/status';
import type { Status } from '../../protocol/status';
import { recentIds } from '../../tracking/recentIds';
import type { Account } from '../../transport/account';
import { askStates } from '../../transport/askStates';
import type { StateReply } from '../../transport/stateReply';
import { isFailure } from '../lines';
import type { Line, SuccessLine } from '../lines';
import type { RunSettings } from '../runSettings';
import { sentStatusJson } from '../statusJson';

const FIRST_PAUSE = 2_000;
const LONGEST_PAUSE = 60_000;
const GROWTH = 1.5;

/**
 * Asks what became of the accepted messages, with growing pauses, until all are final or time is up. Returns the lines with
 * their outcome added; what is not final by then, or cannot be asked, is `inProgress`. Ends early when the user stops.
 */
export async function waitForFinalStates(
	context: IExecuteFunctions,
	account: Account,
	lines: readonly Line[],
	settings: RunSettings,
	milliseconds: number,
): Promise<Line[]> {
	const begun = Date.now();
	const deadline = begun + milliseconds;
	const read = statusReader(account, begun);
	const signal = context.getExecutionCancelSignal();
	const replies = new Map<string, StateReply>();
	const shortestPause = 1000 * PROTOCOLS[settings.protocol].secondsBetweenEqualQueries;
	let waiting = lines.flatMap((line) => (isFailure(line) ? [] : (messageIdOf(line) ?? [])));
	for (let pause = FIRST_PAUSE; waiting.length > 0; pause = Math.min(pause * GROWTH, LONGEST_PAUSE)) {
		const rest = deadline - Date.now();
		if (rest <= 0 || signal?.aborted) break;
		await sleep(Math.min(Math.max(pause, replies.size === 0 ? 0 : shortestPause), rest), signal).catch(() => undefined);
		// No retries: what was not answered is asked again anyway.
		const question = { ...settings, retries: 0, idsPerRequest: settings.recipientsPerRequest, signal };
		const answers = await askStates(context, account, waiting, question);
		for (const [id, reply] of answers) replies.set(id, reply);
		waiting = waiting.filter((id) => read(replies.get(id))?.final !== true);
	}
	return lines.map((line) => (isFailure(line) ? line : withOutcome(line, replies.get(messageIdOf(line) ?? ''), read)));
}

/** A repeat may have no ID: the gateway need not say which message it took before. */
function messageIdOf({ json }: SuccessLine): string | undefined {
	return textOf(json.messageId);
}

type StatusReader = (reply: StateReply | undefined) => Status | undefined;

/** What replies say. When an ID was given is remembered; if not, it was before the waiting began, at `begun`. */
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
