import { readMendedJson } from '../codecs/jsonMend';
import { readJson } from '../codecs/jsonText';
import { isRecord } from '../isRecord';
import { idOf } from '../scalars';
import { momentOf, phoneOf, senderOf, textOf } from './replyFields';

/** What a subscriber wrote back to a message (docs/protocol.md section 9). */
export interface Reply {
	/** The message that is answered. */
	readonly messageId: string;
	/** Digits only. */
	readonly phone: string;
	readonly text: string;
	/** The sender name the message came from; null when the platform does not say. */
	readonly sender: string | null;
	/** ISO 8601, UTC. */
	readonly repliedAt: string;
}

/** The stable codes of what is no reply: nothing, no JSON, JSON of another shape, or content that is no text, such as a picture. */
export type ReplyRefusalCode = 'emptyBody' | 'notJson' | 'unexpectedShape' | 'notText';

/** Why a body is no reply, in words for whoever posted it: they repeat nothing of it. */
export interface ReplyRefusal {
	readonly code: ReplyRefusalCode;
	readonly message: string;
}

/** A body that was read. */
export type ReplyReading = { readonly reply: Reply } | { readonly refusal: ReplyRefusal };

/**
 * Reads the body of what the platform posts when a subscriber writes back (docs/protocol.md section 9). Whatever can mean only the same is
 * accepted: numbers as text and text as numbers, a list of one, a byte-order mark, and JSON as other languages write it.
 */
export function readReply(body: string): ReplyReading {
	const text = body.trim();
	if (text === '') return refused('emptyBody', 'The body is empty.');
	const value = readJson(text) ?? readMendedJson(text);
	if (value === undefined) return refused('notJson', 'The body is not JSON.');
	const [one, ...others] = Array.isArray(value) ? (value as unknown[]) : [value];
	if (!isRecord(one) || others.length > 0) return refused('unexpectedShape', 'The body is not one object.');
	return replyIn(one);
}

function replyIn(document: Record<string, unknown>): ReplyReading {
	const response = recordIn(document, 'recipient_response');
	const content = recordIn(response, 'content');
	if (typeof content.type === 'string' && content.type.toLowerCase() !== 'text') {
		return refused('notText', 'recipient_response.content is no text.');
	}
	const messageId = idOf(document.message_id);
	const repliedAt = momentOf(document.timestamp);
	const phone = phoneOf(recordIn(response, 'recipient').phone);
	const text = typeof content.type === 'string' ? textOf(content.text) : null;
	if (messageId === null) return missing('message_id');
	if (repliedAt === null) return missing('timestamp');
	if (phone === null) return missing('recipient_response.recipient.phone');
	if (text === null) return missing('recipient_response.content');
	return { reply: { messageId, phone, text, sender: senderOf(response.from), repliedAt } };
}

function recordIn(record: Record<string, unknown>, name: string): Record<string, unknown> {
	const value = record[name];
	return isRecord(value) ? value : {};
}

function missing(field: string): ReplyReading {
	return refused('unexpectedShape', `${field} is missing, or not as documented.`);
}

function refused(code: ReplyRefusalCode, message: string): ReplyReading {
	return { refusal: { code, message } };
}
