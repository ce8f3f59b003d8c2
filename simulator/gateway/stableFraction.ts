/**
 * A number from 0 (included) to 1 (excluded) that depends on the text alone and is spread evenly (FNV-1a with a final
 * mix), so that a run can be repeated.
 */
export function stableFraction(text: string): number {
	let hash = 0x811c9dc5;
	for (let index = 0; index < text.length; index++) {
		hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
	}
	hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
	hash = Math.imul(hash ^ (hash >>> 12), 0x297a2d39);
	return ((hash ^ (hash >>> 15)) >>> 0) / 2 ** 32;
}

/** The delay of one phone within a spread, in milliseconds. */
export function spreadOf(phone: string, seconds: number): number {
	return Math.floor(stableFraction(`spread ${phone}`) * seconds * 1000);
}
