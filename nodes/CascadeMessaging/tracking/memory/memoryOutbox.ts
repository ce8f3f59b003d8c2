import type { IExecuteFunctions } from 'n8n-workflow';

import type { Outbox } from '../outbox';
import type { TrackedMessage } from '../trackedMessage';
import { mailboxOf } from './mailbox';
import { rememberSent } from './sentMessages';

/** Leaves messages in the mailbox of an account. The mailbox's warnings about what it lets go of are written to n8n's log. */
export class MemoryOutbox implements Outbox {
	readonly #context: Pick<IExecuteFunctions, 'logger'>;
	readonly #account: string;
	constructor(
		context: Pick<IExecuteFunctions, 'logger'>,
		/** The account's key. */
		account: string,
	) {
		this.#context = context;
		this.#account = account;
	}

	/** Adds messages. */
	add(messages: readonly TrackedMessage[]): Promise<undefined> {
		for (const warning of mailboxOf(this.#account).add(messages, Date.now())) this.#context.logger.warn(warning);
		rememberSent(this.#account, messages, Date.now());
		return Promise.resolve(undefined);
	}
}
