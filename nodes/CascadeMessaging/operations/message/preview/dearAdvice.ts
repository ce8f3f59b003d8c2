import type { DearCharacters } from '../../../protocol';
import { counted } from '../../../protocol';

const LISTED = 10;

/** What the user can do about characters that make a text dear, in one sentence. */
export function dearAdvice({ characters, parts, plainParts }: DearCharacters): string {
	const listed = characters
		.slice(0, LISTED)
		.map(({ character, plain }) => `${shown(character)} (${plain.trim() === '' ? shown(plain) : plain})`);
	const more = characters.length > LISTED ? ', …' : '';
	const cost = plainParts < parts ? `${counted(plainParts, 'part')} instead of ${parts}` : 'more room in each part';
	return `Written plainly, this text takes ${cost}: ${listed.join(', ')}${more}.`;
}

/** What nobody sees is told by its code. */
function shown(character: string): string {
	if (character === '') return 'nothing';
	if (character === ' ') return 'a blank';
	if (character === '\n') return 'a line break';
	return /^[\p{Z}\p{C}]$/u.test(character) ? `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}` : character;
}
