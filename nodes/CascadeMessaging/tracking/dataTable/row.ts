/** One row of a data table; `id` is n8n's own, ascending. */
export type Row = Record<string, unknown> & { readonly id: number };

/** A column of a data table. */
export interface Column {
	readonly name: string;
	readonly type: 'string' | 'number' | 'boolean' | 'date';
}

/** A condition on rows. */
export interface Condition {
	readonly columnName: string;
	readonly condition: 'eq' | 'gt' | 'lt' | 'lte';
	readonly value: string | number | boolean;
}

/** The condition that the value of a column compares so with another: `where('sentAt', 'gt', moment)`. */
export function where(columnName: string, condition: Condition['condition'], value: Condition['value']): Condition {
	return { columnName, condition, value };
}
