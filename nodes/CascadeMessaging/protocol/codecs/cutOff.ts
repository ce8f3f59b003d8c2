/** An answer whose end is missing, taken apart behind its last complete record or message. */
export interface Closed {
	/** What is complete, with what was open there closed; empty when nothing is. */
	readonly document: string;
	/** What came behind it: the beginning of a record, as long as one may be. */
	readonly rest: string;
	/** Whether the rest belongs to the last message of the document, or to one after it. */
	readonly isInMessage: boolean;
}

/** Takes apart a JSON answer whose end is missing, so that what came whole can be read: it may hold message IDs. */
export function closeJson(text: string): Closed {
	const whole = new WholePart((open) => open.length <= 3 && open.slice(1).every((closing) => closing === ']'));
	let isInString = false;
	// A piece for each match, here and below: long patterns would go back over what they have read.
	for (const { 0: token, index } of text.matchAll(/\\.|["{}[\]]/gs)) {
		if (token === '"') isInString = !isInString;
		else if (isInString) continue;
		else if (token === '{') whole.open('}');
		else if (token === '[') whole.open(']');
		else if (!whole.close(token, index + 1)) return NOTHING;
	}
	return whole.closed(text, 3);
}

const LONGEST_RECORD = 5000;

/** What is no answer at all, with or without its end. */
const NOTHING: Closed = { document: '', rest: '', isInMessage: false };

/** What stands behind a `<`: an instruction, or a tag with its slash (group 1) and its name (2). */
const XML_HEAD = /\?|(\/?)([^\s/>!?"'=<]{1,100})(?=[\s/>])/y;

/** As `closeJson`, for an XML answer. Runs of any length are skipped by searching: a pattern would run out of memory over them. */
export function closeXml(text: string): Closed {
	const whole = new WholePart((open) => open.length <= 2);
	const head = new RegExp(XML_HEAD);
	for (let start = text.indexOf('<'); start >= 0; start = text.indexOf('<', head.lastIndex)) {
		head.lastIndex = start + 1;
		const match = head.exec(text);
		if (match === null) break;
		const [, slash, name] = match;
		const end = name === undefined ? text.indexOf('>', start) + 1 : endOfTag(text, head.lastIndex);
		if (end === 0) break;
		head.lastIndex = end;
		if (name === undefined) continue;
		if (slash === '') whole.open(`</${name}>`);
		if ((slash === '/' || text[end - 2] === '/') && !whole.close(`</${name}>`, end)) return NOTHING;
	}
	return whole.closed(text, 2);
}

/** Where a tag ends: behind its `>`, which may also stand within attributes. 0 when it does not. */
function endOfTag(text: string, start: number): number {
	const mark = /["'>]/g;
	mark.lastIndex = start;
	for (let match = mark.exec(text); match !== null; match = mark.exec(text)) {
		const [character] = match;
		if (character === '>') return mark.lastIndex;
		const end = text.indexOf(character, mark.lastIndex);
		if (end < 0) return 0;
		mark.lastIndex = end + 1;
	}
	return 0;
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

	/** The text, taken apart behind its last complete part; `recordDepth` is how much is open around a record. */
	closed(text: string, recordDepth: number): Closed {
		if (this.#end === 0) return { ...NOTHING, rest: text.slice(0, LONGEST_RECORD) };
		const closing = this.#open.slice(0, this.#depth).reverse().join('');
		const rest = text.slice(this.#end, this.#end + LONGEST_RECORD);
		return { document: text.slice(0, this.#end) + closing, rest, isInMessage: this.#depth === recordDepth };
	}
}
