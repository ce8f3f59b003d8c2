import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import { limitsOf, packRequests } from '../../../protocol/batching';
import type { Sending } from '../../../protocol/batching';
import { PROTOCOLS } from '../../../protocol/codecs';
import { GET_PATH } from '../../../protocol/codecs/get';
import type { Content, Message, Recipient } from '../../../protocol/message';
import { checkMessage } from '../../../protocol/rules';
import type { Account } from '../../../transport/account';
import { readAttachedData } from '../attachData';
import type { Failure } from '../../shared/itemFailure';
import { readItems } from '../../shared/itemLoop';
import type { Line } from '../../shared/lines';
import { ParameterReader } from '../../shared/parameterReader';
import { TextReader } from '../../shared/templates/textReader';
import type { EmptyPlaceholder } from '../../shared/templates/textReader';
import { readCascade } from './readCascade';
import { readClientMessageId } from './readClientMessageId';
import { readCampaign } from './readOptions';
import type { Clock } from './readSendAt';
import type { RunMemory } from './runMemory';
import type { RunSettings } from '../../shared/runSettings';
import { readPhones } from './readRecipients';

/** A recipient that knows the input item it comes from and its place in the output. */
export interface PlannedRecipient extends Recipient {
	readonly item: number;
	readonly slot: number;
	/** What the sender attached for the trigger. */
	readonly data: IDataObject;
	/** Whether an earlier try of the run may have sent to it. */
	readonly mayHaveBeenSent: boolean;
}

/** One place in the output: a recipient that will be sent to, why it will not, or what became of it in an earlier try. */
export type Slot = { readonly item: number } & (
	| { readonly sending: Sending<PlannedRecipient> }
	| { readonly failure: Failure }
	| { readonly sentBefore: Line }
);

/** All a run will do, made before anything is sent. */
export interface Plan {
	/** In input order, one for each recipient; an item that cannot be read has one. */
	readonly slots: readonly Slot[];
	readonly requests: readonly (readonly Message<PlannedRecipient>[])[];
	/** Those in what is sent. */
	readonly emptyPlaceholders: readonly EmptyPlaceholder[];
}

/** What a run plans by. */
export interface PlanBasis {
	readonly account: Account;
	readonly settings: RunSettings;
	readonly memory: RunMemory;
	/** Whether items with empty placeholders fail. */
	readonly refusesEmpty: boolean;
}

/** Reads all input items, checks them, and packs what may be sent into requests. Sends nothing. */
export function planSend(context: IExecuteFunctions, { account, settings, memory, refusesEmpty }: PlanBasis): Plan {
	const codec = PROTOCOLS[settings.protocol];
	const urlOverhead = account.urlOverhead(GET_PATH);
	const evaluate = (source: string, item: number): unknown => context.evaluateExpression(source, item);
	const texts = new TextReader({ refusesEmpty, evaluate });
	const drafts = readDrafts(context, texts, { gateway: account.timeZone, workflow: context.getTimezone(), now: Date.now() });
	const repeated = repeatedNumbers(drafts);
	const slots = drafts.map((draft, slot): Slot => {
		if ('failure' in draft) return draft;
		const { item, content, recipient, data, overdue } = draft;
		const sentBefore = memory.recall(item, recipient);
		if (sentBefore !== undefined) return { item, sentBefore };
		if (repeated.has(draft)) return { item, failure: numberRepeated(recipient) };
		const [violation, ...others] = checkMessage(content, recipient, codec, urlOverhead);
		const mayHaveBeenSent = memory.mayHaveSent(item, recipient);
		if (overdue !== undefined) return { item, failure: { ...overdue, ...(mayHaveBeenSent && { outcome: 'unknown' }), ...recipient } };
		if (violation === undefined) return { item, sending: { content, recipient: { ...recipient, item, slot, data, mayHaveBeenSent } } };
		const message = [violation, ...others].map((one) => one.message).join(' ');
		return { item, failure: { ...violation, message, outcome: 'notSent', ...recipient } };
	});
	const sendings = slots.flatMap((slot) => ('sending' in slot ? [slot.sending] : []));
	const sent = new Set(sendings.map(({ recipient }) => recipient.item));
	return {
		slots,
		requests: packRequests(sendings, limitsOf(codec, settings.recipientsPerRequest, urlOverhead)),
		emptyPlaceholders: texts.empty.filter(({ item }) => sent.has(item)),
	};
}

interface Draft {
	readonly item: number;
	readonly content: Content;
	readonly recipient: Recipient;
	readonly data: IDataObject;
	/** Its failure when the moment to send at is gone by. */
	readonly overdue?: Failure;
}

type DraftOrFailure = Draft | { readonly item: number; readonly failure: Failure };

function readDrafts(context: IExecuteFunctions, texts: TextReader, clock: Clock): DraftOrFailure[] {
	const reader = new ParameterReader(context);
	const readContent = contentReader(reader, texts, clock);
	const items = readItems(context.getInputData().length, (item) => {
		const read = readContent(item);
		const options = reader.read('options', item);
		const clientMessageIdOf = readClientMessageId(reader, item, texts.of(item));
		return { ...read, clientMessageIdOf, data: readAttachedData(options), phones: readPhones(reader, item) };
	});
	return items.flatMap((read): DraftOrFailure[] => {
		if ('failure' in read) return [read];
		const { content, overdue, clientMessageIdOf, data, phones } = read.value;
		return phones.map((phone): DraftOrFailure => {
			if (typeof phone !== 'string') return { item: read.item, failure: phone };
			const clientMessageId = clientMessageIdOf(phone);
			const recipient = { phone, ...(clientMessageId !== undefined && { clientMessageId }) };
			return { item: read.item, content, recipient, data, ...(overdue !== undefined && { overdue }) };
		});
	});
}

type ContentRead = Pick<Draft, 'content' | 'overdue'>;

/** Reads contents, and gives equal parameters the very same content: most runs send one text to everybody. */
function contentReader(reader: ParameterReader, texts: TextReader, clock: Clock): (item: number) => ContentRead {
	let last: { cascade: unknown; options: unknown; read: ContentRead } | undefined;
	return (item) => {
		const cascade = reader.given('cascade', item);
		const options = reader.given('options', item);
		if (last !== undefined && last.cascade === cascade.value && last.options === options.value) return last.read;
		const ofItem = texts.of(item);
		const { overdue, ...content } = { ...readCascade(cascade, ofItem), ...readCampaign(options, clock, ofItem) };
		last = { cascade: cascade.value, options: options.value, read: { content, ...(overdue !== undefined && { overdue }) } };
		return last.read;
	};
}

/** The drafts whose client message ID an earlier one has: the gateway would take them for repeats and not send them. */
function repeatedNumbers(drafts: readonly DraftOrFailure[]): ReadonlySet<DraftOrFailure> {
	const seen = new Set<string>();
	const repeated = drafts.filter((draft) => {
		const id = 'recipient' in draft ? draft.recipient.clientMessageId : undefined;
		if (id === undefined) return false;
		return seen.size === seen.add(id).size;
	});
	return new Set(repeated);
}

function numberRepeated(recipient: Recipient): Failure {
	const id = recipient.clientMessageId ?? '';
	return {
		code: 'clientMessageIdRepeated',
		outcome: 'notSent',
		field: 'Client Message ID',
		message: `Client Message ID ${id} is already used by another recipient of this run, so the gateway would not send this one. Give each message a number or key of its own.`,
		...recipient,
	};
}
