import fc from 'fast-check';

import { fromGatewayTime, readInstant, toGatewayTime } from '../../nodes/CascadeMessaging/protocol/gatewayTime';
import { RUNS } from './support/runs';

const utc = (text: string): number => Date.parse(text);

it('what goes out to the minute comes back as the same instant, in any zone', () => {
	const minute = fc.integer({
		min: utc('2001-01-01T00:00:00Z') / 60_000,
		max: utc('2060-01-01T00:00:00Z') / 60_000,
	});
	const zone = fc.constantFrom('Europe/Moscow', 'UTC', 'Asia/Kolkata', 'Asia/Vladivostok', 'America/Bogota', 'Asia/Almaty');
	fc.assert(
		fc.property(minute, zone, (minutes, timeZone) => {
			const written = toGatewayTime(minutes * 60_000, timeZone);
			expect(written).toMatch(/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}$/);
			// The clocks of these zones were set back once or twice; then two instants are written alike.
			const read = [readInstant(written, timeZone), utc(fromGatewayTime(`${written}:00`, timeZone) ?? '')];
			const again = read.map((instant) => toGatewayTime(instant ?? NaN, timeZone));
			expect(again).toEqual([written, written]);
		}),
		RUNS,
	);
});
