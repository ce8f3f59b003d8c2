import { createHash, timingSafeEqual } from 'node:crypto';

import type { Reply } from './reply';

/** A short text that is the same for the same reply posted again, its ID, time and text being the same, and for no other. */
export function fingerprintOf({ messageId, repliedAt, text }: Reply): string {
	return digestOf(JSON.stringify([messageId, repliedAt, text])).toString('base64');
}

/** Says whether two secrets are the same, in a time that tells nothing of them. */
export function isSameSecret(one: string, other: string): boolean {
	return timingSafeEqual(digestOf(one), digestOf(other));
}

function digestOf(text: string): Buffer {
	return createHash('sha256').update(text).digest();
}
