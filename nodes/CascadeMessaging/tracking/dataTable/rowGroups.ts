import { eachInTurns } from '../../transport/inTurns';

/** Finds the rows of a message. */
export type RowFinder = (messageId: string) => readonly number[];

/** Messages whose rows get the same values. */
export interface RowGroup<T> {
	readonly values: object;
	readonly rowIds: number[];
	readonly messages: T[];
}

/** Puts messages whose rows get equal values together: a request takes 30 ms however many rows it changes. */
export async function groupsOf<T extends { readonly messageId: string }>(
	messages: readonly T[],
	rowIdsOf: RowFinder,
	valuesOf: (message: T) => object,
): Promise<RowGroup<T>[]> {
	const groups = new Map<string, RowGroup<T>>();
	await eachInTurns(messages, (message) => {
		const values = valuesOf(message);
		const key = JSON.stringify(values);
		const group = groups.get(key) ?? { values, rowIds: [], messages: [] };
		groups.set(key, group);
		for (const rowId of rowIdsOf(message.messageId)) group.rowIds.push(rowId);
		group.messages.push(message);
	});
	return [...groups.values()];
}

/** Groups with the most rows first, so that what there is time for is the most. */
export function largestFirst<T>(groups: readonly RowGroup<T>[]): RowGroup<T>[] {
	return groups.toSorted((one, other) => other.rowIds.length - one.rowIds.length);
}
