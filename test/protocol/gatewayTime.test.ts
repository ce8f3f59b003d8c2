import { fromGatewayTime, isTimeZone, readInstant, toGatewayTime } from '../../nodes/CascadeMessaging/protocol/gatewayTime';

const utc = (text: string): number => Date.parse(text);

describe('toGatewayTime', () => {
	it.each([
		['2026-12-01T07:30:00Z', 'Europe/Moscow', '2026-12-01 10:30'],
		['2026-12-01T07:30:59.999Z', 'Europe/Moscow', '2026-12-01 10:30'],
		['2026-12-01T07:30:00Z', 'UTC', '2026-12-01 07:30'],
		['2026-12-31T21:00:00Z', 'Europe/Moscow', '2027-01-01 00:00'],
		['2026-07-01T07:30:00Z', 'Europe/Kyiv', '2026-07-01 10:30'],
		['2026-12-01T07:30:00Z', 'Europe/Kyiv', '2026-12-01 09:30'],
		['2026-12-01T07:30:00Z', 'Asia/Kolkata', '2026-12-01 13:00'],
		['2026-01-01T03:00:00Z', 'America/New_York', '2025-12-31 22:00'],
	])('writes %s on the clock of %s as %s', (instant, timeZone, text) => {
		expect(toGatewayTime(utc(instant), timeZone)).toBe(text);
	});
});

describe('fromGatewayTime', () => {
	it.each([
		['2026-12-01 10:31:07', 'Europe/Moscow', '2026-12-01T10:31:07+03:00'],
		['2026-12-01 10:31', 'Europe/Moscow', '2026-12-01T10:31:00+03:00'],
		[' 2026-12-01 10:31:07\n', 'Europe/Moscow', '2026-12-01T10:31:07+03:00'],
		['2026-12-01 10:31:07', 'UTC', '2026-12-01T10:31:07+00:00'],
		['2026-07-01 10:31:07', 'Europe/Kyiv', '2026-07-01T10:31:07+03:00'],
		['2026-12-01 10:31:07', 'America/New_York', '2026-12-01T10:31:07-05:00'],
		['2013-12-01 10:31:07', 'Europe/Moscow', '2013-12-01T10:31:07+04:00'],
		['2028-02-29 00:00:00', 'Europe/Moscow', '2028-02-29T00:00:00+03:00'],
	])('reads %j on the clock of %s as %s', (text, timeZone, iso) => {
		expect(fromGatewayTime(text, timeZone)).toBe(iso);
	});

	it.each([
		'',
		'0',
		'0000-00-00 00:00:00',
		'2026-02-29 00:00:00',
		'2026-13-01 00:00:00',
		'2026-12-01 24:00:00',
		'2026-12-01 10:60:00',
		'2026-12-01 10:30:60',
		'01.12.2026 10:30',
		'2026-12-01 10:30:00 MSK',
		'Сообщение с таким ID не принималось',
	])('takes %j for no time', (text) => {
		expect(fromGatewayTime(text, 'Europe/Moscow')).toBeNull();
	});
});

describe('readInstant', () => {
	it.each([
		['2026-12-01T10:30', '2026-12-01T07:30:00Z'],
		['2026-12-01T10:30:00', '2026-12-01T07:30:00Z'],
		['2026-12-01T10:30:15.250', '2026-12-01T07:30:15Z'],
		['2026-12-01 10:30', '2026-12-01T07:30:00Z'],
		[' 2026-12-01 10:30 ', '2026-12-01T07:30:00Z'],
		['2026-12-01', '2026-11-30T21:00:00Z'],
	])("reads %j on the workflow's clock as %s", (text, instant) => {
		expect(readInstant(text, 'Europe/Moscow')).toBe(utc(instant));
	});

	it.each([
		['2026-12-01T10:30:00Z', '2026-12-01T10:30:00Z'],
		['2026-12-01T10:30:00.000+05:00', '2026-12-01T05:30:00Z'],
		['2026-12-01T10:30-0500', '2026-12-01T15:30:00Z'],
	])('reads %j by its own offset as %s', (text, instant) => {
		expect(readInstant(text, 'Europe/Moscow')).toBe(utc(instant));
	});

	it.each([
		'',
		'tomorrow',
		'2026',
		'2026-12',
		'1796121000000',
		'2026-02-29T10:00',
		'2026-12-01T25:00',
		'2026-12-01T25:00:00Z',
		'2026-12-01T24:00:00Z',
		'2026-02-29T10:00:00Z',
		'2026-12-01 10:30 UTC',
		'2026-12-01/2026-12-01',
		'2026-12-01T10:30+99:00',
		'01.12.2026 10:30',
		'2026-12-01T10:30:00 Europe/Moscow',
		'2026-12-01T10:30:00Z (UTC)',
		'x2026-12-01T10:30:00Z',
		'Tue Dec 01 2026 10:30:00 GMT+0300',
	])('takes %j for none', (text) => {
		expect(readInstant(text, 'Europe/Moscow')).toBeNull();
	});
});

describe('isTimeZone', () => {
	it.each(['Europe/Moscow', 'Europe/Kyiv', 'America/Argentina/Salta', 'UTC'])('knows %s', (name) => {
		expect(isTimeZone(name)).toBe(true);
	});

	it.each(['', ' ', 'Moscow', 'MSK', 'UTC+3', 'Europe/Nowhere', 'Europe/Moscow '])('refuses %j', (name) => {
		expect(isTimeZone(name)).toBe(false);
	});

	it.each(['+03:00', '-05:00', '+0300', '+03', '+25:00'])('refuses %s: an offset is no zone', (name) => {
		expect(isTimeZone(name)).toBe(false);
	});

	it.each(['__proto__', 'constructor', 'toString'])('refuses %s, which every object knows', (name) => {
		expect(isTimeZone(name)).toBe(false);
	});
});
