import { createHash } from 'node:crypto';

/** The largest client number has 15 digits, which every JSON reader keeps exact (docs/protocol.md section 6.3). */
const NUMBERS = 10n ** 15n - 1n;

/**
 * The client number for a key of the sender's own, such as `order-42`, and a recipient: always the same for the same two,
 * from 1 to 15 digits. Among a million of them, the chance that any two are equal is 1 in 2,000 (n² / 2·10^15).
 *
 * @example clientNumberOf('order-42', '79000000001') // '299296786389098'
 */
export function clientNumberOf(key: string, phone: string): string {
	const digest = createHash('sha256')
		.update(`${phone} ${key.normalize('NFC')}`)
		.digest('hex');
	return String((BigInt(`0x${digest}`) % NUMBERS) + 1n);
}
