import { ItemError } from '../../../nodes/CascadeMessaging/operations/shared/itemFailure';
import type { Failure } from '../../../nodes/CascadeMessaging/operations/shared/itemFailure';
import type { ParameterReader } from '../../../nodes/CascadeMessaging/operations/shared/parameterReader';

/** A reader of parameters that have these values for every item. */
export function readerOf(values: Record<string, unknown>): ParameterReader {
	return { read: (name: string) => values[name] } as unknown as ParameterReader;
}

/** The failure that reading ends with. */
export function failureOf(read: () => unknown): Failure | undefined {
	try {
		read();
		return undefined;
	} catch (error) {
		if (error instanceof ItemError) return error.failure;
		throw error;
	}
}
