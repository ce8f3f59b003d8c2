import { AccountBook } from './account/accountBook';
import { readAccount } from './account/readAccount';
import type { AccountSettings } from './account/settings';
import type { Account } from './authentication';
import type { Channel, Revision } from './channel';
import type { Clock } from './clock';
import { MessageStore } from './messageStore';
import { RefusedPhones } from './refusedPhones';
import type { RepeatAnswer } from './repeatAnswers';
import { RepeatGuard } from './repeatGuard';
import type { Scenario } from './scenario';
import { Tally } from './tally';

/** What makes one gateway different from another. */
export interface GatewaySettings extends Account {
	readonly revision: Revision;
	/** The table of channels; those of a later revision are left out. */
	readonly channels: readonly Channel[];
	/** IANA time zone of `time_send` and `time_change_state`. */
	readonly timeZone: string;
	readonly repeatAnswer: RepeatAnswer;
	/** Whether XML send answers carry `count_message`; the worked example does not. */
	readonly xmlCountMessage: boolean;
	/** Where the platform posts what subscribers write back, as the operator's manager has set it; empty is nowhere. */
	readonly replyUrl: string;
	/** Whether the overall state, too, says what the subscriber did: `read` instead of `deliver` (revision 2). */
	readonly overallEngagement: boolean;
	/** How the account is set up at the start. */
	readonly account: AccountSettings;
}

/** One account at one operator: its settings, clock and memory. */
export class Gateway {
	store = new MessageStore();
	tally = new Tally();
	refusedPhones = new RefusedPhones();
	/** Money, stop list and contact lists of the account. */
	account: AccountBook;
	readonly repeats = new RepeatGuard();
	/** The channels this operator has. */
	readonly channels: readonly Channel[];
	/** Where replies are posted to; empty is nowhere. */
	replyUrl: string;

	/**
	 * @param settings what the operator has switched on
	 * @param clock gateway time
	 * @param scenario who has which fate
	 */
	constructor(
		readonly settings: GatewaySettings,
		readonly clock: Clock,
		readonly scenario: Scenario,
	) {
		this.replyUrl = settings.replyUrl;
		this.account = new AccountBook(settings.account, clock.now());
		this.channels = settings.channels.filter(({ revision }) => revision <= settings.revision);
	}

	/** The money on the account at this moment, in hundredths; what channels charged and gave back counts. */
	get balance(): number {
		return this.account.paidIn - this.tally.spent(this.clock.now());
	}

	/** Sets the account up anew in what is given. @throws {TypeError} that says what makes no sense */
	changeAccount(given: unknown): void {
		const now = this.clock.now();
		this.account.change(readAccount(given), { spent: this.tally.spent(now), now });
	}

	/** Forgets messages, client numbers and GETs, and returns to the first scenario and account. The clock goes on. */
	reset(): void {
		this.store = new MessageStore();
		this.tally = new Tally();
		this.refusedPhones = new RefusedPhones();
		this.account = new AccountBook(this.settings.account, this.clock.now());
		this.repeats.clear();
		this.scenario.reset();
	}
}
