import { NodeError, NodeOperationError } from 'n8n-workflow';

import { ItemError } from './itemFailure';
import type { Failure } from './itemFailure';

/** What reading one item gave: its value, or why there is none. */
export type ItemValue<T> =
	| { readonly item: number; readonly value: T }
	| { readonly item: number; readonly failure: Failure };

/** Reads items one by one; what one of them throws is that item's failure and leaves the others alone. */
export function readItems<T>(count: number, read: (item: number) => T): ItemValue<T>[] {
	return Array.from({ length: count }, (_, item) => {
		try {
			return { item, value: read(item) };
		} catch (error) {
			return { item, failure: toFailure(error) };
		}
	});
}

/** The failure an error stands for when nothing has been sent yet: an item error's own, or the words of n8n's. */
export function toFailure(error: unknown): Failure {
	if (error instanceof ItemError) return error.failure;
	const code = error instanceof NodeOperationError ? 'credentialNotUsable' : 'valueNotReadable';
	const message = error instanceof Error ? error.message : 'The parameters of this item cannot be read.';
	const description = error instanceof NodeError ? error.description : undefined;
	return { code, outcome: 'notSent', message: description ? `${message}. ${description}` : message };
}
