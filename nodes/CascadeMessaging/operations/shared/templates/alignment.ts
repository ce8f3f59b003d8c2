/** What a finished text tells of the value a placeholder gave. */
interface Span {
	/** What is part of the value, however the text is divided. */
	readonly least: string;
	/** All that can be part of it; equal to `least` when there is only one way to divide. */
	readonly most: string;
}

/**
 * Finds in a finished text what each placeholder of its template gave, without evaluating anything: the literals are laid on the
 * text as far to the left and as far to the right as they go, and what both agree on is sure. Returns one span for each
 * placeholder; `undefined` when the text cannot have come from these literals.
 */
export function align(literals: readonly string[], text: string): Span[] | undefined {
	const first = literals[0] ?? '';
	const last = literals.length > 1 ? (literals.at(-1) ?? '') : '';
	const end = text.length - last.length;
	if (first.length > end || !text.startsWith(first) || !text.endsWith(last)) return undefined;
	const inner = literals.slice(1, -1);
	const early = fromTheLeft(inner, text, first.length, end);
	if (early === undefined) return undefined;
	const late = fromTheRight(inner, text, end);
	const spans: Span[] = [];
	let earlyStart = first.length;
	let lateStart = first.length;
	for (let index = 0; index <= inner.length; index++) {
		const earlyEnd = early[index] ?? end;
		const lateEnd = late[index] ?? end;
		spans.push({ least: text.slice(lateStart, Math.max(lateStart, earlyEnd)), most: text.slice(earlyStart, lateEnd) });
		const length = inner[index]?.length ?? 0;
		earlyStart = earlyEnd + length;
		lateStart = lateEnd + length;
	}
	return spans;
}

/** The earliest place of each literal, one behind the other, up to `end`; `undefined` when there is no room for all. */
function fromTheLeft(literals: readonly string[], text: string, start: number, end: number): number[] | undefined {
	const places: number[] = [];
	let from = start;
	for (const literal of literals) {
		const at = text.indexOf(literal, from);
		from = at + literal.length;
		if (at === -1 || from > end) return undefined;
		places.push(at);
	}
	return places;
}

/** The latest place of each literal. There is known to be room for all, so each is found. */
function fromTheRight(literals: readonly string[], text: string, end: number): number[] {
	const places: number[] = [];
	let until = end;
	for (const literal of literals.toReversed()) {
		until = text.lastIndexOf(literal, until - literal.length);
		places.push(until);
	}
	return places.reverse();
}
