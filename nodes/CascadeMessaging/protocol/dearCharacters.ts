import { once } from './once';
import { smsPartsOf } from './smsParts';

/** A plain text, all of it in GSM-7, and the characters it can stand for. */
interface PlainRow {
	readonly plain: string;
	readonly dear: string;
	/** Leaving these characters out changes no text, in whatever script it is. */
	readonly meansNothing?: true;
}

/** Characters outside of GSM-7 that can be written plainly. What changes a word, such as a letter, is none. */
export const PLAIN: readonly PlainRow[] = [
	{ plain: '"', dear: '«»“”„‟″' },
	{ plain: "'", dear: '‘’‚‛‹›′ʼ`´' },
	{ plain: '-', dear: '\u2010\u2011\u2012\u2013\u2014\u2015\u2212•' },
	{ plain: '...', dear: '…' },
	{ plain: ' ', dear: '\t\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000' },
	{ plain: '\n', dear: '\u0085\u2028\u2029' },
	{ plain: '', dear: '\u00ad\u200b\u2060\ufeff', meansNothing: true },
	// Joiners make one of several emoji, and shape Persian and Indic words; marks of direction order Arabic and Hebrew.
	{ plain: '', dear: '\u200c\u200d\u200e\u200f' },
	{ plain: '->', dear: '→' },
	{ plain: 'x', dear: '×' },
	{ plain: 'N', dear: '№' },
	{ plain: 'RUB', dear: '₽' },
	{ plain: '(C)', dear: '©' },
	{ plain: '(R)', dear: '®' },
	{ plain: '(TM)', dear: '™' },
];

/** What can stand for each of some characters, and a pattern that finds them. */
interface Plain {
	readonly of: ReadonlyMap<string, string>;
	readonly pattern: RegExp;
}

const plainOf = (rows: readonly PlainRow[]): Plain => ({
	of: new Map(rows.flatMap(({ plain, dear }) => Array.from(dear, (character) => [character, plain]))),
	pattern: new RegExp(`[${rows.map(({ dear }) => dear).join('')}]`, 'gu'),
});
const every = once(() => plainOf(PLAIN));
const meaningless = once(() => plainOf(PLAIN.filter(({ meansNothing }) => meansNothing)));

/** A character that makes an SMS dear, how often it stands in the text, and what can stand in its place, which may be nothing. */
export interface DearCharacter {
	readonly character: string;
	readonly count: number;
	readonly plain: string;
}

/** What can be written plainly in the text of an SMS, how many parts the text takes, and how many it would take then. */
export interface DearCharacters {
	readonly characters: readonly DearCharacter[];
	readonly parts: number;
	readonly plainParts: number;
}

/**
 * The characters that alone keep a text from GSM-7, where a part holds more than twice as much: typographic quotation marks, dashes,
 * unusual blanks and the like. In a text that needs UCS-2 anyway, such as a Russian one, these are only characters nobody sees, and only
 * where it takes fewer parts without them. `undefined` where there is nothing to point out, also where the plain text would take more
 * parts.
 *
 * @example dearCharacters('Sale — 50%') // { characters: [{ character: '—', count: 1, plain: '-' }], parts: 1, plainParts: 1 }
 */
export function dearCharacters(text: string): DearCharacters | undefined {
	const { encoding, parts } = smsPartsOf(text);
	if (encoding === 'gsm7') return undefined;
	const plainly = smsPartsOf(written(text, every()));
	if (plainly.encoding === 'gsm7') {
		return plainly.parts > parts ? undefined : { characters: charactersIn(text, every()), parts, plainParts: plainly.parts };
	}
	const plainParts = smsPartsOf(written(text, meaningless())).parts;
	return plainParts < parts ? { characters: charactersIn(text, meaningless()), parts, plainParts } : undefined;
}

function written(text: string, plain: Plain): string {
	return text.replace(plain.pattern, (character) => plain.of.get(character) ?? character);
}

/** In the order in which they come first. */
function charactersIn(text: string, plain: Plain): DearCharacter[] {
	const counts = new Map<string, number>();
	for (const [character] of text.matchAll(plain.pattern)) counts.set(character, (counts.get(character) ?? 0) + 1);
	return Array.from(counts, ([character, count]) => ({ character, count, plain: plain.of.get(character) ?? '' }));
}
