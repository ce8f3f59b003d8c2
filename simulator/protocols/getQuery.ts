import { refuse, WORDS } from '../gateway/refusal';

/**
 * Reads a query string strictly: percent-encoded UTF-8, `+` for a space, every parameter once and with `=`.
 * @param query what follows the question mark
 * @throws {Refusal} when it is malformed
 */
export function parseQuery(query: string): ReadonlyMap<string, string> {
	const parameters = new Map<string, string>();
	if (query === '') return parameters;
	for (const pair of query.split('&')) {
		const [name, value, ...more] = pair.split('=').map(decode);
		if (!name || value === undefined || more.length > 0) refuse(WORDS.badUrl);
		if (parameters.has(name)) refuse(`Параметр ${name} повторяется`);
		parameters.set(name, value);
	}
	return parameters;
}

function decode(text: string): string {
	if (!/^[\x21-\x7E]*$/.test(text)) refuse(WORDS.badUrl);
	try {
		return decodeURIComponent(text.replaceAll('+', ' '));
	} catch (error) {
		if (error instanceof URIError) refuse(WORDS.badUrl);
		throw error;
	}
}
