import type { ILoadOptionsFunctions, INodeListSearchItems, INodeListSearchResult } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import type { AnswerOf, InputOf } from '../protocol';
import { getAccount } from '../transport/account';
import { accountGateway } from '../transport/accountGateway';
import { askAccount } from '../transport/askAccount';

/** Somebody waits in front of the list. */
const PATIENCE = { retries: 1, timeoutSeconds: 20 };

/**
 * The senders of an SMS that may be used, for the editor's list; `filter` is what the user typed into its search.
 *
 * @throws {NodeOperationError} when the gateway does not tell them, or none may be used; its message stands in place of the list
 */
export async function searchSenders(this: ILoadOptionsFunctions, filter?: string): Promise<INodeListSearchResult> {
	const { any, senders } = await answerTo(this, 'senders', 'Choose "By Name" and type the sender.');
	const usable = senders.filter(({ state }) => any === true || state === 'usable').map(({ name }) => ({ name, value: name }));
	const wanted = (filter ?? '').trim();
	const isNew = wanted !== '' && usable.every(({ value }) => value !== wanted);
	if (any === true && isNew) usable.push({ name: `${wanted} (any name is allowed)`, value: wanted });
	if (any === true && usable.length === 0) usable.push({ name: 'Any name is allowed: type one into the search', value: '' });
	if (usable.length > 0) return { results: matching(usable, filter) };
	const waiting = senders.map(({ name, state }) => `${name} (${state ?? 'unknown state'})`).join(', ');
	const there = waiting === '' ? 'The account has no senders.' : `No sender of the account may be used yet: ${waiting}.`;
	throw new NodeOperationError(this.getNode(), `${there} Ask your operator for one.`);
}

/**
 * The contact lists kept at the operator, for the editor's list; `filter` is what the user typed into its search.
 *
 * @throws {NodeOperationError} when the gateway does not tell them; its message stands in place of the list
 */
export async function searchContactLists(this: ILoadOptionsFunctions, filter?: string): Promise<INodeListSearchResult> {
	const lists = await answerTo(this, 'contactLists', 'Choose "By ID" and type the ID of the list.');
	return {
		results: matching(
			lists.map(({ id, name }) => ({ name: name === null ? id : `${name} (${id})`, value: id })),
			filter,
		),
	};
}

/** What the gateway answers; `instead` says what to do where there is no answer. */
async function answerTo<Name extends 'senders' | 'contactLists'>(
	context: ILoadOptionsFunctions,
	name: Name,
	instead: string,
): Promise<AnswerOf<Name>> {
	const gateway = accountGateway(context, await getAccount(context), PATIENCE);
	const reply = await askAccount(gateway, name, {} as InputOf<Name>);
	if ('answer' in reply) return reply.answer;
	throw new NodeOperationError(context.getNode(), `${reply.trouble.message} ${instead}`);
}

function matching(items: INodeListSearchItems[], filter = ''): INodeListSearchItems[] {
	const wanted = filter.trim().toLowerCase();
	return items.filter(({ name }) => name.toLowerCase().includes(wanted));
}
