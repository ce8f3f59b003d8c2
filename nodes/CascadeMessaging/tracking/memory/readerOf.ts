import { isRecord, listOf } from '../../protocol';
import type { Poll } from '../poll';
import { longestPollPause } from '../pollPause';
import type { TrackedMessage } from '../trackedMessage';
import type { FollowedMessage } from './followedList';
import { mailboxOf } from './mailbox';
import type { Reader } from './reader';

/** The list of a trigger. From its first poll on, what is sent is put there; a new one starts with what n8n has saved, and what was sent lately. */
export function readerOf({ context, account, triggerKey }: Pick<Poll, 'context' | 'account' | 'triggerKey'>): Reader {
	const saved = context.getWorkflowStaticData('node');
	const visitor = {
		key: triggerKey,
		longestPause: longestPollPause(context),
		restored: () => restore(saved.waiting),
		restoredFollowed: () => restore(saved.followed).filter(isFollowed),
	};
	return mailboxOf(account.key).readerOf(visitor, Date.now());
}

/** Older versions saved no `sendAt`. */
function restore(value: unknown): TrackedMessage[] {
	return listOf(value)
		.filter(isTracked)
		.map((message) => ({ ...message, sendAt: typeof message.sendAt === 'string' ? message.sendAt : null }));
}

function isTracked(value: unknown): value is TrackedMessage {
	return isRecord(value) && typeof value.messageId === 'string' && typeof value.sentAt === 'string' && isRecord(value.data);
}

function isFollowed(message: TrackedMessage & Partial<FollowedMessage>): message is FollowedMessage {
	return typeof message.followedSince === 'string' && Array.isArray(message.known);
}
