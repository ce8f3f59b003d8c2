import { NodeOperationError } from 'n8n-workflow';
import type { IPollFunctions } from 'n8n-workflow';

import { getAccount } from '../transport/account';
import { N8nApiError } from '../transport/n8nApi';
import { pollTable } from './dataTable/pollTable';
import { pollMemory } from './memory/pollMemory';
import type { Poll, PollResult, TriggerSettings } from './poll';
import type { Report } from './report';

/** Polls of one account wait for each other: they share its waiting messages. */
const running = new Map<string, Promise<unknown>>();

/** Triggers that are polling right now: a poll that outlasts the interval is not run twice. */
const busy = new Set<string>();

/** When each trigger polled for the first time. */
const firstPolls = new Map<string, number>();

/** When a trigger last told of a lasting trouble: one failed execution an hour is enough. */
const toldAt = new Map<string, number>();
const TELL_EVERY = 60 * 60_000;

/**
 * Looks what became of waiting messages and returns what to emit. Nothing is lost when something fails: what was not
 * asked or not written stays due. Throws `NodeOperationError` when a poll could do nothing at all and n8n can bear it,
 * once an hour while the trouble lasts.
 */
export async function pollTrigger(context: IPollFunctions, settings: TriggerSettings): Promise<readonly Report[]> {
	const triggerKey = `${context.getWorkflow().id ?? ''}:${context.getNode().id}`;
	if (busy.has(triggerKey)) return [];
	busy.add(triggerKey);
	const isFirst = isFirstPoll(context, triggerKey);
	polled.add(context);
	const activeSince = firstPolls.get(triggerKey) ?? Date.now();
	firstPolls.set(triggerKey, activeSince);
	try {
		const account = await getAccount(context);
		const poll = { context, account, triggerKey, activeSince, settings };
		const before = running.get(account.key) ?? Promise.resolve();
		const result = before.then(async () => await pollStore(poll));
		running.set(
			account.key,
			result.catch(() => undefined),
		);
		const reports = reportsOf(context, await result);
		toldAt.delete(triggerKey);
		return reports;
	} catch (error) {
		if (isFirst || Date.now() - (toldAt.get(triggerKey) ?? 0) < TELL_EVERY) {
			context.logger.warn(`Cascade Messaging Trigger could not poll. ${wordsOf(error)}`);
			return [];
		}
		toldAt.set(triggerKey, Date.now());
		throw new NodeOperationError(context.getNode(), error instanceof NodeOperationError ? error : wordsOf(error));
	} finally {
		busy.delete(triggerKey);
	}
}

async function pollStore(poll: Poll): Promise<PollResult> {
	const { store } = poll.account;
	return store.kind === 'memory' ? await pollMemory(poll) : await pollTable(poll, store);
}

/** What a poll found, unless it found nothing because the gateway could not be asked. */
function reportsOf(context: IPollFunctions, { reports, trouble }: PollResult): readonly Report[] {
	if (trouble === undefined) return reports;
	const message = `The states of waiting messages could not be asked; they will be asked again. ${trouble.message}`;
	if (reports.length === 0) throw new NodeOperationError(context.getNode(), message);
	context.logger.warn(message);
	return reports;
}

const polled = new WeakSet<IPollFunctions>();

/** n8n keeps one context for all polls of an activation, but gives each poll of its durable scheduler one of its own. */
const DURABLE_BUDGET = 60_000;

/** Whether this is the first poll after an activation or a start: what it throws could leave the trigger dead. */
function isFirstPoll(context: IPollFunctions, triggerKey: string): boolean {
	const isDurable = budgetOf(context) < DURABLE_BUDGET;
	return isDurable ? !firstPolls.has(triggerKey) : !polled.has(context);
}

/** How long a poll may take in this n8n, in milliseconds; older versions do not say. */
export function budgetOf(context: IPollFunctions): number {
	return typeof context.getPollBudgetMs === 'function' ? context.getPollBudgetMs() : Infinity;
}

function wordsOf(error: unknown): string {
	if (error instanceof N8nApiError || error instanceof NodeOperationError) return error.message;
	return 'What was polled could not be read.';
}
