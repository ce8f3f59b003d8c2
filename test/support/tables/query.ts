import { Refusal } from './refusal';

/** Most rows or tables in one answer. */
export const MOST = 250;
const USUAL = 100;

/**
 * The parameters behind the question mark, as n8n's validator takes them: nothing unknown, nothing empty, and everything
 * percent-encoded that has a meaning in addresses, blanks written as a plus too. Throws `Refusal`.
 */
export function readQuery<Name extends string>(url: string, known: readonly Name[]): Partial<Record<Name, string>> {
	const parameters: Partial<Record<Name, string>> = {};
	for (const pair of (url.split('?', 2)[1] ?? '').split('&').filter((one) => one !== '')) {
		const [name = '', value = ''] = pair.split('=', 2);
		const parameter = known.find((one) => one === name);
		if (parameter === undefined) throw new Refusal(400, `Unknown query parameter '${name}'`);
		if (value === '') throw new Refusal(400, `Empty value found for query parameter '${name}'`);
		if (/[:/?#[\]@!$&'()*+,;=]/.test(value)) {
			throw new Refusal(400, `Parameter '${name}' must be url encoded. Its value may not contain reserved characters.`);
		}
		parameters[parameter] = decodeURIComponent(value);
	}
	return parameters;
}

/** A filter in an address. Throws `Refusal` when it is no JSON. */
export function readFilter(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		throw new Refusal(400, 'request/query/filter must match format "jsonString"');
	}
}

/** A page of a list, and where the next begins: the cursor is an offset. Throws `Refusal`. */
export function pageOf<T>(
	list: Iterable<T>,
	limit: string | undefined,
	cursor: string | undefined,
): { data: T[]; nextCursor: string | null } {
	const from = cursor === undefined ? { limit: readLimit(limit), offset: 0 } : readCursor(cursor);
	const end = from.offset + from.limit;
	const next = { limit: from.limit, offset: end };
	const some: T[] = [];
	for (const one of list) if (some.push(one) > end) break;
	const nextCursor = some.length > end ? Buffer.from(JSON.stringify(next)).toString('base64') : null;
	return { data: some.slice(from.offset, end), nextCursor };
}

function readLimit(text = String(USUAL)): number {
	const limit = Number(text);
	if (!Number.isInteger(limit)) throw new Refusal(400, 'request/query/limit must be number');
	if (limit > MOST) throw new Refusal(400, `request/query/limit must be <= ${MOST}`);
	return limit;
}

function readCursor(cursor: string): { limit: number; offset: number } {
	const { limit, offset } = JSON.parse(Buffer.from(cursor, 'base64').toString()) as { limit: number; offset: number };
	return { limit, offset };
}
