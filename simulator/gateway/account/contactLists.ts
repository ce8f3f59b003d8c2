import { type Contact, type ContactFields, type ListFields, NEW_CONTACT, NEW_LIST } from './contact';
import { lookUp } from './numberPlan';

const FIRST_ID = 1234;

/** A list of contacts kept at the operator, each phone once, in the order in which they came. */
export interface ContactList {
	readonly id: string;
	readonly fields: Required<ListFields>;
	readonly contacts: ReadonlyMap<string, Contact>;
}

/** What was done with one entry of a list, or one list. */
export type Change = 'insert' | 'edit' | 'delete' | 'not_found';

interface KeptList extends ContactList {
	fields: ContactList['fields'];
	readonly contacts: Map<string, Contact>;
}

/** The account's contact lists. Nothing is stored; a reset brings back those of the options. */
export class ContactLists {
	readonly #lists = new Map<string, KeptList>();
	#nextId = FIRST_ID;

	/** All lists, oldest first. */
	get all(): readonly ContactList[] {
		return [...this.#lists.values()];
	}

	/** The list with this ID. */
	find(id: string): ContactList | undefined {
		return this.#lists.get(id);
	}

	/** Makes a list. @param wanted its ID; the next free one when there is none @returns its ID */
	add(given: ListFields, wanted?: string): string {
		const id = wanted ?? this.#freeId();
		this.#lists.set(id, { id, fields: { ...NEW_LIST, ...given }, contacts: new Map() });
		return id;
	}

	/** Changes what is said of a list. */
	edit(id: string, given: ListFields): Change {
		const list = this.#lists.get(id);
		if (!list) return 'not_found';
		list.fields = { ...list.fields, ...given };
		return 'edit';
	}

	/** Removes a list with its contacts. */
	remove(id: string): Change {
		return this.#lists.delete(id) ? 'delete' : 'not_found';
	}

	/** Puts a phone on a list, or changes what is known of it. Operator and region are looked up where they are not given. */
	put(id: string, phone: string, given: ContactFields, now: number): Change {
		const list = this.#lists.get(id);
		if (!list) return 'not_found';
		const old = list.contacts.get(phone);
		const { operator, region } = lookUp(phone, 'moscow');
		const fields = { ...(old?.fields ?? { ...NEW_CONTACT, operator, region }), ...given };
		list.contacts.set(phone, { phone, fields, updatedAt: now });
		return old ? 'edit' : 'insert';
	}

	/** Takes a phone off a list. */
	drop(id: string, phone: string): Change {
		return this.#lists.get(id)?.contacts.delete(phone) ? 'delete' : 'not_found';
	}

	#freeId(): string {
		while (this.#lists.has(String(this.#nextId))) this.#nextId += 1;
		this.#nextId += 1;
		return String(this.#nextId - 1);
	}
}
