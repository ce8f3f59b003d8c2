import type { TrackedMessage } from './trackedMessage';

/** Where a run leaves its messages for the triggers of an account. */
export interface Outbox {
	/** Adds messages. Throws when they could not be written down. */
	readonly add: (messages: readonly TrackedMessage[]) => Promise<void>;
}
