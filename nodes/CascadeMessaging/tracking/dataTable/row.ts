/** One row of a data table; `id` is n8n's own, ascending. */
export type Row = Record<string, unknown> & { readonly id: number };

/** A column of a data table. */
export interface Column {
	readonly name: string;
	readonly type: 'string' | 'number' | 'boolean' | 'date';
}

type Comparison = 'eq' | 'gt' | 'lt' | 'lte';
type Value = string | number | boolean | null;

/** A condition on rows, in the words of n8n's API. */
export interface Condition {
	readonly columnName: string;
	readonly condition: Comparison;
	readonly value: Value;
}

/** The condition that a column compares so with a value: `where('sentAt', 'gt', moment)`. Only `eq` can look for null. */
export function where(columnName: string, condition: Comparison, value: Value): Condition {
	return { columnName, condition, value };
}
