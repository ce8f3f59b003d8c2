import type { Content, ListResult, RecipientAnswer, RefusedAnswer } from '../../../protocol';
import { adviceOn, meansNoLists, reasonOf } from '../../../protocol';
import type { FailureLine, SuccessLine } from '../../shared/lines';
import type { SendFailure, SendLine } from '../send/failure';
import type { Answered } from '../send/outcomes';
import { sendAtOf } from '../send/scheduled';
import type { PlannedList } from './plannedList';

/** A list that was sent to, and with what. */
interface SentList {
	readonly recipient: PlannedList;
	readonly content: Content;
}

/** What is told of a list: a line of its own, and one for each of its phones that the gateway refused. */
export interface ListLines {
	readonly line: SendLine;
	readonly refused: readonly FailureLine<SendFailure>[];
}

/** The lines of a list whose request was answered, even if the answer leaves it out; `warning` says why its messages are not tracked. */
export function listLines({ recipient, content }: SentList, result: ListResult, answered: Answered, warning?: string): ListLines {
	const { item, contactList } = recipient;
	const fail = (failure: Omit<SendFailure, 'contactList' | 'request'>): ListLines => ({
		line: { item, failure: { ...failure, contactList, request: answered.request } },
		refused: [],
	});
	if (result === undefined) {
		const message = `The message to ${recipient.phone} may have been sent. The gateway did not answer for this list.`;
		return fail({ code: 'notAnswered', outcome: 'unknown', message });
	}
	if ('refused' in result) return fail(refusalOf({ recipient, content }, result.refused, answered));
	const { accepted, declined } = result;
	const line: SuccessLine = {
		item,
		json: {
			...{ contactList, accepted: true, recipients: accepted.length, refused: declined.length },
			sendAt: sendAtOf({ sendAt: recipient.sendAt ?? content.sendAt }, answered.account.timeZone),
			messages: accepted.map(({ phone, messageId, parts }) => ({ phone: phone ?? null, messageId, parts })),
			...{ protocol: answered.settings.protocol, request: answered.request },
			...(warning !== undefined && { warning }),
		},
	};
	return { line, refused: declined.map((one) => refusedLine(recipient, one, answered)) };
}

/** The failure of a list that was refused as a whole. */
function refusalOf(
	{ recipient: { phone }, content }: SentList,
	words: string,
	{ account }: Answered,
): Omit<SendFailure, 'contactList' | 'request'> {
	const known = reasonOf(words);
	const said = account.quote(words);
	if (known !== 'contactListUnknown' && meansNoLists(words)) {
		const message = `Your operator does not send to contact lists: ${said}. Ask your operator to switch contact lists on, or send to phones.`;
		return { code: 'listsNotOffered', outcome: 'refused', message };
	}
	const { stopLists = [] } = content;
	const skipped =
		known === 'contactListUnknown' && stopLists.length > 0 ? ` It may mean one of those that are skipped: ${stopLists.join(', ')}.` : '';
	const advice = known === undefined ? '' : ` ${adviceOn(known)}`;
	const message = `The gateway refused ${phone}: ${said}.${advice}${skipped}`.replace(/\.\.(?= |$)/, '.');
	return { code: 'refusedByGateway', outcome: 'refused', ...(known !== undefined && { reason: known }), message };
}

/** The line of a phone of the list that was refused. Without a reason, or with an ID, nobody knows whether it was sent to. */
function refusedLine({ item, contactList }: PlannedList, answer: RefusedAnswer, { account, request }: Answered): FailureLine<SendFailure> {
	const { phone, reason, messageId } = answer;
	const who = phone ?? 'a phone it does not name';
	const known = reason === null ? undefined : reasonOf(reason);
	const isClear = reason !== null && messageId === undefined;
	const words = reason === null ? 'The gateway gave neither an ID nor a reason.' : account.quote(reason);
	const id = messageId === undefined ? '' : ` (message ID ${messageId})`;
	const advice = known === undefined ? '' : ` ${adviceOn(known)}`;
	const said = isClear
		? `The gateway refused ${who} of contact list ${contactList}: `
		: `The message to ${who} of contact list ${contactList} may have been sent. `;
	return {
		item,
		failure: {
			code: isClear ? 'refusedByGateway' : 'notAnswered',
			outcome: isClear ? 'refused' : 'unknown',
			...(known !== undefined && { reason: known }),
			message: `${said}${words}${id}.${advice}`.replace(/\.\.(?= |$)/, '.'),
			...(phone !== undefined && { phone }),
			...(messageId !== undefined && { messageId }),
			...{ contactList, request },
		},
	};
}

/** A line that names a list by its place in a sentence, as one does that was made for recipients, with the list in the place of the phone. */
export function ofList(line: SendLine, { contactList }: PlannedList): SendLine {
	if (!('failure' in line)) return line;
	const failure: SendFailure = { ...line.failure, contactList };
	delete (failure as { phone?: string }).phone;
	return { ...line, failure };
}

/** What is handed to the triggers of the answers of a list. */
export function acceptedIn(result: ListResult): RecipientAnswer[] {
	return result === undefined || 'refused' in result ? [] : [...result.accepted, ...result.declined];
}
