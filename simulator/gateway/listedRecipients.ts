import type { Contact } from './account/contact';
import type { ContactList, ContactLists } from './account/contactLists';
import { readSendAt } from './checkMessage';
import { type Cascade, type ChannelContent, type Content, textsOf } from './content';
import type { NamedLists } from './message';
import { refuse, WORDS } from './refusal';
import { countSmsParts } from './smsParts';

/** A contact who gets a message because of a list. */
export interface ListedRecipient {
	/** The ID of the list. */
	readonly list: string;
	readonly phone: string;
	/** The message as this contact gets it. */
	readonly content: Content;
}

/** A checked message, and the IANA time zone in which the times of its lists are read. */
interface Given {
	readonly content: Content;
	readonly timeZone: string;
}

/** The list to be skipped that a phone is on (PROTOCOL section 7); null when it is on none. @throws {Refusal} when there is no such list */
export function skippedBy(lists: ContactLists, { skip }: Pick<NamedLists, 'skip'>, phone: string): string | null {
	return skip.find((id) => find(lists, id).contacts.has(phone)) ?? null;
}

function find(lists: ContactLists, id: string): ContactList {
	return lists.find(id) ?? refuse(WORDS.noSuchList);
}

/**
 * Who gets a message that goes to contact lists (PROTOCOL section 7), list by list: each contact that is on none of the lists to be skipped,
 * with `#name#` and the like filled in. Who is on two lists gets it twice.
 * @throws {Refusal} when there is no such list, or its time is none
 */
export function listedRecipients(lists: ContactLists, named: NamedLists, { content, timeZone }: Given): ListedRecipient[] {
	const skipped = new Set(named.skip.flatMap((id) => [...find(lists, id).contacts.keys()]));
	return named.to.flatMap(({ id, sendAt }) => {
		const timed = { ...content, sendAt: readSendAt(sendAt, timeZone) ?? content.sendAt };
		const contacts = [...find(lists, id).contacts.values()].filter(({ phone }) => !skipped.has(phone));
		return contacts.map((contact) => ({ list: id, phone: contact.phone, content: personal(timed, contact) }));
	});
}

function personal(content: Content, contact: Contact): Content {
	const fill = (step: ChannelContent): ChannelContent => {
		const text = fillIn(step.text, contact);
		return { ...step, text, parts: step.row.chargedByPart ? countSmsParts(text) : 1 };
	};
	const [first, ...rest] = content.cascade;
	const cascade: Cascade = [fill(first), ...rest.map(fill)];
	return { ...content, cascade, texts: textsOf(cascade) };
}

/** `#number#` is the phone; what names nothing that is known of contacts stays as it is. */
function fillIn(text: string, { phone, fields }: Contact): string {
	const values = new Map([...Object.entries(fields), ['number', phone] as const]);
	return text.replace(/#(\w+)#/g, (whole, name: string) => values.get(name) ?? whole);
}
