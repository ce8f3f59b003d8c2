import { sendBare } from './floor';
import { sendInEngine } from './ours';
import { makeOutputAlone } from './outputAlone';
import type { Contact, Protocol, Way } from './ways';

/** Which send to measure. */
export interface Question {
	/** The node; the bare script; or a node that only makes the output. */
	who: 'ours' | 'floor' | 'output';
	way: Way;
	protocol: Protocol;
	count: number;
	url: string;
}

/** Who sends, ready to. */
export function senderOf({ who, way, protocol, url }: Question): (contacts: readonly Contact[]) => Promise<void> {
	if (who === 'ours') return sendInEngine(url, way, protocol);
	return who === 'output' ? makeOutputAlone : (contacts) => sendBare(url, contacts, way, protocol);
}
