import { documentIn, withoutPhpMessages } from './documentIn';

/** Tags that only a web page has, and everything behind the first. */
const PAGE = /<(?:!doctype|html|head|body|title|script)\b[^]*/i;

/** A comment; one without end goes on to the end of the text. */
const COMMENTS = /<!--[^]*?(?:-->|$)/g;

/** The words of an answer in plain text, and whether markup or messages of PHP stood among them. */
interface PlainText {
	readonly text: string;
	/** Whether it is a web page, or begins as one: its words are not the gateway's. */
	readonly isPage: boolean;
}

/** An answer of GET without what scripts and servers put around it: messages of PHP, comments, tags (docs/protocol.md section 4). */
export function plainTextOf(answer: string): PlainText {
	const document = documentIn(answer);
	// A page behind an ID comes from something that ran after the script.
	const own = /^\d/.test(document) ? document.replace(PAGE, '') : document;
	const bare = withoutPhpMessages(own).replace(COMMENTS, '');
	const text = bare.replace(/<\/?[a-z][^<>]{0,1000}>/gi, '\n').replaceAll('&nbsp;', ' ');
	return { text: text.trim(), isPage: own.startsWith('<') };
}

/**
 * A text without these characters at its ends. A pattern for the end would be slow: it would start anew at each such character within the
 * text.
 */
export function withoutEnds(text: string, characters: RegExp): string {
	let [start, end] = [0, text.length];
	while (characters.test(text.charAt(start))) start++;
	while (characters.test(text.charAt(end - 1))) end--;
	return text.slice(start, end);
}
