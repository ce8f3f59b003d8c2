import type { Failure } from '../../../nodes/CascadeMessaging/operations/shared/failure';
import { ItemError } from '../../../nodes/CascadeMessaging/operations/shared/failure';

/** Why something cannot be read; `undefined` when it can. */
export function refusalOf(read: () => unknown): Failure | undefined {
	try {
		read();
	} catch (error) {
		if (error instanceof ItemError) return (error as ItemError).failure;
		throw error;
	}
	return undefined;
}
