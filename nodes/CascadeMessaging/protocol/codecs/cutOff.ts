/** A string, or a bracket (group 1), and what stands before it. Sticky, so that unclosed quotes cost no second look. */
const JSON_TOKEN = /[^"{}[\]]*(?:"[^"\\]*(?:\\.[^"\\]*)*"|([{}[\]]))/sy;

/**
 * Closes a JSON document whose end is missing behind its last complete object or list, so that what came whole can be read:
 * it may hold message IDs. `undefined` when nothing in it is complete.
 */
export function closeJson(text: string): string | undefined {
	const whole = new WholePart();
	for (const { end, groups: [bracket] } of tokensOf(text, JSON_TOKEN)) {
		if (bracket === '{') whole.open('}');
		else if (bracket === '[') whole.open(']');
		else if (bracket !== undefined && !whole.close(bracket, end)) return undefined;
	}
	return whole.closed(text);
}

/** A comment or instruction, or a tag: its slash (group 1), its name (2) and the slash at its end (3). */
const XML_TOKEN = /[^<]*<(?:\?[^>]*>|(\/?)([^\s/>!?"'=]+)(?:"[^"]*"|'[^']*'|[^"'>/])*(\/?)>)/sy;

/** As `closeJson`, for an XML document and its elements. */
export function closeXml(text: string): string | undefined {
	const whole = new WholePart();
	for (const { end, groups: [slash, name, slashAtEnd] } of tokensOf(text, XML_TOKEN)) {
		if (name === undefined) continue;
		if (slash === '') whole.open(`</${name}>`);
		if ((slash === '/' || slashAtEnd === '/') && !whole.close(`</${name}>`, end)) return undefined;
	}
	return whole.closed(text);
}

/** What is open while a document is read, and where its last complete part ends. */
class WholePart {
	readonly #open: string[] = [];
	#end = 0;
	#depth = 0;

	open(closing: string): void {
		this.#open.push(closing);
	}

	/** Says whether this is what had to be closed. */
	close(closing: string, end: number): boolean {
		const fits = this.#open.pop() === closing;
		this.#end = end;
		this.#depth = this.#open.length;
		return fits;
	}

	/** The text up to the last complete part, with everything closed that was open there. */
	closed(text: string): string | undefined {
		if (this.#end === 0) return undefined;
		return text.slice(0, this.#end) + this.#open.slice(0, this.#depth).reverse().join('');
	}
}

function* tokensOf(text: string, pattern: RegExp): Generator<{ end: number; groups: readonly (string | undefined)[] }> {
	const token = new RegExp(pattern);
	for (let match = token.exec(text); match !== null; match = token.exec(text)) {
		yield { end: token.lastIndex, groups: match.slice(1) };
	}
}
