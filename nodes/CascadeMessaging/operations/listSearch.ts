import type { ILoadOptionsFunctions, INodeListSearchItems, INodeListSearchResult } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import type { AnswerOf, InputOf, Senders } from '../protocol';
import { getAccount } from '../transport/account';
import { accountGateway } from '../transport/accountGateway';
import { askAccount } from '../transport/askAccount';

/** Somebody waits in front of the list. */
const PATIENCE = { retries: 1, timeoutSeconds: 14 };
const LONGEST = 30_000;

/**
 * The senders of an SMS that may be used, for the editor's list; `filter` is what the user typed into its search. What else there is to know is said
 * in entries that choose nothing.
 *
 * @throws {NodeOperationError} when the gateway could not be asked
 */
export async function searchSenders(this: ILoadOptionsFunctions, filter?: string): Promise<INodeListSearchResult> {
	const told = await answerTo(this, 'senders');
	if ('note' in told) return { results: [noteFor(`${told.note} Choose "By Name" and type the sender.`)] };
	const { any, senders } = told.answer;
	const usable = senders.filter(({ state }) => any === true || state === 'usable').map(({ name }) => ({ name, value: name }));
	const wanted = (filter ?? '').trim();
	const isNew = wanted !== '' && usable.every(({ value }) => value !== wanted);
	if (any === true && isNew) usable.push({ name: `${wanted} (any name is allowed)`, value: wanted });
	if (any === true && wanted === '') usable.push(noteFor('Any name is allowed: type one into the search'));
	return { results: usable.length > 0 ? matching(usable, filter) : [noteFor(nobodyUsable(senders))] };
}

function nobodyUsable(senders: Senders['senders']): string {
	const waiting = senders.map(({ name, state }) => `${name} (${state ?? 'unknown state'})`).join(', ');
	const there = waiting === '' ? 'The account has no senders.' : `No sender of the account may be used yet: ${waiting}.`;
	return `${there} Ask your operator for one.`;
}

/**
 * The contact lists kept at the operator, for the editor's list; `filter` is what the user typed into its search.
 *
 * @throws {NodeOperationError} when the gateway could not be asked
 */
export async function searchContactLists(this: ILoadOptionsFunctions, filter?: string): Promise<INodeListSearchResult> {
	const told = await answerTo(this, 'contactLists');
	if ('note' in told) return { results: [noteFor(`${told.note} Choose "By ID" and type the ID of the list.`)] };
	const lists = told.answer.map(({ id, name }) => ({ name: name === null ? id : `${name} (${id})`, value: id }));
	return { results: matching(lists, filter) };
}

/** Older editors show nothing of an error but that there was one. */
function noteFor(name: string): { name: string; value: string } {
	return { name, value: '' };
}

/** What the gateway answers, or a note that the operator does not offer this. */
async function answerTo<Name extends 'senders' | 'contactLists'>(
	context: ILoadOptionsFunctions,
	name: Name,
): Promise<{ readonly answer: AnswerOf<Name> } | { readonly note: string }> {
	const gateway = accountGateway(context, await getAccount(context), { ...PATIENCE, deadline: Date.now() + LONGEST });
	const reply = await askAccount(gateway, name, {} as InputOf<Name>);
	if ('answer' in reply) return reply;
	if (reply.trouble.code === 'notOffered') return { note: reply.trouble.message };
	throw new NodeOperationError(context.getNode(), reply.trouble.message);
}

function matching(items: INodeListSearchItems[], filter = ''): INodeListSearchItems[] {
	const wanted = filter.trim().toLowerCase();
	return items.filter(({ name }) => name.toLowerCase().includes(wanted));
}
