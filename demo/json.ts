/** Whether a value is a JSON object. */
export function isRecord(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What lies at a path of keys and indexes in parsed JSON; undefined where the path ends early. */
export function dig(value: unknown, ...keys: (string | number)[]): unknown {
	return keys.reduce<unknown>((found, key) => {
		if (Array.isArray(found)) return (found as unknown[])[Number(key)];
		return isRecord(found) && Object.hasOwn(found, key) ? found[key] : undefined;
	}, value);
}

/**
 * The text at a path in parsed JSON.
 *
 * @throws Error that names the path when there is no text
 */
export function textAt(value: unknown, ...keys: (string | number)[]): string {
	const found = dig(value, ...keys);
	if (typeof found !== 'string') throw new Error(`The answer has no text at ${keys.join('.')}.`);
	return found;
}

/** The list at a path in parsed JSON; empty where there is none. */
export function listAt(value: unknown, ...keys: (string | number)[]): unknown[] {
	const found = dig(value, ...keys);
	return Array.isArray(found) ? found : [];
}
