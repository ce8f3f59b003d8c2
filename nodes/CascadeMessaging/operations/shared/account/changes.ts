import type { Changed } from '../../../protocol';
import type { AccountReply, ReplyTrouble } from '../../../transport/accountReply';
import type { Line } from '../lines';
import type { AccountRun } from './accountRun';
import type { Place, Planned } from './changeRequests';
import { requestsFor } from './changeRequests';
import type { AccountFailure } from './failure';
import { notChanged } from './failure';

/** How changes of one kind are made, and what they are called. */
export interface Changing<Change> {
	/** Asks the gateway for at most 500 of them, all on the same list and each for another phone. */
	readonly make: (changes: readonly Change[], contactList: string | undefined) => Promise<AccountReply<readonly Changed[]>>;
	/** What was done when it went well, such as "put on the stop list". */
	readonly done: (contactList: string | undefined) => string;
}

/**
 * Makes the changes that items ask for, at most 500 in a request, and in their order where they are for the same phone. Returns a line for each
 * place, in input order. Once the user has stopped the execution, or something failed with On Error “stop”, no further request is made; an
 * operator who does not offer this is asked once.
 */
export async function makeChanges<Change>(
	run: AccountRun,
	wanted: readonly Place<Change>[],
	changing: Changing<Change>,
): Promise<Line<AccountFailure>[]> {
	const lines = wanted.map((one): Line<AccountFailure> | undefined => ('failure' in one ? one : undefined));
	let over: ReplyTrouble | undefined;
	for (const request of await requestsFor(wanted)) {
		over ??= run.isStopped ? STOPPED : undefined;
		const list = request[0]?.contactList;
		const reply = over
			? { trouble: over }
			: await changing.make(
					request.map(({ change }) => change),
					list,
				);
		for (const [index, one] of request.entries()) {
			const fate = fateOf(one, 'trouble' in reply ? reply : (reply.answer[index] ?? { done: null, words: null }), changing.done(list));
			for (const place of one.places) lines[place] = { item: wanted[place]?.item ?? 0, ...fate };
		}
		over ??= whyOver(run, reply, lines);
	}
	return lines.flatMap((line) => line ?? []);
}

const STOPPED: ReplyTrouble = { code: 'notReached', message: 'The execution was stopped before.', mayHaveArrived: false };

const FAILED: ReplyTrouble = { code: 'notReached', message: 'The run stopped at an earlier request.', mayHaveArrived: false };

/** Why no further request is made. */
function whyOver({ context }: AccountRun, reply: AccountReply<unknown>, lines: readonly (Line | undefined)[]): ReplyTrouble | undefined {
	if ('trouble' in reply && reply.trouble.code === 'notOffered') return { ...reply.trouble, mayHaveArrived: false };
	return !context.continueOnFail() && lines.some((line) => line !== undefined && 'failure' in line) ? FAILED : undefined;
}

type Fate = { readonly json: { phone: string; contactList?: string; done: string } } | { readonly failure: AccountFailure };

function fateOf({ phone, contactList }: Planned<unknown>, told: { readonly trouble: ReplyTrouble } | Changed, done: string): Fate {
	const who = { phone, ...(contactList !== undefined && { contactList }) };
	if ('trouble' in told) return { failure: { ...notChanged(phone, done, told.trouble), ...who } };
	if (told.done !== null) return { json: { ...who, done: told.done } };
	const why = told.words === null ? 'The gateway does not say what it did.' : `The gateway says: ${told.words}`;
	return { failure: { code: 'notConfirmed', outcome: 'unknown', message: `${phone} may have been ${done}. ${why}`, ...who } };
}
