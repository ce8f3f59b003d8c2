/** The gateway's words may be of any length; what they mean is said at their beginning. */
const LONGEST_READ = 1000;

/** Stands for any one word in a text that others are compared with. */
const ANY = '*';

/**
 * The words of a text, without what does not change their meaning: case, punctuation, ё, kinds of blanks and hyphens, invisible
 * characters. Of a long text, those of its first 1,000 characters.
 */
export function wordsIn(text: string): string[] {
	const plain = text
		.slice(0, LONGEST_READ)
		.normalize('NFKC')
		.replace(/\p{Cf}/gu, '')
		.toLowerCase()
		.replaceAll('ё', 'е');
	return plain.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
}

/** The words of a known text; `*` in it stands for any one word. */
export function knownWords(text: string): string[] {
	return text.split(' ').flatMap((part) => (part === ANY ? [ANY] : wordsIn(part)));
}

/** Says whether words begin with those of a known text. */
export function beginWith(words: readonly string[], known: readonly string[]): boolean {
	return known.every((word, index) => word === words[index] || (word === ANY && index < words.length));
}

/** Says whether a word begins with one of the stems: Russian words have many endings. */
export function hasStem(word: string, stems: readonly string[]): boolean {
	return stems.some((stem) => word.startsWith(stem));
}

const NEGATIONS = ['не', 'not'];

/** Says whether one of the given words is there, and not denied. */
export function affirm(words: readonly string[], given: readonly string[]): boolean {
	return words.some((word, index) => given.includes(word) && !NEGATIONS.includes(words[index - 1] ?? ''));
}

/** Within how many words the second part of a saying must follow the first, as in "будет [автоматически] отправлено". */
const REACH = 4;

/** Says whether one of `openers` is soon followed by a word with one of `stems`, and neither is denied. */
export function say(words: readonly string[], openers: readonly string[], stems: readonly string[]): boolean {
	return words.some((word, index) => {
		if (!openers.includes(word) || NEGATIONS.includes(words[index - 1] ?? '')) return false;
		const next = words.slice(index + 1, index + 1 + REACH);
		const end = next.findIndex((one) => NEGATIONS.includes(one) || hasStem(one, stems));
		return !NEGATIONS.includes(next[end] ?? ANY) && end !== -1;
	});
}
