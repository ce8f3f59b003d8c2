import type { IExecuteFunctions } from 'n8n-workflow';

import { mapInTurns } from '../../transport/inTurns';
import type { Failure } from './failure';
import { failureOf, isNodeFault } from './failureOf';
import type { FailureLine } from './lines';

/** What reading one item gave: its value, or why there is none. */
type ItemValue<T, F extends Failure> = { readonly item: number; readonly value: T } | FailureLine<F>;

/** Makes a failure that was found before an operation did anything one of the operation's own. */
export type FromReading<F extends Failure> = (failure: Failure) => F;

/** Reads items one by one; what one of them throws is that item's failure and leaves the others alone. */
export async function readItems<T, F extends Failure>(
	context: IExecuteFunctions,
	fromReading: FromReading<F>,
	read: (item: number) => T,
): Promise<ItemValue<T, F>[]> {
	return await mapInTurns(context.getInputData(), (_, item) => readItem(context, fromReading, item, read));
}

/** Reads one item; what it throws is its failure. */
export function readItem<T, F extends Failure>(
	context: IExecuteFunctions,
	fromReading: FromReading<F>,
	item: number,
	read: (item: number) => T,
): ItemValue<T, F> {
	try {
		return { item, value: read(item) };
	} catch (error) {
		return { item, ...toFailed(context, fromReading, error) };
	}
}

/** The failures that end a run before anything is done, because On Error says stop; none where it says go on. */
export function thatEndRun<F extends Failure>(context: IExecuteFunctions, read: readonly (object | FailureLine<F>)[]): FailureLine<F>[] {
	return context.continueOnFail() ? [] : read.filter((one): one is FailureLine<F> => 'failure' in one);
}

/** What the line of an item holds when an error was thrown before anything was done. */
export function toFailed<F extends Failure>(
	context: IExecuteFunctions,
	fromReading: FromReading<F>,
	error: unknown,
): Omit<FailureLine<F>, 'item'> {
	return { failure: fromReading(failureOf(error, context)), ...(isNodeFault(error) && { cause: error }) };
}
