import { mapInTurns } from '../../../transport/inTurns';
import { readItem } from '../itemLoop';
import type { FailureLine } from '../lines';
import { readPhones } from '../phone';
import type { AccountRun } from './accountRun';
import type { AccountFailure } from './failure';

/** A phone of an item, as digits. */
export interface PhoneOfItem {
	readonly item: number;
	readonly phone: string;
}

/** What is made of the phones of an item; it may read more of the item. */
type Making<T> = (item: number) => (phone: string) => T;

/**
 * Reads the phones of all items, several of an item too, and makes something of each. What cannot be read is a failure in its place;
 * `fromReading` makes it one of the operation's own.
 */
export async function eachPhone<T extends PhoneOfItem>(
	{ context, parameters }: AccountRun,
	fromReading: (failure: AccountFailure) => AccountFailure,
	making: Making<T>,
): Promise<(T | FailureLine<AccountFailure>)[]> {
	const items = await mapInTurns(context.getInputData(), (_, item) =>
		readItem<(T | FailureLine<AccountFailure>)[], AccountFailure>(context, fromReading, item, () => {
			const make = making(item);
			return readPhones(parameters, item).map((phone) => (typeof phone === 'string' ? make(phone) : { item, failure: fromReading(phone) }));
		}),
	);
	return items.flatMap((one) => ('failure' in one ? [one] : one.value));
}
