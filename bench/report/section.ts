import type { Goal } from './goal';

/** One line of a table: heading → value. Numbers stay numbers, so that the JSON holds them as they were measured. */
export type Row = Readonly<Record<string, string | number>>;

/** What a part of the bench has found out. */
export interface Section {
	title: string;
	/** How it was measured, in a sentence or two. */
	about: string;
	/** All with the same headings. */
	rows: readonly Row[];
	goals: readonly Goal[];
}

/** A value for people: three digits that count, whole numbers in groups. */
export function shown(value: string | number): string {
	if (typeof value === 'string') return value;
	if (Number.isInteger(value) || Math.abs(value) >= 100) return Math.round(value).toLocaleString('en');
	return value.toFixed(Math.abs(value) < 10 ? 2 : 1);
}

/** The headings of a table, and its lines for people. */
export function tableOf(rows: readonly Row[]): { head: string[]; lines: string[][] } {
	return { head: Object.keys(rows[0] ?? {}), lines: rows.map((row) => Object.values(row).map(shown)) };
}

/** The goals as a table. */
export function goalRows(goals: readonly (Goal & { met: boolean })[]): Row[] {
	return goals.map(({ name, value, unit, most, least, reached, met }) => ({
		what: name,
		measured: `${shown(value)} ${unit}`,
		goal: most === undefined ? `at least ${shown(least ?? 0)} ${unit}` : `at most ${shown(most)} ${unit}`,
		met: met ? 'yes' : reached === undefined ? 'no' : `no; CI holds it to ${shown(reached)} ${unit}`,
	}));
}
