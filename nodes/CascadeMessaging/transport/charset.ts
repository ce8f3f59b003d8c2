const UTF_8 = 'utf-8';

/**
 * The text of a body. Its charset is what a byte-order mark says, else the Content-Type header, else the XML declaration in its
 * first bytes, else UTF-8. A charset the bytes do not fit is passed over: servers name one that their programs do not use.
 * Never throws; what cannot be read becomes U+FFFD.
 */
export function decodeBody(chunks: readonly Uint8Array[], contentType: unknown): string {
	const bytes = joined(chunks);
	const named = [markOf(bytes), labelIn(contentType), declaredIn(bytes)].flatMap((label) => charsetOf(label, bytes) ?? []);
	const fitting = named.find((charset) => fits(bytes, charset)) ?? UTF_8;
	return new TextDecoder(fitting).decode(bytes);
}

/** One piece, so that no character is cut at the edge of two. */
function joined(chunks: readonly Uint8Array[]): Uint8Array {
	const bytes = new Uint8Array(chunks.reduce((size, chunk) => size + chunk.length, 0));
	let end = 0;
	for (const chunk of chunks) {
		bytes.set(chunk, end);
		end += chunk.length;
	}
	return bytes;
}

const MARKS: readonly (readonly [string, readonly number[]])[] = [
	[UTF_8, [0xef, 0xbb, 0xbf]],
	['utf-16le', [0xff, 0xfe]],
	['utf-16be', [0xfe, 0xff]],
];

function markOf(bytes: Uint8Array): string | undefined {
	return MARKS.find(([, mark]) => mark.every((byte, index) => bytes[index] === byte))?.[0];
}

function labelIn(contentType: unknown): string | undefined {
	if (typeof contentType !== 'string') return undefined;
	return /;\s*charset\s*=\s*["']?([^\s;"',]{1,40})/i.exec(contentType.slice(0, 500))?.[1];
}

const DECLARATION_WITHIN = 1024;

/** The encoding of an XML declaration; PHP warnings may stand before it. */
function declaredIn(bytes: Uint8Array): string | undefined {
	const start = new TextDecoder('latin1').decode(bytes.subarray(0, DECLARATION_WITHIN));
	return /<\?xml\s[^>]{0,200}?encoding\s{0,9}=\s{0,9}["']\s{0,9}([^\s"'>]{1,40})/i.exec(start)?.[1];
}

/** Names of charsets that TextDecoder does not know, written without signs between, and the names it knows them by. */
const OTHER_NAMES: readonly (readonly [RegExp, string])[] = [
	[/^(?:windows|win|xcp|cp|ms)?(125\d|874)$/, 'windows-$1'],
	[/^(?:cp|ibm|dos)?(866)$/, 'ibm$1'],
	[/^koi8?([ru])$/, 'koi8-$1'],
	[/^utf(8|16le|16be|16)$/, 'utf-$1'],
];

/** The name TextDecoder knows a charset by; undefined when there is none, or when it is surely not that of these bytes. */
function charsetOf(label: string | undefined, bytes: Uint8Array): string | undefined {
	if (label === undefined) return undefined;
	const bare = label.toLowerCase().replace(/[^a-z0-9]/g, '');
	const others = OTHER_NAMES.filter(([names]) => names.test(bare)).map(([names, name]) => bare.replace(names, name));
	const charset = [label, ...others].map(nameOf).find((name) => name !== undefined);
	return charset?.startsWith('utf-16') === true ? wideOf(bytes) : charset;
}

function nameOf(label: string): string | undefined {
	try {
		return new TextDecoder(label).encoding;
	} catch {
		return undefined;
	}
}

/** A document begins with a character of ASCII. UTF-16 puts a zero byte before it or behind it, which tells the order of the bytes. */
function wideOf(bytes: Uint8Array): string | undefined {
	const mark = markOf(bytes);
	if (mark !== undefined) return mark === UTF_8 ? undefined : mark;
	if (bytes[0] === 0) return 'utf-16be';
	return bytes[1] === 0 ? 'utf-16le' : undefined;
}

/**
 * Says whether bytes can be of a charset. Web servers call everything Windows-1252 by default: bytes that are valid UTF-8 are taken
 * for UTF-8.
 */
function fits(bytes: Uint8Array, charset: string): boolean {
	if (charset === 'windows-1252') return !isReadable(bytes, UTF_8);
	return isReadable(bytes, charset);
}

/** A character that is cut off at the end is no fault of the charset. */
function isReadable(bytes: Uint8Array, charset: string): boolean {
	try {
		new TextDecoder(charset, { fatal: true }).decode(bytes, { stream: true });
		return true;
	} catch {
		return false;
	}
}
