import type { IDataObject } from 'n8n-workflow';

import type { Contact, ContactsInput } from '../../protocol';
import { fromGatewayTime } from '../../protocol';
import { simplifyFields } from '../../tracking/simplify';
import { AccountRun } from '../shared/account/accountRun';
import type { AccountFailure } from '../shared/account/failure';
import { notLearnt } from '../shared/account/failure';
import { askingOptions } from '../shared/account/options';
import { askingTelling } from '../shared/account/telling';
import { contactListField, readContactList } from '../shared/contactList';
import { readItems, thatEndRun } from '../shared/itemLoop';
import { limitFields, readLimit } from '../shared/limit';
import type { Line } from '../shared/lines';
import { operation } from '../shared/operation';
import { simplifier } from '../shared/simplify';
import { toValues } from '../shared/values';
import { changedSinceField, readChangedSince } from './changedSince';
import { detailsJson } from './details';
import { contactPages } from './pages';

/** Tells who is on a contact list. */
export const getContacts = operation<AccountFailure>({
	option: {
		name: 'Get Contacts',
		value: 'getContacts',
		action: 'Get contacts of contact list',
		description: 'Get the contacts on a list kept at the operator',
	},
	fields: [contactListField, ...limitFields, ...simplifyFields, askingOptions(changedSinceField)],
	telling: { ...askingTelling(({ contactList = null }) => ({ contactList })), shownBy: simplifier },
	execute: async (context) => {
		const run = await AccountRun.begin(context);
		const items = await readItems<Wish, AccountFailure>(
			context,
			(failure) => failure,
			(item) => readWish(run, item),
		);
		const ending = thatEndRun(context, items);
		if (ending.length > 0) return ending;
		const lines: Line<AccountFailure>[] = [];
		for (const one of items) {
			if ('failure' in one) lines.push(one);
			else for await (const line of contactLines(run, one.value)) lines.push({ item: one.item, ...line });
		}
		return lines;
	},
});

/** Which contacts an item wants, and how many at most. */
interface Wish {
	readonly list: Omit<ContactsInput, 'page'>;
	readonly limit: number;
}

function readWish({ context, account, parameters }: AccountRun, item: number): Wish {
	const listId = readContactList(parameters.read(contactListField.name, item), contactListField.displayName);
	const clock = { workflow: context.getTimezone(), account: account.timeZone };
	const changedSince = readChangedSince(toValues(parameters.read('options', item, {})), clock);
	return { list: { listId, ...(changedSince !== undefined && { changedSince }) }, limit: readLimit(parameters, item) };
}

/** Only the page at hand is held, and none is asked for once there are as many contacts as are wanted. */
async function* contactLines(run: AccountRun, { list, limit }: Wish): AsyncGenerator<{ json: IDataObject } | { failure: AccountFailure }> {
	let rest = limit;
	let isFirst = true;
	for await (const page of contactPages(run, list)) {
		if ('trouble' in page) {
			const inVain = `${isFirst ? 'The' : 'Further'} contacts of list ${list.listId} are not known.`;
			yield { failure: { ...notLearnt(inVain, page.trouble), contactList: list.listId } };
			return;
		}
		for (const contact of page.contacts.slice(0, rest)) yield { json: contactJson(contact, list.listId, run.account.timeZone) };
		rest -= page.contacts.length;
		isFirst = false;
		if (rest <= 0) return;
	}
}

function contactJson(contact: Contact, contactList: string, timeZone: string): IDataObject {
	const { phone, operator, region, changedAt } = contact;
	const changed = changedAt === null ? null : (fromGatewayTime(changedAt, timeZone) ?? changedAt);
	return { phone, contactList, ...detailsJson(contact), operator, region, changedAt: changed };
}
