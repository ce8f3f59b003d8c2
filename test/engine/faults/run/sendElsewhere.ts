import type { World } from './world';
import { ACCOUNT } from './world';

/** Read, expired, and in progress for ever. */
export const FATES = ['79990010001', '79990080001', '79990140001'];

const TWO_DAYS = 48 * 3_600_000;

/**
 * Sends messages with the first so many fates past n8n, lets them come to their ends, and forgets the requests. Where the
 * gateway cannot be reached, the IDs are made up.
 */
export async function sendElsewhere({ row, simulator }: World, count = FATES.length): Promise<string[]> {
	const phones = [row.first ?? FATES[0], ...FATES.slice(1)].slice(0, count).map((phone) => ({ phone }));
	if (row.way !== undefined) return phones.map((_, index) => String(1000001 + index));
	await fetch(`${simulator.url}/sendmessagejson.php`, {
		method: 'POST',
		headers: { 'content-type': 'application/json; charset=utf-8', connection: 'close' },
		body: JSON.stringify({ ...ACCOUNT, message: [{ send_viber: '1', sender_viber: 'MyShop', text_viber: 'Hi', phones }] }),
	});
	simulator.clock.advance(TWO_DAYS);
	return simulator.messages.map(({ id }) => id);
}
