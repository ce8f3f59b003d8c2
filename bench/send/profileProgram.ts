import { answering } from '../fresh';
import { profiled } from './profile';
import type { Question } from './senders';
import { senderOf } from './senders';
import { makeContacts } from './ways';

/** Says what one send in a new process spends its time on, in milliseconds by place. */
async function profile(question: Question): Promise<Record<string, number>> {
	const send = senderOf(question);
	await send(makeContacts(1));
	const contacts = makeContacts(question.count);
	return await profiled(() => send(contacts));
}

answering(profile);
