import { likelyZone } from '../../nodes/CascadeMessaging/protocol/likelyZone';
import { offsetAt } from '../../nodes/CascadeMessaging/protocol/zone';

const WINTER = Date.UTC(2026, 11, 1, 12);
const SUMMER = Date.UTC(2026, 6, 1, 12);

it.each([
	[0, 'UTC'],
	[120, 'Europe/Kaliningrad'],
	[180, 'Europe/Moscow'],
	[240, 'Europe/Samara'],
	[300, 'Asia/Yekaterinburg'],
	[360, 'Asia/Omsk'],
	[420, 'Asia/Krasnoyarsk'],
	[480, 'Asia/Irkutsk'],
	[540, 'Asia/Yakutsk'],
	[600, 'Asia/Vladivostok'],
	[660, 'Asia/Magadan'],
	[720, 'Asia/Kamchatka'],
])('where this platform is used, in summer and in winter: %d minutes ahead of UTC is %s', (offset, zone) => {
	expect([likelyZone(offset, WINTER), likelyZone(offset, SUMMER)]).toEqual([zone, zone]);
});

it.each([
	[330, /^Asia\/(Calcutta|Kolkata)$/],
	[345, /^Asia\/Kath?mandu$/],
	[-180, /^America\//],
	[-210, /^America\/St_Johns$/],
	[840, /^Pacific\/Kiritimati$/],
])('elsewhere any zone will do: %d minutes', (offset, zone) => {
	expect(likelyZone(offset, WINTER)).toMatch(zone);
});

it('some are zones in one half of the year only', () => {
	expect([likelyZone(60, WINTER), likelyZone(-150, SUMMER)]).toEqual(['Europe/Berlin', 'America/St_Johns']);
	expect(likelyZone(-150, WINTER)).toBeUndefined();
});

it.each([195, -720, 15, NaN])('nobody’s clock is ahead by %d minutes', (offset) => {
	expect(likelyZone(offset, WINTER)).toBeUndefined();
});

it('each zone’s own offset is found, in that zone or in another one that has it', () => {
	for (const instant of [WINTER, SUMMER]) {
		for (const zone of Intl.supportedValuesOf('timeZone')) {
			const offset = offsetAt(zone, instant / 60_000);
			expect(offsetAt(likelyZone(offset, instant) ?? NaN, instant / 60_000)).toBe(offset);
		}
	}
});
