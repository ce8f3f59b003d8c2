import type { RecipientAnswer, SendAnswer, StatesAnswer } from '../answers';
import { ProtocolError } from '../errors';
import { isGatewayId } from '../scalars';
import { isPartOfState, isState } from '../stateWords';
import type { Known } from './codec';
import { isPhpMessage } from './documentIn';
import { isLongId, isMarked, possibleIds, readPart, splitParts, withoutMark } from './getParts';
import { plainTextOf, withoutEnds } from './getText';

/**
 * Reads the answer to a send request: message IDs in the order of the phones, or words (docs/protocol.md sections 4 and 6.10).
 *
 * @throws {ProtocolError} when it is neither: `emptyAnswer` or `unexpectedShape`
 */
export function decodeSend(text: string, { isCut = false, phones = [], isDoubtful = false }: Known = {}): SendAnswer {
	// Nobody can tell whether the last ID came whole.
	const answer = isCut ? text.slice(0, text.search(/[,;|\r\n][^,;|\r\n]*$/) + 1) : text;
	const { text: words, isPage } = plainTextOf(answer);
	const clear = clearParts(words, phones, isPage || isDoubtful);
	if (clear !== undefined) return { messages: [{ recipients: clear }] };
	checkWords(words, isPage);
	if (isDoubtful && !isMarked(words)) throw unexpected('something else than message IDs');
	return readWords(words, phones, isCut);
}

/**
 * The recipients of an answer in which each part says for certain what became of a phone; `undefined` when there are other words, nothing
 * but refusals, or a number that may be no ID. Where the answer is doubtful, and beside refusals in words, only a long number is an ID.
 */
function clearParts(words: string, phones: readonly string[], isDoubtful: boolean): RecipientAnswer[] | undefined {
	const parts = withoutCutId(splitParts(words));
	const recipients: RecipientAnswer[] = [];
	for (const part of parts) {
		const recipient = readPart(part, phones);
		if (recipient === undefined) return undefined;
		recipients.push(recipient);
	}
	const ids = recipients.flatMap((one) => (one.accepted ? [one.messageId] : []));
	const hasWords = parts.some(isMarked);
	const saysSomething = ids.length > 0 || (words !== '' && recipients.some((one) => !one.accepted && one.reason === null));
	const isClear = saysSomething && !ids.some((id) => phones.includes(id));
	if (!isClear || ((isDoubtful || hasWords) && !ids.every(isLongId))) return undefined;
	return hasWords && parts.some((part) => part.startsWith(' ') && !isMarked(part.trim())) ? undefined : recipients;
}

/** An answer with words in it: some of the phones refused, all of them, or something nobody can tell. */
function readWords(answer: string, phones: readonly string[], isCut: boolean): SendAnswer {
	// A phone among the words is the one they are about, not an ID.
	const isSurelyId = (part: string): boolean => isLongId(part) && !phones.includes(part);
	const parts = withoutCutId(splitAnswers(answer, isSurelyId));
	const hasId = parts.some(isSurelyId);
	const isList =
		parts.length > 1 &&
		parts.some(isMarked) &&
		parts.every((part) => part === '' || isGatewayId(part) || isMarked(part) || isGarbled(part));
	// Words that broke off may have been the first of a list.
	if (!hasId && isCut) throw new ProtocolError('unexpectedShape', 'The answer of the gateway broke off before any message ID.');
	if (hasId || isList) return { messages: [{ recipients: parts.map(recipientIn) }] };
	const ids = isMarked(answer) ? [] : possibleIds(answer, phones);
	if (ids.length === 0) return { refused: readRefusal(answer, phones) };
	// They may be IDs of what was just sent: then it would be wrong to report anybody as refused.
	const recipients = ids.map((messageId): RecipientAnswer => ({ accepted: false, reason: null, messageId, raw: answer }));
	return { messages: [{ recipients }], ...(phones.length > 1 && { isOrdered: false }) };
}

/** IDs only grow: a last one with fewer digits than all before it was cut off, and would name another message. */
function withoutCutId(parts: string[]): string[] {
	const last = parts.at(-1)?.trim() ?? '';
	if (!isGatewayId(last)) return parts;
	const others = parts
		.slice(0, -1)
		.map((part) => part.trim())
		.filter(isGatewayId);
	const isCut = others.length > 0 && others.every((id) => id.length > last.length);
	return isCut ? [...parts.slice(0, -1), ''] : parts;
}

/** Splits an answer into one part for each phone, in their order. A comma within words does not split. */
function splitAnswers(answer: string, isSurelyId: (part: string) => boolean): string[] {
	const raw = answer.split(',');
	const parts: string[][] = [];
	let lastIsId = true;
	for (const [index, part] of raw.entries()) {
		const isLastAndEmpty = index === raw.length - 1 && part === '';
		const isOwn = isMarked(part.trim()) || isLastAndEmpty || ((isGarbled(part) || isSurelyId(part.trim())) && !part.startsWith(' '));
		if (isOwn || lastIsId) {
			parts.push([part]);
			lastIsId = isGatewayId(part.trim());
		} else parts.at(-1)?.push(part);
	}
	return parts.map((words) => words.join(',').trim());
}

function recipientIn(part: string): RecipientAnswer {
	if (isGatewayId(part)) return { accepted: true, messageId: part, parts: null, channelIds: {}, raw: part };
	return { accepted: false, reason: isGarbled(part) ? null : withoutMark(part) || null, raw: part };
}

/** Bytes that are no text may have been an ID, unless they stand in words that call themselves an error. */
function isGarbled(part: string): boolean {
	return part.includes('\uFFFD') && !isMarked(part.trim());
}

function readRefusal(answer: string, phones: readonly string[]): string {
	if (/^[{[]/.test(answer) || isGarbled(answer) || phones.includes(answer)) throw unexpected('something else than message IDs or words');
	return withoutMark(answer);
}

/**
 * Reads the answer to a state query: the overall state alone, or an error text (section 4).
 *
 * @throws {ProtocolError} when it is neither: `emptyAnswer` or `unexpectedShape`
 */
export function decodeStates(
	text: string,
	[messageId = '']: readonly string[],
	{ isCut = false, isDoubtful = false }: Known = {},
): StatesAnswer {
	const { text: answer, isPage } = plainTextOf(isCut ? '' : text);
	const bare = withoutEnds(answer, /[\s"'`[\](),.;]/).replace(/^(?:state|status)\s{0,5}[:=]?\s{0,5}["']?/i, '');
	const state = isState(bare) ? bare : answer;
	if (!isState(state)) checkWords(answer, isPage);
	if (isMarked(answer)) return { refused: withoutMark(answer) };
	if (/^[{[]/.test(state) || (isDoubtful && !isState(state))) throw unexpected('something else than a state');
	if (isPartOfState(state)) throw unexpected('a part of a state only');
	return { states: [{ messageId, state, changedAt: null, channels: {} }] };
}

/** Throws `ProtocolError` for what is no answer at all. */
function checkWords(words: string, isPage: boolean): void {
	if (isPage) throw unexpected('a web page instead of message IDs');
	if (words === '') throw new ProtocolError('emptyAnswer', 'The gateway answered with nothing.');
	if (isPhpMessage(words)) throw unexpected('a message of PHP instead of message IDs');
}

function unexpected(what: string): ProtocolError {
	return new ProtocolError('unexpectedShape', `The gateway answered with ${what}.`);
}
