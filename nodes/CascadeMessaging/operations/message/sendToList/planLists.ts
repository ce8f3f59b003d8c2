import type { Content, ListMessage } from '../../../protocol';
import { checkMessage, checkVariables, PROTOCOLS } from '../../../protocol';
import { mapInTurns } from '../../../transport/inTurns';
import { readItem } from '../../shared/itemLoop';
import type { EmptyPlaceholder } from '../../shared/templates/textReader';
import { TextReader } from '../../shared/templates/textReader';
import { toValues } from '../../shared/values';
import { readAttachedData } from '../attachData';
import { readCampaignToSend } from '../campaign';
import { nameOfList } from '../nameOfList';
import { readCascade } from '../send/cascade';
import type { SendFailure } from '../send/failure';
import { notSent } from '../send/failure';
import type { SlotOf } from '../send/plan';
import type { SendRun } from '../send/run';
import type { Clock } from '../send/sendAt';
import { readSendAt, sendAtField, sendAtIn, unlessEmpty } from '../send/sendAt';
import { readStopLists, stopListsField } from '../stopLists';
import { contactListsField, readContactLists } from './contactLists';
import type { PlannedList } from './plannedList';

/** A message to a contact list, and the place it has in the run. */
export interface PlannedListMessage extends ListMessage {
	readonly recipient: PlannedList;
}

/** All a run will do, made before anything is sent: its places in input order, and the lists of each item together. */
export interface ListPlan {
	readonly slots: readonly SlotOf<PlannedListMessage>[];
	readonly requests: readonly (readonly PlannedListMessage[])[];
	readonly emptyPlaceholders: readonly EmptyPlaceholder[];
}

/** Reads all input items and checks them. Sends nothing. */
export async function planLists(run: SendRun): Promise<ListPlan> {
	const { context, account, parameters, settings } = run;
	const evaluate = (source: string, item: number): unknown => parameters.evaluate(source, item);
	const texts = new TextReader({ refusesEmpty: settings.refusesEmpty, evaluate });
	const clock = { gateway: account.timeZone, workflow: context.getTimezone(), now: Date.now() };
	const slots: SlotOf<PlannedListMessage>[] = [];
	const wanted = new Set<string>();
	const requests = await mapInTurns(context.getInputData(), (_, item) => {
		const read = readItem<readonly ListDraft[], SendFailure>(context, notSent, item, () => readLists(run, item, { texts, clock }));
		if ('failure' in read) slots.push(read);
		const own =
			'failure' in read ? [] : read.value.map((draft, index) => slotOf(run, refusingRepeats(wanted, draft), slots.length + index));
		slots.push(...own);
		return own.filter((slot): slot is PlannedListMessage => 'recipient' in slot);
	});
	return { slots, requests: requests.filter(({ length }) => length > 0), emptyPlaceholders: texts.empty };
}

/** What an item says of one of its lists, before it is checked. */
interface ListDraft extends ListMessage {
	readonly item: number;
	readonly data: PlannedList['data'];
	/** Why it must not be sent, whatever its content says: the moment to send at has passed, or an earlier item sends the same. */
	readonly refusal?: SendFailure;
}

interface Reading {
	readonly texts: TextReader;
	readonly clock: Clock;
}

/** Who stands on several lists of an item gets one message: each list skips those before it. */
function readLists({ parameters }: SendRun, item: number, { texts, clock }: Reading): ListDraft[] {
	const options = parameters.given('options', item);
	const itemTexts = texts.of(item);
	const campaignName = readCampaignToSend(options, itemTexts);
	const { overdue, ...time } = readSendAt(unlessEmpty(parameters.given(sendAtField.name, item)) ?? sendAtIn(options), clock);
	const skipped = readStopLists(options.at(stopListsField.name).value) ?? [];
	const common: Content = {
		...readCascade(parameters.given('cascade', item), itemTexts),
		...(campaignName !== undefined && { campaignName }),
		...time,
	};
	const data = readAttachedData(toValues(options.value));
	const lists = readContactLists(parameters.given(contactListsField.name, item));
	return lists.map(({ id, row }, index): ListDraft => {
		const own = readSendAt(sendAtIn(row), clock);
		const stopLists = [...new Set([...skipped, ...lists.slice(0, index).map((before) => before.id)])].filter((one) => one !== id);
		const late = own.sendAt === undefined ? overdue : own.overdue;
		return {
			...{ item, data, contactList: id },
			content: stopLists.length === 0 ? common : { ...common, stopLists },
			...(own.sendAt !== undefined && { sendAt: own.sendAt }),
			...(late !== undefined && { refusal: notSent(late) }),
		};
	});
}

/** Many items with the same words would send to the same people as many times, and each costs. */
function refusingRepeats(wanted: Set<string>, draft: ListDraft): ListDraft {
	const { contactList, sendAt, content } = draft;
	const isNew = wanted.size < wanted.add(JSON.stringify([contactList, sendAt, { ...content, stopLists: undefined }])).size;
	if (isNew || draft.refusal !== undefined) return draft;
	const message = `An earlier item sends this very message to ${nameOfList(contactList)} already. To send it once, whatever the number of items, switch on Execute Once in the settings of the node.`;
	return { ...draft, refusal: notSent({ code: 'contactListRepeated', field: contactListsField.displayName, message }) };
}

function slotOf(run: SendRun, draft: ListDraft, slot: number): SlotOf<PlannedListMessage> {
	const { item, contactList, sendAt, content, data, refusal } = draft;
	const phone = nameOfList(contactList);
	const sentBefore = run.memory.recall(item, { phone });
	if (sentBefore !== undefined) return { item, sentBefore };
	const failure = refusal ?? whyUnfit(run, content);
	if (failure !== undefined) return { item, failure: { ...failure, contactList } };
	const recipient = { phone, contactList, item, slot, data, mayHaveBeenSent: false, ...(sendAt !== undefined && { sendAt }) };
	return { content, contactList, recipient, ...(sendAt !== undefined && { sendAt }) };
}

/** Any phone will do for the rules, which are about the content. */
const SOMEBODY = { phone: '79000000001' };

function whyUnfit({ account, settings }: SendRun, content: Content): SendFailure | undefined {
	const limits = PROTOCOLS[settings.protocol].limitsFor(account);
	const violations = [...checkMessage(content, SOMEBODY, limits), ...checkVariables(content)];
	const [first] = violations;
	return first && { ...first, outcome: 'notSent', message: violations.map(({ message }) => message).join(' ') };
}
