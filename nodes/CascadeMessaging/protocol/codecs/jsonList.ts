import { Finder } from './finder';
import { beginsRecord, LAST, NEXT, withoutMarks } from './jsonMarks';
import { readMendedJson } from './jsonMend';
import { endOfObject, readJson, withPlainBlanks } from './jsonText';
import type { Apart, Entry, Piece } from './pieces';

/** How far the end of a record is looked for, and how much may be read in vain: hostile answers must not take long. */
const LONGEST_RECORD = 5000;
const MOST_IN_VAIN = 1_000_000;

/**
 * Takes apart the lists of this name in a text that is no JSON as a whole, so that one bad record spoils no other. Several
 * documents count as one list. `undefined` when there is none.
 */
export function takeJsonApart(answer: string, name: string): Apart | undefined {
	const text = withPlainBlanks(answer.replace(/^[ \t]*\/\/.*/gm, ''));
	const anchor = new RegExp(`["']${name}["'] ?: ?(?=[[{])`, 'g');
	const entries: Entry[] = [];
	let apart: Apart | undefined;
	for (let match = anchor.exec(text); match !== null; match = anchor.exec(text)) {
		const list = new JsonList(text, anchor.lastIndex);
		list.read();
		for (const entry of list.entries) entries.push(entry);
		// Behind a list without end there is no other.
		apart = { entries, isEnded: list.isEnded, isOrdered: list.isOrdered && (apart?.isOrdered ?? true) };
		anchor.lastIndex = list.at;
	}
	return apart;
}

/**
 * What may stand between two values. Sticky patterns keep nothing but their `lastIndex`, which is set before each use, so all lists share
 * them.
 */
const SEPARATORS = /[ ,]*/y;

/** What a list that PHP wrote as an object begins with, and what stands before each of its values. */
const NUMBERED = /\{ ?(?="\d{1,9}" ?:)/y;
const NUMBER_NAME = /"\d{1,9}" ?: ?/y;

/** A value that is no record, with what has to follow. */
const SCALAR = /(?:"[^"\\]{0,400}"|[\w.+-]{1,400})(?=[ ,\]}])/y;

function readRecord(text: string): unknown {
	return readJson(text) ?? readMendedJson(text);
}

/** Reads a list record by record. Where one ends badly, it goes on at the next place that looks like the beginning of a record. */
class JsonList {
	readonly #text: string;
	readonly entries: Entry[] = [];
	isEnded = false;
	isOrdered = true;
	#message: Piece[] | undefined;
	/** What closes the lists that are open, the innermost last. */
	readonly #open: string[] = [];
	#isCut = false;
	#inVain = MOST_IN_VAIN;
	readonly #next: Finder;
	readonly #last: Finder;

	constructor(
		text: string,
		public at: number,
	) {
		this.#text = text;
		this.#next = new Finder(text, NEXT, (index) => beginsRecord(text, index));
		this.#last = new Finder(text, LAST);
	}

	read(): void {
		do {
			this.#skip(SEPARATORS);
			this.#skip(NUMBER_NAME);
			if (this.at >= this.#text.length) return;
			this.#readNext(this.#text.charAt(this.at));
		} while (this.#open.length > 0);
		this.isEnded = !this.#isCut;
	}

	#readNext(mark: string): void {
		if (mark === '[' || this.#skip(NUMBERED)) this.#beginList(mark);
		else if (mark === ']' || mark === '}') this.#close(mark);
		else if (mark === '{') this.#add(this.#record());
		else this.#add(this.#value());
	}

	#beginList(mark: string): void {
		if (mark === '[') this.at++;
		this.#open.push(mark === '[' ? ']' : '}');
		// The protocol has no lists within messages.
		if (this.#open.length > 2) this.isOrdered = false;
		if (this.#open.length !== 2) return;
		this.#message = [];
		this.entries.push({ inside: this.#message });
	}

	#close(mark: string): void {
		this.at++;
		if (this.#open.at(-1) !== mark) this.isOrdered = false;
		else this.#open.pop();
		if (this.#open.length < 2) this.#message = undefined;
	}

	#add(piece: Piece | undefined): void {
		if (piece === undefined) this.isOrdered = false;
		else if (this.#message === undefined) this.entries.push(piece);
		else this.#message.push(piece);
	}

	#record(): Piece {
		const limit = this.at + Math.min(LONGEST_RECORD, this.#inVain);
		const end = endOfObject(this.#text, this.at, limit);
		const whole = readRecord(this.#text.slice(this.at, end));
		if (whole === undefined) this.#inVain -= (end || limit) - this.at;
		return whole === undefined ? this.#upToNext() : this.#move(end, { value: whole });
	}

	/** A record that does not end as it should: up to where the next one begins, or the list ends. */
	#upToNext(): Piece {
		const last = this.#last.after(this.at);
		const end = Math.min(withoutMarks(this.#text, this.#next.after(this.at)), last + 1);
		const record = this.#text.slice(this.at, end);
		const value = readRecord(record);
		if (value === undefined && !record.endsWith('}')) this.isOrdered = false;
		this.#isCut ||= value === undefined && end === Infinity;
		return this.#move(end, value === undefined ? { unreadable: record } : { value });
	}

	/** A value that is no record; `undefined` for what is not even a value, behind which the next record is looked for. */
	#value(): Piece | undefined {
		SCALAR.lastIndex = this.at;
		const scalar = SCALAR.exec(this.#text)?.[0] ?? '';
		const value = readRecord(scalar);
		if (value !== undefined) return this.#move(this.at + scalar.length, { value });
		this.at = Math.min(withoutMarks(this.#text, this.#next.after(this.at)), this.#text.length);
		return undefined;
	}

	#move(at: number, piece: Piece): Piece {
		this.at = Math.min(at, this.#text.length);
		return piece;
	}

	#skip(pattern: RegExp): boolean {
		pattern.lastIndex = this.at;
		if (!pattern.test(this.#text)) return false;
		this.at = pattern.lastIndex;
		return true;
	}
}
