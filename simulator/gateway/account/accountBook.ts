import { ContactLists } from './contactLists';
import type { AccountSettings } from './settings';

/** Settings that are read when they are needed: the others become what the book keeps. */
type LiveSettings = Omit<AccountSettings, 'balance' | 'stopList' | 'contactLists'>;

/** What the operator keeps for the account: its money, its stop list, its contact lists, and how it is set up. */
export class AccountBook {
	/** Phones that nothing is sent to. */
	readonly stopList = new Set<string>();
	lists = new ContactLists();
	settings: LiveSettings;
	/** All money that was ever paid in, in hundredths. */
	paidIn = 0;

	/**
	 * @param start how the account begins
	 * @param now gateway time, of the contacts it begins with
	 */
	constructor(start: AccountSettings, now: number) {
		const { balance, stopList, contactLists, ...settings } = start;
		this.settings = settings;
		this.change({ balance, stopList, contactLists }, { spent: 0, now });
	}

	/**
	 * Sets the account up anew in what is given; the rest stays.
	 * @param moment what was spent so far in hundredths, and gateway time
	 */
	change(given: Partial<AccountSettings>, { spent, now }: { readonly spent: number; readonly now: number }): void {
		const { balance, stopList, contactLists, ...rest } = given;
		this.settings = { ...this.settings, ...rest };
		if (balance !== undefined) this.paidIn = Math.round(balance * 100) + spent;
		if (stopList) {
			this.stopList.clear();
			for (const phone of stopList) this.stopList.add(phone);
		}
		if (contactLists) this.#fillLists(contactLists, now);
	}

	#fillLists(given: AccountSettings['contactLists'], now: number): void {
		this.lists = new ContactLists();
		for (const { id, name, contacts } of given) {
			const kept = this.lists.add({ name_base: name }, id);
			for (const { phone, ...fields } of contacts) this.lists.put(kept, phone, fields, now);
		}
	}
}
