import type { ContactFields } from './contact';
import type { HoursFrom } from './numberPlan';
import type { QuestionType } from './questionTypes';

/** A sender name, and whether it may be used: `completed`, or not yet (`order`), or never (`rejected`). */
export interface Originator {
	readonly originator: string;
	readonly state: 'completed' | 'order' | 'rejected';
}

/** A contact list to begin with. */
export interface GivenList {
	/** Its ID, digits; the next free one when there is none. */
	readonly id?: string;
	readonly name: string;
	readonly contacts: readonly ({ readonly phone: string } & ContactFields)[];
}

/** The account as its operator has set it up (PROTOCOL section 8). */
export interface AccountSettings {
	/** Whether the operator answers questions about the account at all; if not, the address gets HTTP 404 and a web page. */
	readonly offered: boolean;
	/** Questions the operator does not know. */
	readonly unknownTypes: readonly QuestionType[];
	/** Money on the account. It goes down as messages are charged. */
	readonly balance: number;
	readonly currency: string;
	/** What a part costs more to the phones of a network, through any channel, by the name of the network in the price list. */
	readonly surcharges: Readonly<Record<string, number>>;
	/** Whether a message is refused when there is not enough money left for its first channel. */
	readonly refusesWithoutMoney: boolean;
	/** IANA time zone of the account's clock. */
	readonly timeZone: string;
	/** From where the hours of a phone's time zone are counted. */
	readonly hoursFrom: HoursFrom;
	/** Whether any sender name may be used; the list is not told then. */
	readonly anyOriginator: boolean;
	/** What is told of sender names. Sending does not look at it. */
	readonly originators: readonly Originator[];
	/** Phones that nothing is sent to, digits. */
	readonly stopList: readonly string[];
	readonly contactLists: readonly GivenList[];
	/** Whether messages may go to contact lists, `base` and `stop_base` (PROTOCOL section 7). */
	readonly sendsToLists: boolean;
	/** How many entries stand on a page of contacts or of scheduled messages. */
	readonly pageSize: number;
}

/** The account when nothing is said of it. @param timeZone that of the gateway */
export function usualAccount(timeZone: string): AccountSettings {
	return {
		offered: true,
		unknownTypes: [],
		balance: 10_000,
		currency: 'RUR',
		surcharges: {},
		refusesWithoutMoney: false,
		timeZone,
		hoursFrom: 'moscow',
		anyOriginator: false,
		originators: [
			{ originator: 'MyShop', state: 'completed' },
			{ originator: 'MyShop-New', state: 'order' },
			{ originator: 'Casino', state: 'rejected' },
		],
		stopList: [],
		contactLists: [],
		sendsToLists: false,
		pageSize: 100,
	};
}
