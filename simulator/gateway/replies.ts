import type { AcceptedMessage, WrittenReply } from './message';

/** How long after reading a subscriber answers by fate, in gateway milliseconds. */
const AFTER_READING = 20_000;

/** When a message is answered by its fate, gateway time; `null` when it is not. */
export function answersAt({ fate, timeline, content, startsAt }: AcceptedMessage): number | null {
	if (!fate.reply) return null;
	const index = timeline.steps.findIndex(({ readAfter }) => readAfter !== Infinity);
	const readAfter = timeline.steps[index]?.readAfter;
	if (readAfter === undefined || !content.cascade[index]?.row.takesReplies) return null;
	return startsAt + readAfter + AFTER_READING;
}

/** A reply as the platform posts it (PROTOCOL section 9): the time in GMT, the phone as a number. */
export function replyDocument({ id, phone, content }: AcceptedMessage, { text, at }: WrittenReply): Record<string, unknown> {
	const step = content.cascade.find(({ row }) => row.takesReplies);
	return {
		message_id: id,
		channel: step?.channel ?? '',
		timestamp: new Date(at).toISOString().slice(0, 19).replace('T', ' '),
		recipient_response: { recipient: { phone: Number(phone) }, from: step?.sender ?? '', content: { type: 'text', text } },
	};
}

/** Checks the URL that the operator's manager has set; empty is none. @throws {TypeError} when it is no web address */
export function readReplyUrl(value: unknown): string {
	if (value === '') return '';
	if (typeof value === 'string' && URL.canParse(value) && /^https?:$/.test(new URL(value).protocol)) return value;
	throw new TypeError('The URL for replies is a web address: http://localhost:5678/webhook/…');
}
