/** Whether a value can be a phone number: digits, international, no plus (PROTOCOL section 1). */
export function isPhone(value: unknown): value is string {
	return typeof value === 'string' && /^[1-9]\d{6,14}$/.test(value);
}
