import { isRecord } from '../isRecord';
import type { Apart, Entry, Piece } from './pieces';
import { readMendedXml, readXml } from './xmlDocument';

/** The records of an XML answer are the elements of this name. */
type RecordName = 'information' | 'state';

/** Where an element that counts begins or ends, or where a comment or CDATA begins, inside of which nothing counts. */
const MARKS: Readonly<Record<RecordName, RegExp>> = {
	information: /<(?:(!--)|(!\[CDATA\[)|(\/?)(message|information|error|response)(?=[\s/>]))/g,
	state: /<(?:(!--)|(!\[CDATA\[)|(\/?)(state|response)(?=[\s/>]))/g,
};

/**
 * Takes apart an answer that is no XML as a whole, so that one bad record spoils no other. A record goes up to its end, or to
 * where the next one begins. `undefined` when there is none. Nothing is taken from behind a document type (see `readXml`).
 */
export function takeXmlApart(answer: string, name: RecordName): Apart | undefined {
	const start = answer.search(/<response[\s>]/);
	if (start < 0 || /<!DOCTYPE/i.test(answer.slice(0, start)) || isElsewhere(answer, start, name)) return undefined;
	const list = new XmlList(answer, name);
	list.read(start);
	const { entries, isEnded, isOrdered } = list;
	return list.hasRecords ? { entries, isEnded, isOrdered } : undefined;
}

/** An element that is neither the protocol's nor markup of a warning. */
const FOREIGN = /<(?!(?:br|b|p|i|hr|div|pre|span|font|table|t[rdh]|h\d|a|strong|em|message|information|state|error)[\s/>])[a-z_]/i;

/** Whether the first record stands within an element the protocol does not know: then it is no answer. */
function isElsewhere(answer: string, start: number, name: RecordName): boolean {
	const mark = new RegExp(MARKS[name]);
	mark.lastIndex = start + 1;
	const first = mark.exec(answer)?.index ?? start;
	return FOREIGN.test(answer.slice(start + 1, first));
}

/** Reads an answer mark by mark. */
class XmlList {
	readonly #text: string;
	readonly #name: RecordName;
	readonly entries: Entry[] = [];
	isEnded = false;
	isOrdered = true;
	hasRecords = false;
	#message: Piece[] | undefined;
	/** What is open, and where it began. */
	#open: { readonly tag: string; readonly start: number } | undefined;

	constructor(text: string, name: RecordName) {
		this.#text = text;
		this.#name = name;
	}

	read(start: number): void {
		const mark = new RegExp(MARKS[this.#name]);
		mark.lastIndex = start;
		for (let match = mark.exec(this.#text); match !== null; match = mark.exec(this.#text)) {
			const [, comment, data, slash, tag = ''] = match;
			if (comment === undefined && data === undefined) {
				if (slash === '/') this.#end(tag, match.index);
				else this.#begin(tag, match.index);
				continue;
			}
			const end = this.#text.indexOf(comment === undefined ? ']]>' : '-->', mark.lastIndex);
			if (end === -1) break;
			mark.lastIndex = end;
		}
		this.#finish(this.#text.length);
	}

	#begin(tag: string, index: number): void {
		if (this.#open !== undefined && tag === 'error') return;
		this.#finish(index);
		this.isEnded = false;
		if (tag === 'message') {
			this.#message = [];
			this.entries.push({ inside: this.#message });
		} else if (tag === this.#name || (tag === 'error' && this.#message !== undefined)) this.#open = { tag, start: index };
	}

	#end(tag: string, index: number): void {
		if (this.#open?.tag === tag) this.#finish(index + `</${tag}>`.length);
		else if (tag === 'message' || tag === 'response') {
			this.#finish(index);
			this.#message = undefined;
			if (tag === 'response') this.isEnded = true;
		}
	}

	/** Reads the open element, which goes up to `end`. */
	#finish(end: number): void {
		if (this.#open === undefined) return;
		const { tag, start } = this.#open;
		const record = this.#text.slice(start, end);
		const value = valueOf(record, tag);
		this.#open = undefined;
		this.hasRecords = true;
		if (tag === 'error') this.#refuse(value);
		else this.#add(value === undefined ? { unreadable: record } : { value });
	}

	/** A message that is refused as a whole, unless it answers for somebody. */
	#refuse(error: unknown): void {
		if (error !== undefined && this.#message?.length === 0) this.entries[this.entries.length - 1] = { value: { error } };
	}

	#add(piece: Piece): void {
		if (this.#message === undefined) {
			// Where a record stands outside of any message, nobody knows which it belongs to.
			if (this.#name === 'information') this.isOrdered = false;
			this.entries.push({ inside: [piece] });
			return;
		}
		this.#message.push(piece);
		// An error that stood before this record did not refuse the whole message.
		this.entries[this.entries.length - 1] = { inside: this.#message };
	}
}

/** What a record says; `undefined` for one that cannot be read by itself. */
function valueOf(record: string, tag: string): unknown {
	const element = `<r>${record}</r>`;
	const document = readXml(element) ?? readMendedXml(element);
	const value = isRecord(document) && isRecord(document.r) ? document.r[tag] : undefined;
	return Array.isArray(value) ? undefined : value;
}
