import type { PhoneFacts } from '../protocol';
import { inGroups } from '../protocol';
import type { AccountGateway } from './accountGateway';
import type { ReplyTrouble } from './accountReply';
import { askAccount } from './askAccount';

/** What the gateway knows of a phone, or why that is not known. */
export type PhoneReply = { readonly facts: PhoneFacts } | { readonly trouble: ReplyTrouble };

const PHONES_PER_REQUEST = 500;

/**
 * Asks the gateway what it knows of phones, which are given as digits: of each once, many in one request. Returns a reply for each, in their
 * order. Never throws for what the gateway does or does not do.
 */
export async function lookUpPhones(gateway: AccountGateway, phones: readonly string[]): Promise<PhoneReply[]> {
	const groups = inGroups([...new Set(phones)], PHONES_PER_REQUEST);
	const replies = await Promise.all(groups.map(async (group) => await lookUp(gateway, group)));
	const byPhone = new Map(replies.flat());
	return phones.flatMap((phone) => byPhone.get(phone) ?? []);
}

async function lookUp(gateway: AccountGateway, phones: readonly string[]): Promise<(readonly [phone: string, reply: PhoneReply])[]> {
	const reply = await askAccount(gateway, 'phoneFacts', { phones });
	if ('trouble' in reply) return phones.map((phone) => [phone, reply]);
	return reply.answer.map((facts) => [facts.phone, { facts }]);
}
