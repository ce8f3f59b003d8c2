import type { TrackedMessage } from './trackedMessage';

/** Where a run leaves its messages for the triggers of an account. */
export interface Outbox {
	/** Adds messages. Returns a warning when something of them could not be written down; throws when they could not. */
	readonly add: (messages: readonly TrackedMessage[]) => Promise<string | undefined>;
}
