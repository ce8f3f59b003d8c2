import type { AccountDocument, Answer, Row } from '../gateway/answer';
import { isRecord } from '../isRecord';
import type { WireReply } from '../protocols/wire';
import type { FaultContext, FaultRow } from './faultRow';

/** A character that means nothing. A fault puts it in a text and replaces it in the finished document, where nothing is escaped any more. */
export const MARK = '\ue000';

/** Which records a fault strikes when the order does not say: those whose message ID is a multiple of this. */
const USUAL_EVERY = 3;

/** A fault that changes the bytes of the right answer; the messages are taken on. */
export function changedBytes(name: string, about: string, change: (body: Buffer, context: FaultContext) => Buffer): FaultRow {
	const alter = (reply: WireReply, context: FaultContext) => ({ ...reply, body: change(reply.body, context) });
	return { name, about, accepted: 'always', stage: 'reply', alter };
}

/** A fault that changes the text of the right answer; null leaves it as it is. The messages are taken on. */
export function changedText(name: string, about: string, change: (text: string, context: FaultContext) => string | null): FaultRow {
	return changedBytes(name, about, (body, context) => {
		const text = change(body.toString(), context);
		return text === null ? body : Buffer.from(text);
	});
}

interface Changes {
	readonly text?: (text: string) => string;
	readonly row?: (row: Row) => Row;
}

const same = <T>(value: T): T => value;

/** Changes every refusal's text in an answer, and every record. */
export function inAnswer(answer: Answer, { text = same, row = same }: Changes): Answer {
	const inRow = (one: Row): Row => (one.error === undefined ? row(one) : row({ ...one, error: text(String(one.error)) }));
	switch (answer.kind) {
		case 'error':
			return { ...answer, text: text(answer.text) };
		case 'account':
			return { ...answer, document: inDocument(answer.document, (rows) => rows.map(inRow)) };
		case 'state':
			return { ...answer, rows: answer.rows.map(inRow) };
		case 'send':
			return {
				...answer,
				messages: answer.messages.map((one) => ('error' in one ? { error: text(one.error) } : { rows: one.rows.map(inRow) })),
			};
	}
}

/** Changes the lists of records in an answer about the account. A record that stands alone is a list of one, and never lost; other values stay. */
export function inDocument(document: AccountDocument, change: (rows: readonly Row[]) => readonly Row[]): AccountDocument {
	return Object.fromEntries(
		Object.entries(document).map(([name, value]): [string, AccountDocument[string]] => {
			if (isRows(value)) return [name, change(value)];
			return [name, isRow(value) ? (change([value])[0] ?? value) : value];
		}),
	);
}

function isRows(value: AccountDocument[string]): value is readonly Row[] {
	return Array.isArray(value) && value.every(isRecord);
}

function isRow(value: AccountDocument[string]): value is Row {
	return isRecord(value);
}

/**
 * Whether a record is among those a fault strikes. It depends on the message ID alone, so that asking for one half of
 * the messages at a time finds the bad ones.
 */
export function isStruck({ id_message: id }: Row, { order }: FaultContext): boolean {
	return id !== undefined && /^\d+$/.test(String(id)) && BigInt(id) % BigInt(order.every ?? USUAL_EVERY) === 0n;
}
