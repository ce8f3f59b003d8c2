import type { IPollFunctions } from 'n8n-workflow';

import type { Account } from '../transport/account';
import type { StateQuestion } from '../transport/stateBatch';
import type { StateTrouble } from '../transport/stateReply';
import type { Report } from './report';
import type { TriggerSettings } from './triggerFields';

/** Who asks the gateway, and how. */
export interface Asker {
	readonly context: IPollFunctions;
	readonly account: Account;
	readonly asking: StateQuestion;
}

/** A trigger at work. */
export interface Poll extends Asker {
	/** The trigger's key, which never changes. */
	readonly triggerKey: string;
	/** When the trigger polled for the first time in this process, whether that went well or not; milliseconds since 1970. */
	readonly activeSince: number;
	readonly settings: TriggerSettings;
	/** When n8n gives the poll up, milliseconds since 1970: what it returns later reaches nobody. */
	readonly end: number;
}

/** What a poll found in the account's store. */
export interface Findings {
	/** All that the trigger has not reported yet, whether it wants to hear of it or not. */
	readonly reports: readonly Report[];
	/** Why some messages could not be asked about; they stay due. */
	readonly trouble: StateTrouble | undefined;
	/** Notes that `reports` are done with; `wanted` are those among them that are emitted. Until then they are found again. */
	readonly settle: (wanted: readonly Report[]) => Promise<void>;
}
