import type { Message, Recipient, RequestLimits, Sending, Violation } from '../../../protocol';
import { checkMessage, limitsOf, PROTOCOLS, RequestPacker } from '../../../protocol';
import { eachInTurns, mapInTurns } from '../../../transport/inTurns';
import type { FailureLine } from '../../shared/lines';
import type { EmptyPlaceholder } from '../../shared/templates/textReader';
import { TextReader } from '../../shared/templates/textReader';
import type { Draft, DraftOrFailure } from './drafts';
import { draftReader } from './drafts';
import type { SendFailure, SendLine } from './failure';
import { notSent } from './failure';
import type { UnknownZones, Windowed } from './intoWindows';
import { intoWindows } from './intoWindows';
import type { PlannedRecipient } from './plannedRecipient';
import type { SendRun } from './run';

/** One place in the output: what will be sent, why it will not, or what became of it in an earlier try. */
export type SlotOf<Planned extends { readonly recipient: object }> =
	Planned | FailureLine<SendFailure> | { readonly item: number; readonly sentBefore: SendLine };

type Slot = SlotOf<Sending<PlannedRecipient>>;

/** All a run will do, made before anything is sent. */
export interface Plan {
	/** In input order, one for each recipient; an item that cannot be read has one. */
	readonly slots: readonly Slot[];
	readonly requests: readonly (readonly Message<PlannedRecipient>[])[];
	/** The empty placeholders in items that are sent. */
	readonly emptyPlaceholders: readonly EmptyPlaceholder[];
	/** The recipients that are sent to by another clock than their own. */
	readonly unknownZones?: UnknownZones;
}

/**
 * Reads all input items, checks them, and packs what may be sent into requests. Sends nothing. Where one slot that is unfit `stopsAll`, nobody is
 * asked for the time zones of the others.
 */
export async function planSend(run: SendRun, { stopsAll = false }: { readonly stopsAll?: boolean } = {}): Promise<Plan> {
	const { context, parameters, settings, account, memory } = run;
	const limits = PROTOCOLS[settings.protocol].limitsFor(account);
	const evaluate = (source: string, item: number): unknown => parameters.evaluate(source, item);
	const texts = new TextReader({ refusesEmpty: settings.refusesEmpty, evaluate });
	const clock = { gateway: account.timeZone, workflow: context.getTimezone(), now: Date.now() };
	const draftsOf = draftReader(run, texts, clock);
	const numbers = new Set<string>();
	const slotOf = (draft: DraftOrFailure, slot: number): Slot | Windowed => {
		if ('failure' in draft) return draft;
		const { item, content, recipient, window } = draft;
		const isRepeated = repeatsNumber(numbers, recipient);
		const sentBefore = memory.recall(item, recipient);
		if (sentBefore !== undefined) return { item, sentBefore };
		if (isRepeated) return { item, failure: numberRepeated(recipient) };
		const mayHaveBeenSent = memory.mayHaveSent(item, recipient);
		const failure = whyUnfit(draft, checkMessage(content, recipient, limits), mayHaveBeenSent);
		if (failure !== undefined) return { item, failure };
		const planned = plannedFrom(draft, slot, mayHaveBeenSent);
		return window === undefined ? { content, recipient: planned } : { content, recipient: planned, window };
	};
	const read: (Slot | Windowed)[] = [];
	await eachInTurns(context.getInputData().keys(), (item) => {
		for (const draft of draftsOf(item)) read.push(slotOf(draft, read.length));
	});
	const mustStop = stopsAll && read.some((slot) => 'failure' in slot);
	const { slots, ...told } = mustStop ? { slots: read } : await intoWindows(run, read, clock);
	const requests = await pack(slots, limitsOf(limits, settings.recipientsPerRequest));
	return { slots, requests, emptyPlaceholders: texts.empty.length === 0 ? [] : thoseIn(slots, texts.empty), ...told };
}

/** All requests are packed before the first is made: from then on nothing may go wrong. */
async function pack(slots: readonly Slot[], limits: RequestLimits): Promise<Plan['requests']> {
	const packer = new RequestPacker<PlannedRecipient>(limits);
	await eachInTurns(slots, (slot) => {
		if ('recipient' in slot) packer.add(slot);
	});
	return await mapInTurns(packer.requests(), (request) => request);
}

/** All fields are written out: adding them to a copy costs several times as much. */
function plannedFrom({ item, recipient, data }: Draft, slot: number, mayHaveBeenSent: boolean): PlannedRecipient {
	const { phone, clientMessageId } = recipient;
	return clientMessageId === undefined
		? { phone, item, slot, data, mayHaveBeenSent }
		: { phone, clientMessageId, item, slot, data, mayHaveBeenSent };
}

/** The empty placeholders in what is sent. */
function thoseIn(slots: readonly Slot[], empty: readonly EmptyPlaceholder[]): EmptyPlaceholder[] {
	const items = new Set(slots.map((slot) => ('recipient' in slot ? slot.recipient.item : undefined)));
	return empty.filter(({ item }) => items.has(item));
}

/** The line of a slot about which everything is known before sending. */
export function lineBeforeSending(slot: SlotOf<{ readonly recipient: object }>): SendLine | undefined {
	if ('sentBefore' in slot) return slot.sentBefore;
	return 'failure' in slot ? slot : undefined;
}

/** The lines of a run that must not begin, because something in its plan is unfit and On Error says stop. */
export function linesOfUnfit(
	{ context, memory }: Pick<SendRun, 'context' | 'memory'>,
	slots: readonly SlotOf<{ readonly recipient: object }>[],
): SendLine[] | undefined {
	if (context.continueOnFail() || !slots.some((slot) => 'failure' in slot)) return undefined;
	return [...slots.flatMap((slot) => lineBeforeSending(slot) ?? []), ...memory.strays];
}

/** Why a draft may not be sent: it is too late, or breaks rules. */
function whyUnfit({ recipient, overdue }: Draft, violations: readonly Violation[], mayHaveBeenSent: boolean): SendFailure | undefined {
	if (overdue !== undefined) return { ...notSent(overdue), ...(mayHaveBeenSent && { outcome: 'unknown' }), ...recipient };
	const [first] = violations;
	if (first === undefined) return undefined;
	return { ...first, message: violations.map(({ message }) => message).join(' '), outcome: 'notSent', ...recipient };
}

/** Says whether an earlier recipient has the same client message ID: the gateway would take this one for a repeat and not send it. */
function repeatsNumber(numbers: Set<string>, { clientMessageId }: Recipient): boolean {
	if (clientMessageId === undefined) return false;
	return numbers.size === numbers.add(clientMessageId).size;
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
