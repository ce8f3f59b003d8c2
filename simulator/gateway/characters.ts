/** The Unicode code points of a text, as a PHP host counts characters. */
export function toCharacters(text: string): string[] {
	return Array.from(text);
}
