import type { Reason } from '../../../protocol';
import { adviceOn } from '../../../protocol';
import type { ReplyTrouble } from '../../../transport/accountReply';
import type { Failure } from '../failure';

/**
 * What a failure means for what was to be changed: `notDone` was never handed over, `refused` was declined by the gateway, `unknown` may have
 * been done.
 */
type ChangeOutcome = 'notDone' | 'refused' | 'unknown';

/** Why an item of an operation on the account failed, or one phone of it. */
export interface AccountFailure extends Failure {
	/** Only where something was to be changed. */
	readonly outcome?: ChangeOutcome;
	/** Why the gateway refused, where its words are known (docs/protocol.md section 6a). */
	readonly reason?: Reason;
	readonly phone?: string;
	readonly contactList?: string;
}

/** The failure of what was asked in vain; `what` is a sentence that says what is not known now. */
export function notLearnt(what: string, trouble: ReplyTrouble): AccountFailure {
	return { code: trouble.code, ...reasonIn(trouble), message: `${what} ${explained(trouble)}` };
}

/** The failure of a change that got no answer; `what` and `done` make a sentence, such as "79000000001" and "put on the stop list". */
export function notChanged(what: string, done: string, trouble: ReplyTrouble): AccountFailure {
	const outcome = outcomeOf(trouble);
	const said = outcome === 'unknown' ? `${what} may have been ${done}.` : `${what} was not ${done}.`;
	return { code: trouble.code, outcome, ...reasonIn(trouble), message: `${said} ${explained(trouble)}` };
}

function outcomeOf({ code, mayHaveArrived }: ReplyTrouble): ChangeOutcome {
	if (mayHaveArrived) return 'unknown';
	return code === 'refusedByGateway' ? 'refused' : 'notDone';
}

function explained({ message, reason }: ReplyTrouble): string {
	if (reason === undefined) return message;
	return `${message.endsWith('.') ? message : `${message}.`} ${adviceOn(reason)}`;
}

function reasonIn({ reason }: ReplyTrouble): Pick<AccountFailure, 'reason'> {
	return reason === undefined ? {} : { reason };
}
