/** What a message of PHP begins with, with HTML or without. */
const HEAD =
	/(?:<br ?\/?>\s{0,100})?(?:<b>|PHP )?(?:Warning|Notice|Deprecated|Strict Standards|User (?:Warning|Notice|Deprecated)|(?:Fatal|Parse|Recoverable fatal|Catchable fatal) error)(?:<\/b>)?: /gi;

/** What it ends with. */
const TAIL = / on line\s{0,10}(?:<b>)?\d{1,20}(?:<\/b>)?(?:\s{0,10}<br ?\/?>)?/gi;

/** The most characters a message of several lines may have. */
const LONGEST = 2000;

/** A line that looks like the document: the message must have ended before it, in some way that is not known. */
const DOCUMENT_LINE = /[\r\n]\s{0,100}(?:\{\s{0,10}["'}]|\[\[?\{|<response|<\?xml|["']?\d[\d,; ]{0,100}["']?[\r\n])/;

/**
 * The document in an answer: without byte-order mark and blanks around it (docs/protocol.md section 6.5), and without the warnings PHP puts
 * before it, for accepted messages may stand behind them.
 */
export function documentIn(answer: string): string {
	let start = 0;
	// Behind a fatal error there is no document: the script has ended.
	for (
		let end = endOfMessage(answer, start);
		end > 0 && !/(?:fatal|parse) error/i.test(answer.slice(start, start + 40));
		end = endOfMessage(answer, start)
	)
		start = end;
	// A byte-order mark counts as a blank.
	return answer.slice(start).trim();
}

/** Where the message of PHP ends that begins at `start`, with nothing but blanks before it; 0 when there is none. */
function endOfMessage(text: string, start: number): number {
	const begin = start + text.slice(start, start + LONGEST).search(/\S/);
	const found = messageAt(text, begin);
	return found?.index === begin ? found.end : 0;
}

/** The next message of PHP from here on. */
function messageAt(text: string, start: number): { index: number; end: number } | undefined {
	const head = new RegExp(HEAD);
	head.lastIndex = start;
	const match = head.exec(text);
	if (match === null) return undefined;
	const tail = new RegExp(TAIL);
	tail.lastIndex = head.lastIndex;
	const isEnded = tail.test(text);
	return { index: match.index, end: isEnded && isOneMessage(text, head.lastIndex, tail.lastIndex) ? tail.lastIndex : 0 };
}

/** Whether no more than one message stands there: on one line, or on a few of which none looks like the document. */
function isOneMessage(text: string, start: number, end: number): boolean {
	const line = text.slice(start, end).search(/[\r\n]/);
	return line < 0 || (end - start <= LONGEST && !DOCUMENT_LINE.test(text.slice(start, end)));
}

/** A text without the messages of PHP that stand anywhere in it, each a line of its own. */
export function withoutPhpMessages(text: string): string {
	const pieces: string[] = [];
	let at = 0;
	for (let found = messageAt(text, at); found !== undefined && found.end > 0; found = messageAt(text, at)) {
		pieces.push(text.slice(at, found.index));
		at = found.end;
	}
	pieces.push(text.slice(at));
	return pieces.join('\n');
}

const PHP_WORDS = ['Warning:', 'Notice:', 'Deprecated:', 'Strict Standards:', 'Fatal error:', 'Parse error:'].flatMap((words) => [
	words,
	`PHP ${words}`,
]);

/** Says whether a text that is not empty is a message of PHP, or the beginning of one: it says nothing of what was asked. */
export function isPhpMessage(text: string): boolean {
	return PHP_WORDS.some((words) => text.startsWith(words) || words.startsWith(text));
}
