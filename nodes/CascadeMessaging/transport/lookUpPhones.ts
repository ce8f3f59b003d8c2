import type { PhoneFacts } from '../protocol';
import { inGroups } from '../protocol';
import type { AccountReply, ReplyTrouble } from './accountReply';

/** What the gateway knows of a phone, or why that is not known. */
export type PhoneReply = { readonly facts: PhoneFacts } | { readonly trouble: ReplyTrouble };

/** Asks the gateway what it knows of a few hundred phones. */
type AskAbout = (phones: readonly string[]) => Promise<AccountReply<readonly PhoneFacts[]>>;

const PHONES_PER_REQUEST = 500;

/**
 * Asks the gateway what it knows of phones, which are given as digits: of each once, many in one request. Returns a reply for each, in their
 * order. An operator who does not offer this is asked once. Never throws for what the gateway does or does not do.
 */
export async function lookUpPhones(ask: AskAbout, phones: readonly string[]): Promise<PhoneReply[]> {
	const [first = [], ...others] = inGroups([...new Set(phones)], PHONES_PER_REQUEST);
	const byPhone = new Map(first.length === 0 ? [] : await lookUp(ask, first));
	const notOffered = [...byPhone.values()].find((reply) => 'trouble' in reply && reply.trouble.code === 'notOffered');
	const further = notOffered === undefined ? await Promise.all(others.map(async (group) => await lookUp(ask, group))) : [];
	for (const [phone, reply] of further.flat()) byPhone.set(phone, reply);
	return phones.flatMap((phone) => byPhone.get(phone) ?? notOffered ?? []);
}

async function lookUp(ask: AskAbout, phones: readonly string[]): Promise<(readonly [phone: string, reply: PhoneReply])[]> {
	const reply = await ask(phones);
	if ('trouble' in reply) return phones.map((phone) => [phone, reply]);
	return reply.answer.map((facts) => [facts.phone, { facts }]);
}
