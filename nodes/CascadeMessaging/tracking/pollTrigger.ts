import type { IPollFunctions } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import { getAccount } from '../transport/account';
import { reportFault } from '../transport/errorMeaning';
import { N8nApiError } from '../transport/n8nApi';
import type { StateTrouble } from '../transport/stateReply';
import { turnsOf } from './accountTurns';
import { pollTable } from './dataTable/pollTable';
import { pollMemory } from './memory/pollMemory';
import { readerOf } from './memory/readerOf';
import type { Poll } from './poll';
import { askingOf, budgetOf } from './pollBudget';
import type { Report } from './report';
import { passes } from './report';
import type { TriggerSettings } from './triggerFields';
import type { TriggerState } from './triggerState';
import { stateOf } from './triggerState';

/** What kept a poll from looking further, in words for the user. */
interface Trouble {
	readonly message: string;
}

/** What a poll has to tell: what it emits, and perhaps a trouble. */
interface Result {
	readonly reports: readonly Report[];
	readonly trouble: Trouble | undefined;
}

/**
 * Finds out what became of waiting messages and returns what to emit. Nothing is lost when something fails: what was not asked or not
 * written stays due. The first poll after an activation asks nothing and never throws: n8n waits for it before it plans any other, leaves the
 * trigger dead when it fails, and begins anew when it takes longer than 84 seconds, as the first polls of an account might one after another.
 *
 * @throws {NodeOperationError} when a trouble left a poll with nothing to emit; once an hour while it lasts
 */
export async function pollTrigger(context: IPollFunctions, settings: TriggerSettings): Promise<readonly Report[]> {
	// This key stays the same when workflow or node are renamed.
	const triggerKey = `${context.getWorkflow().id ?? ''}:${context.getNode().id}`;
	const state = stateOf(triggerKey);
	const reports = await state.alone(async () => {
		const isFirst = state.isFirst(context);
		const activeSince = state.polls(context, Date.now());
		const work = isFirst ? beginPolling(context, triggerKey) : pollAccount(context, { triggerKey, activeSince, settings });
		return tell(context, state, { ...(await work.catch(withoutAccount)), isFirst });
	});
	return reports ?? [];
}

/** The trigger that polls, before its account is known. */
type Visitor = Pick<Poll, 'triggerKey' | 'activeSince' | 'settings'>;

async function pollAccount(context: IPollFunctions, visitor: Visitor): Promise<Result> {
	const asking = askingOf(context, visitor.settings);
	const end = Date.now() + budgetOf(context);
	const account = await getAccount(context);
	const poll = { ...visitor, context, account, asking, end };
	return await turnsOf(account.key).take(async () => await pollStore(poll).catch((error: unknown) => failed(error, poll)));
}

/** What is sent from now on reaches the trigger; a data table needs no more than the moment, which its state has noted. */
async function beginPolling(context: IPollFunctions, triggerKey: string): Promise<Result> {
	const account = await getAccount(context);
	if (account.store.kind === 'memory') readerOf({ context, account, triggerKey });
	return { reports: [], trouble: undefined };
}

async function pollStore(poll: Poll): Promise<Result> {
	const { store } = poll.account;
	const found = store.kind === 'memory' ? await pollMemory(poll) : await pollTable(poll, store);
	const isLate = Date.now() > poll.end;
	const reports = isLate ? [] : found.reports.filter((report) => passes(report, poll.settings.filter));
	if (!isLate) await found.settle(reports);
	return { reports, trouble: found.trouble && inWords(found.trouble) };
}

function inWords({ message }: StateTrouble): Trouble {
	return { message: `The states of waiting messages could not be asked; they will be asked again. ${message}` };
}

function withoutAccount(error: unknown): Result {
	return { reports: [], trouble: isTold(error) ? error : { message: 'The credential cannot be read.' } };
}

function failed(error: unknown, { context, account }: Poll): Result {
	return { reports: [], trouble: isTold(error) ? error : reportFault(error, context.logger, account) };
}

/** Says whether an error has words for the user. */
function isTold(error: unknown): error is N8nApiError | NodeOperationError {
	return error instanceof N8nApiError || error instanceof NodeOperationError;
}

/**
 * Returns what is to be emitted. A trouble is thrown when there is nothing to emit, not in the first poll and once an hour at most; else it
 * goes to n8n's log.
 */
function tell(
	context: IPollFunctions,
	state: TriggerState,
	{ reports, trouble, isFirst }: Result & { isFirst: boolean },
): readonly Report[] {
	const isVain = trouble !== undefined && reports.length === 0;
	if (!isVain) state.recovers();
	if (isVain && !isFirst && state.isTimeToTell(Date.now())) {
		state.tells(Date.now());
		throw trouble instanceof NodeOperationError ? trouble : new NodeOperationError(context.getNode(), trouble.message);
	}
	if (trouble !== undefined) context.logger.warn(isVain ? `Cascade Messaging Trigger could not poll. ${trouble.message}` : trouble.message);
	return reports;
}
