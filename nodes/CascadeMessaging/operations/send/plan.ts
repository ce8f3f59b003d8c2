import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import { limitsOf, packRequests } from '../../protocol/batching';
import type { Sending } from '../../protocol/batching';
import { PROTOCOLS } from '../../protocol/codecs';
import { GET_PATH } from '../../protocol/codecs/get';
import type { Content, Message, Recipient } from '../../protocol/message';
import { checkMessage } from '../../protocol/rules';
import type { Account } from '../../transport/account';
import { readAttachedData } from '../attachData';
import type { Failure } from '../itemFailure';
import { readItems } from '../itemLoop';
import type { Line } from '../lines';
import { ParameterReader } from '../parameterReader';
import { readCascade } from './readCascade';
import { readClientMessageId } from './readClientMessageId';
import { readCampaign } from './readOptions';
import type { RunMemory } from './runMemory';
import type { RunSettings } from '../runSettings';
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
}

/** Reads all input items, checks them, and packs what may be sent into requests. Sends nothing. */
export function planSend(context: IExecuteFunctions, account: Account, settings: RunSettings, memory: RunMemory): Plan {
	const codec = PROTOCOLS[settings.protocol];
	const urlOverhead = account.urlOverhead(GET_PATH);
	const drafts = readDrafts(context, account);
	const repeated = repeatedNumbers(drafts);
	const slots = drafts.map((draft, slot): Slot => {
		if ('failure' in draft) return draft;
		const { item, content, recipient, data } = draft;
		const sentBefore = memory.recall(item, recipient);
		if (sentBefore !== undefined) return { item, sentBefore };
		if (repeated.has(draft)) return { item, failure: numberRepeated(recipient) };
		const [violation, ...others] = checkMessage(content, recipient, codec, urlOverhead);
		const mayHaveBeenSent = memory.mayHaveSent(item, recipient);
		if (violation === undefined) return { item, sending: { content, recipient: { ...recipient, item, slot, data, mayHaveBeenSent } } };
		const message = [violation, ...others].map((one) => one.message).join(' ');
		return { item, failure: { ...violation, message, outcome: 'notSent', ...recipient } };
	});
	const sendings = slots.flatMap((slot) => ('sending' in slot ? [slot.sending] : []));
	return { slots, requests: packRequests(sendings, limitsOf(codec, settings.recipientsPerRequest, urlOverhead)) };
}

interface Draft {
	readonly item: number;
	readonly content: Content;
	readonly recipient: Recipient;
	readonly data: IDataObject;
}

type DraftOrFailure = Draft | { readonly item: number; readonly failure: Failure };

function readDrafts(context: IExecuteFunctions, account: Account): DraftOrFailure[] {
	const reader = new ParameterReader(context);
	const readContent = contentReader(reader, { gateway: account.timeZone, workflow: context.getTimezone() });
	const items = readItems(context.getInputData().length, (item) => {
		const content = readContent(item);
		const options = reader.read('options', item);
		const clientMessageIdOf = readClientMessageId(reader, item);
		return { content, clientMessageIdOf, data: readAttachedData(options), phones: readPhones(reader, item) };
	});
	return items.flatMap((read): DraftOrFailure[] => {
		if ('failure' in read) return [read];
		const { content, clientMessageIdOf, data, phones } = read.value;
		return phones.map((phone): DraftOrFailure => {
			if (typeof phone !== 'string') return { item: read.item, failure: phone };
			const clientMessageId = clientMessageIdOf(phone);
			const recipient = { phone, ...(clientMessageId !== undefined && { clientMessageId }) };
			return { item: read.item, content, recipient, data };
		});
	});
}

/** Reads contents, and gives equal parameters the very same content: most runs send one text to everybody. */
function contentReader(reader: ParameterReader, zones: { gateway: string; workflow: string }): (item: number) => Content {
	let last: { cascade: unknown; options: unknown; content: Content } | undefined;
	return (item) => {
		const cascade = reader.read('cascade', item);
		const options = reader.read('options', item);
		if (last !== undefined && last.cascade === cascade && last.options === options) return last.content;
		last = { cascade, options, content: { ...readCascade(cascade), ...readCampaign(options, zones) } };
		return last.content;
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
