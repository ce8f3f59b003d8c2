import { ItemError } from '../../../nodes/CascadeMessaging/operations/shared/itemFailure';
import type { Failure } from '../../../nodes/CascadeMessaging/operations/shared/itemFailure';

/** The failure of an item that cannot be read; `undefined` when it can. */
export function failureOf(read: () => unknown): Failure | undefined {
	try {
		read();
	} catch (error) {
		if (error instanceof ItemError) return error.failure;
		throw error;
	}
	return undefined;
}
