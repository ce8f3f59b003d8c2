import { answering } from '../fresh';
import type { Cost } from '../meter';
import { cleanHeap, metered } from '../meter';
import { sendBare } from './floor';
import { sendInEngine } from './ours';
import type { Contact, Protocol, Way } from './ways';
import { makeContacts } from './ways';

/** Which send to measure. */
export interface Question {
	who: 'ours' | 'floor';
	way: Way;
	protocol: Protocol;
	count: number;
	url: string;
}

/** What it cost, and what the input itself holds of the heap, in bytes. */
export interface Answer extends Cost {
	inputHeap: number;
}

/** Measures one send in a new process. One contact goes first: what n8n loads at a first run is not what a run costs. */
async function measure({ who, way, protocol, count, url }: Question): Promise<Answer> {
	const send = who === 'ours' ? sendInEngine(url, way, protocol) : (contacts: readonly Contact[]) => sendBare(url, contacts, way, protocol);
	await send(makeContacts(1));
	const empty = cleanHeap();
	const contacts = makeContacts(count);
	const inputHeap = cleanHeap() - empty;
	const { cost } = await metered(() => send(contacts));
	return { ...cost, inputHeap };
}

answering(measure);
