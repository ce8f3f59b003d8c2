import { offsetAt } from './zone';

/** Where the operators of this platform and their customers are, the likeliest first, and what servers show. */
const LIKELY = [
	...['Europe/Moscow', 'UTC', 'Europe/Kaliningrad', 'Europe/Samara', 'Asia/Yekaterinburg', 'Asia/Omsk', 'Asia/Krasnoyarsk'],
	...['Asia/Irkutsk', 'Asia/Yakutsk', 'Asia/Vladivostok', 'Asia/Magadan', 'Asia/Kamchatka', 'Europe/Berlin'],
];

/**
 * The IANA name of a time zone whose clock is ahead of UTC by so many minutes at an instant (milliseconds since 1970). Of several it is one
 * where this platform is used; `undefined` where there is none.
 *
 * @example likelyZone(300, Date.UTC(2026, 11, 1)) // 'Asia/Yekaterinburg'
 */
export function likelyZone(offset: number, instant: number): string | undefined {
	const minute = Math.floor(instant / 60_000);
	const fits = (zone: string): boolean => offsetAt(zone, minute) === offset;
	return LIKELY.find(fits) ?? Intl.supportedValuesOf('timeZone').find(fits);
}
