/**
 * Closes a JSON answer whose end is missing behind its last complete recipient or message, so that what came whole can be
 * read: it may hold message IDs. `undefined` when nothing is complete.
 */
export function closeJson(text: string): string | undefined {
	const whole = new WholePart((open) => open.length <= 3 && open.slice(1).every((closing) => closing === ']'));
	let isInString = false;
	// A piece for each match, here and below: long patterns would go back over what they have read.
	for (const { 0: token, index } of text.matchAll(/\\.|["{}[\]]/gs)) {
		if (token === '"') isInString = !isInString;
		else if (isInString) continue;
		else if (token === '{') whole.open('}');
		else if (token === '[') whole.open(']');
		else if (!whole.close(token, index + 1)) return undefined;
	}
	return whole.closed(text);
}

/** An instruction, or the beginning of a tag: its slash (group 1) and its name (2). */
const XML_HEAD = /[^<]*<(?:\?[^>]*>|(\/?)([^\s/>!?"'=<]+)(?=[\s/>]))/y;

/** The rest of a tag: up to the end of an attribute, or to its own (group 1). */
const XML_REST = /[^"'>]*(?:"[^"]*"|'[^']*'|(>))/y;

/** As `closeJson`, for an XML answer. */
export function closeXml(text: string): string | undefined {
	const whole = new WholePart((open) => open.length <= 2);
	const head = new RegExp(XML_HEAD);
	for (let match = head.exec(text); match !== null; match = head.exec(text)) {
		const [, slash, name] = match;
		if (name === undefined) continue;
		const end = endOfTag(text, head.lastIndex);
		if (end === undefined) break;
		head.lastIndex = end;
		if (slash === '') whole.open(`</${name}>`);
		if ((slash === '/' || text[end - 2] === '/') && !whole.close(`</${name}>`, end)) return undefined;
	}
	return whole.closed(text);
}

function endOfTag(text: string, start: number): number | undefined {
	const rest = new RegExp(XML_REST);
	rest.lastIndex = start;
	for (let match = rest.exec(text); match !== null; match = rest.exec(text)) {
		if (match[1] !== undefined) return rest.lastIndex;
	}
	return undefined;
}

/** What is open while a document is read, and where its last complete part ends. */
class WholePart {
	readonly #open: string[] = [];
	#end = 0;
	#depth = 0;

	/** `isWhole` says by what is still open whether the part just closed counts: in the midst of a recipient it does not. */
	constructor(private readonly isWhole: (open: readonly string[]) => boolean) {}

	open(closing: string): void {
		this.#open.push(closing);
	}

	/** Says whether this is what had to be closed. */
	close(closing: string, end: number): boolean {
		const fits = this.#open.pop() === closing;
		if (this.isWhole(this.#open)) {
			this.#end = end;
			this.#depth = this.#open.length;
		}
		return fits;
	}

	/** The text up to the last complete part, with everything closed that was open there. */
	closed(text: string): string | undefined {
		if (this.#end === 0) return undefined;
		return text.slice(0, this.#end) + this.#open.slice(0, this.#depth).reverse().join('');
	}
}
