import { isRecord } from './isRecord';

/**
 * A list as it is; a single value as a list of one, and nothing as an empty list (section 6.5). PHP writes a list with gaps
 * as an object with numbers for names.
 */
export function listOf(value: unknown): unknown[] {
	if (value === undefined || value === null) return [];
	if (Array.isArray(value)) return value;
	const names = isRecord(value) ? Object.keys(value) : [];
	return isRecord(value) && names.length > 0 && names.every((name) => /^\d+$/.test(name)) ? Object.values(value) : [value];
}

/** Says whether a value holds nothing: absent, empty text, or a list of such. */
export function holdsNothing(value: unknown): boolean {
	return listOf(value).every((one) => one === '' || one === null);
}

/** A list in groups of at most `size`, in its order. */
export function inGroups<T>(list: readonly T[], size: number): T[][] {
	return Array.from({ length: Math.ceil(list.length / size) }, (_, index) => list.slice(index * size, (index + 1) * size));
}
