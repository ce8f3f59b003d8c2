import { answering } from '../fresh';
import type { Cost } from '../meter';
import { cleanHeap, metered } from '../meter';
import type { Question } from './senders';
import { senderOf } from './senders';
import { makeContacts } from './ways';

/** What a send cost, and what the input itself holds of the heap, in bytes. */
export interface Answer extends Cost {
	inputHeap: number;
}

/** Measures one send in a new process. One contact goes first: what n8n loads at a first run is not what a run costs. */
async function measure(question: Question): Promise<Answer> {
	const send = senderOf(question);
	await send(makeContacts(1));
	const empty = cleanHeap();
	const contacts = makeContacts(question.count);
	const inputHeap = cleanHeap() - empty;
	const { cost } = await metered(() => send(contacts));
	return { ...cost, inputHeap };
}

answering(measure);
