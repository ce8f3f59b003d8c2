import type { AcceptedAnswer, RecipientAnswer, RefusedAnswer, SendAnswer } from './answers';
import { hasStem, wordsIn } from './words';

/** What became of a message to a contact list: refused as a whole, not answered, or an answer for each phone of the list. */
export type ListResult =
	{ readonly refused: string } | { readonly accepted: readonly AcceptedAnswer[]; readonly declined: readonly RefusedAnswer[] } | undefined;

/** The results of a request, one for each list in order, and the answers that belong to none of them. */
export interface MatchedLists {
	readonly results: readonly ListResult[];
	readonly strays: readonly RecipientAnswer[];
}

/**
 * Gives each contact list of a request, which are all different, its part of the answer: by position, or, where the gateway answers for more or
 * fewer messages than were sent or not all can be read, by the list it names (docs/protocol.md section 7).
 */
export function matchLists(lists: readonly string[], answer: SendAnswer): MatchedLists {
	if ('refused' in answer) return { results: lists.map(() => answer), strays: [] };
	const { messages, isOrdered = true } = answer;
	if (isOrdered && messages.length === lists.length) {
		return { results: messages.map((message) => ('refused' in message ? message : resultOf(message.recipients))), strays: [] };
	}
	const answers = messages.flatMap((message) => ('refused' in message ? [] : message.recipients));
	const [only] = lists;
	const listOf = ({ contactList }: RecipientAnswer): string | undefined => (lists.length === 1 ? only : contactList);
	return {
		results: lists.map((list) => {
			const own = answers.filter((one) => listOf(one) === list);
			return own.length === 0 ? undefined : resultOf(own);
		}),
		strays: answers.filter((one) => !lists.includes(listOf(one) ?? '')),
	};
}

function resultOf(answers: readonly RecipientAnswer[]): ListResult {
	return {
		accepted: answers.filter((one): one is AcceptedAnswer => one.accepted),
		declined: answers.filter((one): one is RefusedAnswer => !one.accepted),
	};
}

/** Words that tell a list, and what is wrong with it. */
const LIST = ['баз', 'списк', 'base', 'list'];
const NOT_THERE = [
	'подключ',
	'доступ',
	'поддерж',
	'разреш',
	'неизвест',
	'enabled',
	'connected',
	'available',
	'support',
	'allow',
	'unknown',
];
/** A gateway that does not know the field finds nobody to send to. */
const NOBODY = ['получател', 'абонент', 'телефон', 'номер', 'recipient', 'phone', 'destination'];
const MISSING = ['указан', 'укажите', 'задан', 'отсутств', 'no', 'missing', 'empty', 'required', 'specified'];

/** Says whether the words of a refusal mean that the operator does not send to contact lists. No source gives such words but its own manual. */
export function meansNoLists(refusal: string): boolean {
	const words = wordsIn(refusal);
	const has = (stems: readonly string[]): boolean => words.some((word) => hasStem(word, stems));
	return (has(LIST) && has(NOT_THERE)) || (has(NOBODY) && has(MISSING));
}
