import { changeBetween, isShownTwice, isZone, offsetAt } from '../../nodes/CascadeMessaging/protocol/zone';

const minute = (text: string): number => Date.parse(text) / 60_000;

describe('isZone', () => {
	it.each(['Europe/Moscow', 'UTC', 0, 3, -3.5, 5.75, -12, 14])('takes %j', (zone) => {
		expect(isZone(zone)).toBe(true);
	});

	it.each(['', 'Moscow', '3', '+03:00', -12.25, 14.25, 3.1, NaN, Infinity, null, undefined, ['UTC']])('refuses %j', (zone) => {
		expect(isZone(zone)).toBe(false);
	});
});

describe('offsetAt', () => {
	it.each([
		['Europe/Moscow', '2026-07-01T00:00Z', 180],
		['Europe/Berlin', '2026-07-01T00:00Z', 120],
		['Europe/Berlin', '2026-12-01T00:00Z', 60],
		['America/St_Johns', '2026-12-01T00:00Z', -210],
		['Asia/Kathmandu', '2026-12-01T00:00Z', 345],
		['Europe/Moscow', '1900-01-01T00:00Z', 150],
		[-3.5, '2026-12-01T00:00Z', -210],
		[14, '2026-12-01T00:00Z', 840],
	])('in %s at %s: %d', (zone, at, offset) => {
		expect(offsetAt(zone, minute(at))).toBe(offset);
	});

	it.each([
		['Europe/Nowhere', 0],
		[NaN, 0],
		['Europe/Moscow', NaN],
		[3, NaN],
		[3, Infinity],
		['Europe/Moscow', 9e15],
	])('in %s at %d: none', (zone, at) => {
		expect(() => offsetAt(zone, at)).toThrow(new RangeError('There is no such minute, or no such time zone'));
	});
});

describe('changeBetween', () => {
	it.each([
		['Europe/Berlin', '2026-10-24T12:00Z', '2026-10-25T01:00Z'],
		['Europe/Berlin', '2026-10-25T00:59Z', '2026-10-25T01:00Z'],
		['Europe/Berlin', '2026-10-24T01:00Z', '2026-10-25T01:00Z'],
		['Europe/Berlin', '2026-10-25T01:00Z', undefined],
		['Europe/Berlin', '2026-10-24T00:59Z', undefined],
		['America/St_Johns', '2008-03-09T00:00Z', '2008-03-09T03:31Z'],
		[3, '2026-10-24T12:00Z', undefined],
	])('in %s within a day from %s: %s', (zone, from, change) => {
		const found = changeBetween(zone, minute(from), minute(from) + 1440);
		expect(found).toBe(change === undefined ? undefined : minute(change));
	});
});

describe('isShownTwice', () => {
	it.each([
		['Europe/Kyiv', '2026-10-24T23:59Z', false],
		['Europe/Kyiv', '2026-10-25T00:00Z', true],
		['Europe/Kyiv', '2026-10-25T00:59Z', true],
		['Europe/Kyiv', '2026-10-25T01:00Z', true],
		['Europe/Kyiv', '2026-10-25T01:59Z', true],
		['Europe/Kyiv', '2026-10-25T02:00Z', false],
		['Europe/Kyiv', '2026-03-29T01:00Z', false],
		['Australia/Lord_Howe', '2026-04-04T14:29Z', false],
		['Australia/Lord_Howe', '2026-04-04T14:30Z', true],
		['Australia/Lord_Howe', '2026-04-04T15:29Z', true],
		['Australia/Lord_Howe', '2026-04-04T15:30Z', false],
		['Antarctica/Troll', '2026-10-24T23:00Z', true],
		['Europe/Moscow', '2026-10-25T00:30Z', false],
		[3, '2026-10-25T00:30Z', false],
	])('in %s at %s: %s', (zone, at, isTwice) => {
		expect(isShownTwice(zone, minute(at))).toBe(isTwice);
	});
});
