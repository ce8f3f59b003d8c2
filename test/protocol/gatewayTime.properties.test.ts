import { TZDate } from '@date-fns/tz';
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

it('each second of a minute is written as the zone has it, whether the minute is known already or not', () => {
	const second = fc.integer({ min: utc('1975-01-01T00:00:00Z') / 1000, max: utc('2060-01-01T00:00:00Z') / 1000 });
	const zone = fc.constantFrom('Europe/Moscow', 'Europe/Berlin', 'America/St_Johns', 'Australia/Lord_Howe', 'Asia/Kathmandu');
	fc.assert(
		fc.property(second, fc.array(fc.nat(59), { minLength: 1, maxLength: 3 }), zone, (instant, seconds, timeZone) => {
			const minute = new Date(instant * 1000).toISOString().slice(0, 16);
			for (const one of seconds) {
				const [date = '', time = ''] = `${minute}:${String(one).padStart(2, '0')}`.split('T');
				const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
				const [hours = 0, minutes = 0] = time.split(':').map(Number);
				const expected = new TZDate(year, month - 1, day, hours, minutes, one, timeZone).toISOString().replace('.000', '');
				expect(fromGatewayTime(`${date} ${time}`, timeZone)).toBe(expected);
			}
		}),
		RUNS,
	);
});
