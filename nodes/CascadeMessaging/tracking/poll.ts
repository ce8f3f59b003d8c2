import type { IPollFunctions } from 'n8n-workflow';

import type { Account } from '../transport/account';
import type { StateTrouble } from '../transport/stateReply';
import type { PollSettings } from './askDue';
import type { Filter, Report } from './report';

/** What a trigger is set to. */
export interface TriggerSettings {
	readonly filter: Filter;
	/** How old a message may get without a final state, in milliseconds. */
	readonly giveUpAfter: number;
	readonly asking: PollSettings;
	/** When n8n gives the poll up, milliseconds since 1970: what it returns later reaches nobody. */
	readonly end: number;
}

/** What a poll found: the items to emit, and why some messages could not be asked about. */
export interface PollResult {
	readonly reports: readonly Report[];
	readonly trouble: StateTrouble | undefined;
}

/** A trigger at work: n8n's context, its account, its own name for good, and its settings. */
export interface Poll {
	readonly context: IPollFunctions;
	readonly account: Account;
	/** Workflow ID and node ID: it stays when node or workflow are renamed. */
	readonly triggerKey: string;
	/** When it polled for the first time in this process, well or not; milliseconds since 1970. */
	readonly activeSince: number;
	readonly settings: TriggerSettings;
}
