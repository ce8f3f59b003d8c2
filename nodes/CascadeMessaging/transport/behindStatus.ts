import type { MessageAnswer, SendAnswer, StatesAnswer } from '../protocol';
import { reasonOf } from '../protocol';

/** Statuses with which a program itself refuses; a web server in front of it has little reason to use them. */
const OF_PROGRAMS = [400, 402, 406, 409, 410, 412, 417, 418, 422, 423, 424, 426, 428, 451];

/**
 * Says whether a document that came with HTTP 4xx or 5xx is the gateway's answer (docs/protocol.md sections 6.4 and 6a). One that tells of
 * messages or states is. A refusal of the whole request may also be written by a proxy: it counts where the status is one programs
 * use, or where its words are known to be the gateway's.
 */
export function countsBehindStatus(status: number, answer: SendAnswer | StatesAnswer): boolean {
	if ('states' in answer) return answer.states.length > 0;
	if ('messages' in answer) return answer.messages.some(tells);
	return isOfPrograms(status) || reasonOf(answer.refused) !== undefined;
}

/** Says whether a program itself refuses with such a status. */
export function isOfPrograms(status: number): boolean {
	return OF_PROGRAMS.includes(status);
}

/** A web page may show the request itself, which has messages too, but says nothing of what became of a recipient. */
function tells(message: MessageAnswer): boolean {
	return 'refused' in message || message.recipients.some((one) => one.accepted || one.reason !== null || one.messageId !== undefined);
}
