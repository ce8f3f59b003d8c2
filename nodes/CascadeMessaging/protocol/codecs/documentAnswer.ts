import type { MessageAnswer, RecipientAnswer, StateRecord } from '../answers';
import type { ChannelTable } from '../channels';
import type { ProtocolError } from '../errors';
import { holdsNothing, listOf } from '../lists';
import type { Codec } from './codec';
import { documentIn } from './documentIn';
import type { Fields, RecipientRecord, StateOfMessage } from './fields';
import { readRecipient, readStates } from './fields';
import type { Apart, ValuesOf } from './pieces';
import { sendAnswerOf, statesAnswerOf } from './pieces';

/** The list an answer holds: one entry for each message sent, or for each state asked for. */
type ListName = 'message' | 'state';

/** What is told of one message: that it was refused as a whole, or the records of its recipients. */
export type MessageEntry = { readonly refused: string } | { readonly records: readonly unknown[] };

/** What sets the documents of JSON and of XML apart, where answers are read. */
export interface DocumentFormat {
	/** An answer as one document; `undefined` when it cannot be read as one. */
	readonly parse: (answer: string) => unknown;
	/** An answer that is no document as a whole, taken apart into the records of its list; `undefined` when there are none. */
	readonly takeApart: (answer: string, list: ListName) => Apart | undefined;
	/** The document that refuses the whole request, in an answer with something else around it. */
	readonly refusalIn: (answer: string) => unknown;
	/** What stands in the document of an answer: its list, or its error. Throws `ProtocolError` when that is no document. */
	readonly fieldsOf: (answer: string, document: unknown) => Fields;
	readonly isList: (value: unknown) => boolean;
	readonly lacks: (list: ListName) => ProtocolError;
	/** The words of an error; `undefined` when it says nothing. */
	readonly wordsOfError: (error: unknown) => string | undefined;
	readonly messageIn: (entry: unknown) => MessageEntry;
	readonly recipientIn: (record: unknown) => RecipientRecord;
	readonly stateIn: (record: unknown) => StateOfMessage;
	/** What a field says in a record that cannot be read. */
	readonly valuesOf: ValuesOf;
}

/** Reads answers in a format; `channels` says which fields tell of channels. */
export function answerReaders(format: DocumentFormat, channels: ChannelTable): Pick<Codec, 'decodeSend' | 'decodeStates'> {
	const recipientAnswer = (record: unknown): RecipientAnswer => readRecipient(format.recipientIn(record), channels);
	const messageAnswer = (entry: unknown): MessageAnswer => {
		const message = format.messageIn(entry);
		return 'refused' in message ? message : { recipients: message.records.map(recipientAnswer) };
	};
	const stateRecords = (record: unknown): StateRecord[] => readStates(format.stateIn(record), channels);
	const entryReaders = { readMessage: messageAnswer, readRecipient: recipientAnswer, valuesOf: format.valuesOf };
	return {
		decodeSend: (text) =>
			read(format, 'message', text, {
				ofApart: (apart) => sendAnswerOf(apart, entryReaders),
				ofList: (entries) => ({ messages: entries.map(messageAnswer) }),
			}),
		decodeStates: (text, _, { isCut = false } = {}) =>
			read(format, 'state', text, {
				ofApart: (apart) => statesAnswerOf(apart, isCut, stateRecords),
				ofList: (entries) => ({ states: entries.flatMap(stateRecords) }),
			}),
	};
}

/** How the list of an answer is read: of one that was taken apart (`undefined` when too little of it came), or of a whole one. */
interface ListReaders<Answer> {
	readonly ofApart: (apart: Apart) => Answer | undefined;
	readonly ofList: (entries: readonly unknown[]) => Answer;
}

function read<Answer>(
	format: DocumentFormat,
	list: ListName,
	text: string,
	{ ofApart, ofList }: ListReaders<Answer>,
): Answer | { readonly refused: string } {
	const answer = documentIn(text);
	const document = format.parse(answer);
	const apart = document === undefined ? format.takeApart(answer, list) : undefined;
	const partial = apart && ofApart(apart);
	if (partial !== undefined) return partial;
	const { [list]: value, error } = format.fieldsOf(answer, document === undefined ? format.refusalIn(answer) : document);
	const refused = format.wordsOfError(error);
	if (refused !== undefined && holdsNothing(value)) return { refused };
	if (format.isList(value)) return ofList(listOf(value));
	throw format.lacks(list);
}
