/** What PHP says before a document when its host shows warnings: with HTML or without. */
const PHP_MESSAGE =
	/\s*(?:<br ?\/?>\s*)?(?:<b>|PHP )?(?:Warning|Notice|Deprecated|Strict Standards)(?:<\/b>)?: [^\r\n]*? on line (?:<b>)?\d+(?:<\/b>)?(?:<br ?\/?>)?/iy;

/**
 * The document in an answer: without byte-order mark and blanks around it (PROTOCOL.md section 6.5), and without the warnings
 * PHP puts before it, behind which accepted messages may stand.
 */
export function documentIn(answer: string): string {
	const message = new RegExp(PHP_MESSAGE);
	let start = 0;
	while (message.test(answer)) start = message.lastIndex;
	// A byte-order mark counts as a blank.
	return answer.slice(start).trim();
}

const PHP_WORDS = ['Warning:', 'Notice:', 'Deprecated:', 'Strict Standards:', 'Fatal error:', 'Parse error:'].flatMap((words) => [
	words,
	`PHP ${words}`,
]);

/** Says whether a text that is not empty is a message of PHP, or the beginning of one: it says nothing of what was asked. */
export function isPhpMessage(text: string): boolean {
	return PHP_WORDS.some((words) => text.startsWith(words) || words.startsWith(text));
}
