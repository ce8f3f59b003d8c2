import type { Balance, PhoneFacts, Senders } from '../../../protocol';
import type { Account } from '../../../transport/account';
import type { AccountGateway, AccountSettings } from '../../../transport/accountGateway';
import { accountGateway } from '../../../transport/accountGateway';
import type { AccountReply, ReplyTrouble } from '../../../transport/accountReply';
import { askAccount } from '../../../transport/askAccount';
import type { GatewayContext } from '../../../transport/context';
import { inTime } from '../../../transport/inTime';
import type { PhoneReply } from '../../../transport/lookUpPhones';
import { lookUpPhones } from '../../../transport/lookUpPhones';

/** How long to wait for an answer at most, in seconds: it is short, and nothing was done that could come to light later. */
export const LONGEST_ANSWER = 30;

/** How long after its first question a run may ask another one, in milliseconds: a campaign does not wait for what only makes it better known. */
const LONGEST_ASKING = 120_000;

/** Other runs may be asking about the same account, and have to be waited for. */
const LONGEST_IN_ALL = LONGEST_ASKING + LONGEST_ANSWER * 1000 + 5000;

const TOO_LONG: ReplyTrouble = { code: 'notReached', message: 'The answer took too long.', mayHaveArrived: true };

/**
 * What a run asks the gateway about its account, once it needs to know it: the questions share what their retries found out and the time there
 * is for all of them, and nothing is asked twice. None of them ever throws for what the gateway does or does not do.
 */
export class AccountQuestions {
	readonly #begin: () => AccountGateway;
	readonly #phones = new Map<string, PhoneReply>();
	#gateway: AccountGateway | undefined;

	constructor(context: GatewayContext, account: Account, settings: AccountSettings) {
		const timeoutSeconds = Math.min(settings.timeoutSeconds, LONGEST_ANSWER);
		this.#begin = () => accountGateway(context, account, { ...settings, timeoutSeconds, deadline: Date.now() + LONGEST_ASKING });
	}

	/** What is left on the account, and what messages cost. */
	async balance(): Promise<AccountReply<Balance>> {
		return await inAll(askAccount(this.#asked(), 'balance', {}));
	}

	/** Which sender names the account may use. */
	async senders(): Promise<AccountReply<Senders>> {
		return await inAll(askAccount(this.#asked(), 'senders', {}));
	}

	/**
	 * What the gateway knows of phones, which are given as digits. A phone that was asked about before in the run is not asked about again, if
	 * the earlier call has ended. Returns a reply for each of them, and for those of earlier calls.
	 */
	async phoneFacts(phones: Iterable<string>): Promise<ReadonlyMap<string, PhoneReply>> {
		const fresh = [...new Set(phones)].filter((phone) => !this.#phones.has(phone));
		if (fresh.length === 0) return this.#phones;
		const ask = async (some: readonly string[]): Promise<AccountReply<readonly PhoneFacts[]>> => {
			return await askAccount(this.#asked(), 'phoneFacts', { phones: some });
		};
		const replies = await inTime(lookUpPhones(ask, fresh), LONGEST_IN_ALL, nothing);
		for (const [index, phone] of fresh.entries()) {
			const reply = replies?.[index];
			this.#phones.set(phone, reply === undefined || cameTooLate(reply) ? { trouble: TOO_LONG } : reply);
		}
		return this.#phones;
	}

	#asked(): AccountGateway {
		return (this.#gateway ??= this.#begin());
	}
}

async function inAll<Answer>(asked: Promise<AccountReply<Answer>>): Promise<AccountReply<Answer>> {
	const reply = await inTime(asked, LONGEST_IN_ALL, nothing);
	return reply === undefined || cameTooLate(reply) ? { trouble: TOO_LONG } : reply;
}

function cameTooLate(reply: AccountReply<unknown> | PhoneReply): boolean {
	return 'trouble' in reply && reply.trouble.code === 'notReached';
}

const nothing = (): undefined => undefined;
