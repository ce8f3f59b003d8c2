import { reasonOf } from '../protocol';
import type { MessageAnswer, SendAnswer, StatesAnswer } from '../protocol';

/** Statuses programs answer a refusal of their own with; a web server in front of them has little reason to. */
const OF_PROGRAMS = [400, 402, 406, 409, 410, 412, 417, 418, 422, 423, 424, 426, 428, 451];

/**
 * Says whether a document that stood behind HTTP 4xx or 5xx is the gateway's answer. What speaks of messages is. A refusal of the
 * whole request counts as one where the status fits; proxies write such documents too, so else only known words do (docs/protocol.md
 * sections 6.4 and 6a).
 */
export function countsBehindStatus(status: number, answer: SendAnswer | StatesAnswer): boolean {
	if ('states' in answer) return answer.states.length > 0;
	if ('messages' in answer) return answer.messages.some(tells);
	return OF_PROGRAMS.includes(status) || reasonOf(answer.refused) !== undefined;
}

/** The request itself, shown in a web page, speaks of messages too, and says nothing of any recipient. */
function tells(message: MessageAnswer): boolean {
	return 'refused' in message || message.recipients.some((one) => one.accepted || one.reason !== null || one.messageId !== undefined);
}
