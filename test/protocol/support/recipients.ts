import type { RecipientAnswer, SendAnswer } from '../../../nodes/CascadeMessaging/protocol/answers';

/** The recipients of each message of an answer; none where the message was refused as a whole. */
export function recipientsOf(answer: SendAnswer): (readonly RecipientAnswer[])[] {
	if ('refused' in answer) return [];
	return answer.messages.map((message) => ('recipients' in message ? message.recipients : []));
}
