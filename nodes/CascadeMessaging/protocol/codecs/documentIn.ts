/** What PHP says before a document when its host shows warnings: with HTML or without. */
const PHP_MESSAGE =
	/\s*(?:<br ?\/?>\s*)?(?:<b>|PHP )?(?:Warning|Notice|Deprecated|Strict Standards)(?:<\/b>)?: [^\r\n]*? on line (?:<b>)?\d+(?:<\/b>)?(?:<br ?\/?>)?/iy;

/**
 * The document in an answer: without byte-order mark and blanks around it (PROTOCOL.md section 6.5), and without the warnings
 * PHP puts before it, behind which accepted messages may stand.
 */
export function documentIn(answer: string): string {
	const message = new RegExp(PHP_MESSAGE);
	const text = answer.replace(/^\uFEFF/, '');
	let start = 0;
	while (message.test(text)) start = message.lastIndex;
	return text.slice(start).replace(/^\s*\uFEFF/, '').trim();
}
