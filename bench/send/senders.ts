import { sendBare } from './floor';
import { estimateInEngine, previewInEngine, sendInEngine } from './ours';
import { makeOutputAlone } from './outputAlone';
import type { Contact, Protocol, Way } from './ways';

/** Which send to measure. */
export interface Question {
	/** The node; the bare script; a node that only makes the output; or the node that only previews, without or with the cost. */
	who: 'ours' | 'floor' | 'output' | 'preview' | 'estimate';
	way: Way;
	protocol: Protocol;
	count: number;
	url: string;
}

/** Who sends, ready to. */
export function senderOf({ who, way, protocol, url }: Question): (contacts: readonly Contact[]) => Promise<void> {
	return SENDERS[who](url, way, protocol);
}

const SENDERS: Readonly<
	Record<Question['who'], (url: string, way: Way, protocol: Protocol) => (contacts: readonly Contact[]) => Promise<void>>
> = {
	ours: sendInEngine,
	floor: (url, way, protocol) => (contacts) => sendBare(url, contacts, way, protocol),
	output: () => makeOutputAlone,
	preview: previewInEngine,
	estimate: estimateInEngine,
};
