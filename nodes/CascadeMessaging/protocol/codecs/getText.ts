import { documentIn, withoutPhpMessages } from './documentIn';

/** Tags that only a web page has. */
const PAGE = /<(?:!doctype|html|head|body|title|script)\b/i;

/** The words of an answer in plain text, and whether markup or messages of PHP stood among them. */
interface PlainText {
	readonly text: string;
	/** Whether it is a web page, or begins as one: words of such are not the gateway's. */
	readonly isPage: boolean;
}

/** An answer of GET without what scripts and servers put around it: messages of PHP, comments, tags (docs/protocol.md section 4). */
export function plainTextOf(answer: string): PlainText {
	const document = documentIn(answer);
	const page = document.search(PAGE);
	// A page behind an ID comes from something that ran after the script.
	const own = page > 0 && /^\d/.test(document) ? document.slice(0, page) : document;
	const bare = withoutComments(withoutPhpMessages(own));
	const text = bare.replace(/<\/?[a-z][^<>]{0,1000}>/gi, '\n').replaceAll('&nbsp;', ' ');
	return { text: text.trim(), isPage: own.startsWith('<') };
}

function withoutComments(text: string): string {
	const pieces: string[] = [];
	let at = 0;
	for (let start = text.indexOf('<!--'); start >= 0; start = text.indexOf('<!--', at)) {
		pieces.push(text.slice(at, start));
		const end = text.indexOf('-->', start + 4);
		at = end < 0 ? text.length : end + 3;
	}
	pieces.push(text.slice(at));
	return pieces.join('');
}

/** A text without these characters at its ends. A pattern would try each of them as the beginning of the end. */
export function withoutEnds(text: string, characters: RegExp): string {
	let [start, end] = [0, text.length];
	while (start < end && characters.test(text.charAt(start))) start++;
	while (end > start && characters.test(text.charAt(end - 1))) end--;
	return text.slice(start, end);
}
