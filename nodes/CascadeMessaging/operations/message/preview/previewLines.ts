import type { IDataObject } from 'n8n-workflow';

import type { Content } from '../../../protocol';
import { PROTOCOLS } from '../../../protocol';
import { mapInTurns } from '../../../transport/inTurns';
import type { SendFailure, SendLine } from '../send/failure';
import type { Plan } from '../send/plan';
import type { PlannedRecipient } from '../send/plannedRecipient';
import type { SendRun } from '../send/run';
import type { Described } from './describeContent';
import { documentOf } from './includeDocuments';

type Describe = (content: Content) => Described;

/** What the lines of a preview need to know. */
export interface Showing {
	readonly describe: Describe;
	readonly includesDocuments: boolean;
	/** Whether what would not be sent goes where On Error says, to an output of its own. */
	readonly hasErrorOutput: boolean;
	/** What each recipient costs, by its slot, where that was asked. */
	readonly costs?: ReadonlyMap<number, IDataObject> | undefined;
}

/** The lines of a preview: one for each recipient, and one for each item that cannot be read, in input order. */
export async function previewLines(run: SendRun, plan: Plan, showing: Showing): Promise<SendLine[]> {
	const places = placesIn(run, plan, showing);
	return await mapInTurns(plan.slots, (slot): SendLine => {
		if ('sentBefore' in slot) return slot.sentBefore;
		if ('failure' in slot) return showing.hasErrorOutput ? slot : { item: slot.item, json: wouldNotBeSent(slot.failure) };
		const { recipient, content } = slot;
		const json = wouldBeSent(recipient, showing.describe(content), places.get(recipient.slot));
		if (showing.costs !== undefined) json.cost = showing.costs.get(recipient.slot) ?? null;
		return { item: recipient.item, json };
	});
}

/** The request a recipient would go in: its number, from 1, and itself where it is asked for and this is its first recipient. */
interface Place {
	readonly request: number;
	readonly document?: IDataObject;
}

function placesIn({ settings }: SendRun, { requests }: Plan, { includesDocuments }: Showing): ReadonlyMap<number, Place> {
	const codec = PROTOCOLS[settings.protocol];
	const places = new Map<number, Place>();
	for (const [index, messages] of requests.entries()) {
		const request = index + 1;
		const recipients = messages.flatMap((message) => message.recipients);
		for (const { slot } of recipients) places.set(slot, { request });
		const [first] = recipients;
		if (includesDocuments && first !== undefined) places.set(first.slot, { request, document: documentOf(codec, messages) });
	}
	return places;
}

function wouldBeSent(
	recipient: PlannedRecipient,
	{ sendAt, campaignName, stopLists, cascade }: Described,
	place: Place | undefined,
): IDataObject {
	const { phone, clientMessageId = null, data } = recipient;
	const skipped = stopLists === undefined ? {} : { stopLists: [...stopLists] };
	return { phone, willBeSent: true, clientMessageId, sendAt, campaignName, ...skipped, cascade: [...cascade], data, ...place };
}

function wouldNotBeSent({ code, field, message, phone, clientMessageId }: SendFailure): IDataObject {
	const who = { phone: phone ?? null, ...(clientMessageId !== undefined && { clientMessageId }) };
	return { ...who, willBeSent: false, problem: { message, code, ...(field !== undefined && { field }) } };
}
