import type { MessageAnswer, RecipientAnswer, RefusedAnswer, SendAnswer, StateRecord, StatesAnswer } from '../answers';
import { isGatewayId } from '../scalars';

/** One record of a list that was taken apart: what it says, or the text of one that cannot be read. */
export type Piece = { readonly value: unknown } | { readonly unreadable: string };

/** What stands in a list that was taken apart: a record, or a message with its records. */
export type Entry = Piece | { readonly inside: readonly Piece[] };

/** An answer that cannot be read at once, taken apart into the records of which it is made. */
export interface Apart {
	readonly entries: readonly Entry[];
	/** Whether the list has its end. */
	readonly isEnded: boolean;
	/** Whether it is known where each record ends, so that none is missing between two. */
	readonly isOrdered: boolean;
}

/** The texts a field has in an unreadable record, if they came whole. */
export type ValuesOf = (record: string, name: string) => readonly string[];

/** Whether all of a list was read. */
function isAllRead({ entries, isEnded }: Apart): boolean {
	return isEnded && piecesOf(entries).every((piece) => 'value' in piece);
}

/** The records of a list, whichever message they stand in. */
function piecesOf(entries: readonly Entry[]): readonly Piece[] {
	return entries.flatMap((entry) => ('inside' in entry ? entry.inside : entry));
}

/**
 * What can be told of a record that cannot be read. It keeps its place, its ID and whose it is, where each of them stands there once;
 * whether it was accepted is not known. Where one of these stands there several times, it was several records: their IDs are kept, but
 * belong to nobody.
 */
export function unreadableRecord(record: string, valuesOf: ValuesOf): RefusedAnswer[] {
	const ids = valuesOf(record, 'id_message').filter(isGatewayId);
	const phones = valuesOf(record, 'phone');
	const numbers = valuesOf(record, 'client_id_message');
	const unknown: RefusedAnswer = { accepted: false, reason: null, raw: null };
	const isOne = [ids, phones, numbers].every((values) => values.length <= 1);
	if (!isOne) return ids.length === 0 ? [unknown] : ids.map((messageId) => ({ ...unknown, messageId }));
	const [[messageId], [phone], [clientMessageId]] = [ids, phones, numbers];
	return [
		{
			...unknown,
			...(messageId !== undefined && { messageId }),
			...(phone !== undefined && { phone }),
			...(clientMessageId !== undefined && { clientMessageId }),
		},
	];
}

/** How the entries of an answer to sending are read. */
interface EntryReaders {
	readonly readRecipient: (value: unknown) => RecipientAnswer;
	readonly readMessage: (value: unknown) => MessageAnswer;
	readonly valuesOf: ValuesOf;
}

/**
 * The answer to sending that was taken apart; `undefined` when there is nothing in it. A record in which it breaks off counts only if its
 * ID came whole.
 */
export function sendAnswerOf(apart: Apart, { readRecipient, readMessage, valuesOf }: EntryReaders): SendAnswer | undefined {
	const pieces = piecesOf(apart.entries);
	const cut = apart.isEnded ? undefined : pieces.at(-1);
	const recipientsIn = (piece: Piece): readonly RecipientAnswer[] => {
		if ('value' in piece) return [readRecipient(piece.value)];
		const records = unreadableRecord(piece.unreadable, valuesOf);
		return piece === cut ? records.filter(({ messageId }) => messageId !== undefined) : records;
	};
	const messages = apart.entries.flatMap((entry): MessageAnswer[] => {
		if ('value' in entry) return [readMessage(entry.value)];
		const recipients = ('inside' in entry ? entry.inside : [entry]).flatMap(recipientsIn);
		return recipients.length === 0 && !apart.isEnded && entry === apart.entries.at(-1) ? [] : [{ recipients }];
	});
	const isCertain =
		apart.isOrdered && pieces.every((piece) => 'value' in piece || unreadableRecord(piece.unreadable, valuesOf).length === 1);
	if (messages.length === 0) return undefined;
	return { messages, ...(!isCertain && { isOrdered: false }) };
}

/**
 * The answer about states that was taken apart; `undefined` when there is nothing in it, or when its end is missing and nobody
 * said so: asking again may bring all of it.
 */
export function statesAnswerOf(apart: Apart, isCut: boolean, readState: (value: unknown) => StateRecord[]): StatesAnswer | undefined {
	const isAll = isAllRead(apart);
	const states = piecesOf(apart.entries).flatMap((piece) => ('value' in piece ? readState(piece.value) : []));
	if (!apart.isEnded && !(isCut && states.length > 0)) return undefined;
	return { states, ...(!isAll && { isWhole: false }) };
}
