/** Says whether a text shows nothing: it is empty, or all blanks and characters without a shape (PROTOCOL.md section 6.8). */
export function isNothing(text: string): boolean {
	return !/[^\s\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]/u.test(text);
}
