import type { IDataObject } from 'n8n-workflow';

import type { SenderCheck, SenderState } from './checkSenders';
import type { Described } from './describeContent';

const WORDS: Readonly<Record<Exclude<SenderState, 'usable' | null>, string>> = {
	notRegistered: 'not registered',
	waiting: 'not approved yet',
	rejected: 'rejected',
};

/** What a run's senders came to. */
export interface SenderFindings {
	/** The senders that may not be used, each once, and why. */
	readonly unusable: readonly { readonly sender: string; readonly state: keyof typeof WORDS }[];
	readonly problem?: SenderCheck['problem'];
}

/** The senders of what would be sent that may not be used. */
export function findingsOf(described: Iterable<Described>, { problem }: SenderCheck): SenderFindings {
	const unusable = new Map<string, keyof typeof WORDS>();
	for (const { cascade } of described) {
		for (const { sender, senderState } of cascade) {
			if (typeof sender === 'string' && isUnusable(senderState)) unusable.set(sender, senderState);
		}
	}
	return { unusable: [...unusable].map(([sender, state]) => ({ sender, state })), ...(problem !== undefined && { problem }) };
}

function isUnusable(state: IDataObject[string]): state is keyof typeof WORDS {
	return typeof state === 'string' && Object.hasOwn(WORDS, state);
}

/** A sentence on the senders for the output pane; none where all may be used. */
export function senderWords({ unusable, problem }: SenderFindings): string {
	if (problem !== undefined) return ` The senders were not checked. ${problem.message}`;
	if (unusable.length === 0) return '';
	return ` May not be used as sender: ${unusable.map(({ sender, state }) => `${sender} (${WORDS[state]})`).join(', ')}.`;
}
