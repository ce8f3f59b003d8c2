/** Blanks, line breaks, and what shows as nothing: soft hyphen, zero-width and direction marks, fillers. */
const INVISIBLE = /[\s\u00ad\u115f\u1160\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\u2800\u3164\ufeff]/;

/** A name without what cannot be seen at its ends (PROTOCOL.md section 6.8). */
export function trimmed(text: string): string {
	let [start, end] = [0, text.length];
	while (INVISIBLE.test(text.charAt(start))) start++;
	while (INVISIBLE.test(text.charAt(end - 1))) end--;
	return text.slice(start, end);
}
