import { toCharacters } from './characters';

const BASIC = new Set(
	'@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà',
);
const EXTENDED = new Set('\f^{}\\[~]|€');

/**
 * How many SMS parts a text takes: GSM-7 holds 160 characters in one part and 153 in each of several, any other
 * text (UCS-2) 70 and 67. A GSM-7 escape pair or a surrogate pair is never split between two parts.
 * @returns the number of parts, at least 1
 */
export function countSmsParts(text: string): number {
	const characters = toCharacters(text);
	const isGsm = characters.every((character) => BASIC.has(character) || EXTENDED.has(character));
	const size = (character: string) => (isGsm ? (EXTENDED.has(character) ? 2 : 1) : character.length);
	const [alone, shared] = isGsm ? [160, 153] : [70, 67];
	const sizes = characters.map(size);
	if (sizes.reduce((sum, one) => sum + one, 0) <= alone) return 1;
	return pack(sizes, shared);
}

function pack(sizes: readonly number[], room: number): number {
	let parts = 1;
	let used = 0;
	for (const size of sizes) {
		if (used + size > room) {
			parts += 1;
			used = 0;
		}
		used += size;
	}
	return parts;
}
