import type { Message, Recipient, Sending, Violation } from '../../../protocol';
import { checkMessage, limitsOf, PROTOCOLS, RequestPacker } from '../../../protocol';
import { mapInTurns } from '../../../transport/inTurns';
import type { FailureLine } from '../../shared/lines';
import type { EmptyPlaceholder } from '../../shared/templates/textReader';
import { TextReader } from '../../shared/templates/textReader';
import type { Draft, DraftOrFailure } from './drafts';
import { readDrafts } from './drafts';
import type { SendFailure, SendLine } from './failure';
import { notSent } from './failure';
import type { PlannedRecipient } from './plannedRecipient';
import type { SendRun } from './run';

/** One place in the output: a recipient that will be sent to, why it will not, or what became of it in an earlier try. */
type Slot =
	| { readonly item: number; readonly sending: Sending<PlannedRecipient> }
	| FailureLine<SendFailure>
	| { readonly item: number; readonly sentBefore: SendLine };

/** All a run will do, made before anything is sent. */
export interface Plan {
	/** In input order, one for each recipient; an item that cannot be read has one. */
	readonly slots: readonly Slot[];
	readonly requests: readonly (readonly Message<PlannedRecipient>[])[];
	/** The empty placeholders in items that are sent. */
	readonly emptyPlaceholders: readonly EmptyPlaceholder[];
}

/** Reads all input items, checks them, and packs what may be sent into requests. Sends nothing. */
export async function planSend(run: SendRun): Promise<Plan> {
	const { context, parameters, settings, account, memory } = run;
	const limits = PROTOCOLS[settings.protocol].limitsFor(account);
	const evaluate = (source: string, item: number): unknown => parameters.evaluate(source, item);
	const texts = new TextReader({ refusesEmpty: settings.refusesEmpty, evaluate });
	const drafts = await readDrafts(run, texts, { gateway: account.timeZone, workflow: context.getTimezone(), now: Date.now() });
	const repeated = repeatedNumbers(drafts);
	const slots = await mapInTurns(drafts, (draft, slot): Slot => {
		if ('failure' in draft) return draft;
		const { item, content, recipient, data } = draft;
		const sentBefore = memory.recall(item, recipient);
		if (sentBefore !== undefined) return { item, sentBefore };
		if (repeated.has(draft)) return { item, failure: numberRepeated(recipient) };
		const mayHaveBeenSent = memory.mayHaveSent(item, recipient);
		const failure = whyUnfit(draft, checkMessage(content, recipient, limits), mayHaveBeenSent);
		return failure === undefined
			? { item, sending: { content, recipient: { ...recipient, item, slot, data, mayHaveBeenSent } } }
			: { item, failure };
	});
	const sendings = slots.flatMap((slot) => ('sending' in slot ? [slot.sending] : []));
	const sent = new Set(sendings.map(({ recipient }) => recipient.item));
	const packer = new RequestPacker<PlannedRecipient>(limitsOf(limits, settings.recipientsPerRequest));
	await mapInTurns(sendings, (sending) => packer.add(sending));
	return {
		slots,
		requests: await mapInTurns(packer.requests(), (request) => request),
		emptyPlaceholders: texts.empty.filter(({ item }) => sent.has(item)),
	};
}

/** The line of a slot about which everything is known before sending. */
export function lineBeforeSending(slot: Slot): SendLine | undefined {
	if ('sentBefore' in slot) return slot.sentBefore;
	return 'failure' in slot ? slot : undefined;
}

/** Why a draft may not be sent: it is too late, or breaks rules. */
function whyUnfit({ recipient, overdue }: Draft, violations: readonly Violation[], mayHaveBeenSent: boolean): SendFailure | undefined {
	if (overdue !== undefined) return { ...notSent(overdue), ...(mayHaveBeenSent && { outcome: 'unknown' }), ...recipient };
	const [first] = violations;
	if (first === undefined) return undefined;
	return { ...first, message: violations.map(({ message }) => message).join(' '), outcome: 'notSent', ...recipient };
}

/** The drafts whose client message ID an earlier draft has already: the gateway would take them for repeats and not send them. */
function repeatedNumbers(drafts: readonly DraftOrFailure[]): ReadonlySet<DraftOrFailure> {
	const seen = new Set<string>();
	const repeated = drafts.filter((draft) => {
		const id = 'recipient' in draft ? draft.recipient.clientMessageId : undefined;
		if (id === undefined) return false;
		return seen.size === seen.add(id).size;
	});
	return new Set(repeated);
}

function numberRepeated(recipient: Recipient): SendFailure {
	const id = recipient.clientMessageId ?? '';
	return {
		code: 'clientMessageIdRepeated',
		outcome: 'notSent',
		field: 'Client Message ID',
		message: `Client Message ID ${id} is already used by another recipient of this run, so the gateway would not send this one. Give each message a number or key of its own.`,
		...recipient,
	};
}
