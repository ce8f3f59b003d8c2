import type { AccountClock } from '../protocol';
import { compareClock, counted, toGatewayTime } from '../protocol';

/** Something the credential's Test found, in words, and whether it makes the time zone of the credential doubtful. */
export interface TestFinding {
	readonly words: string;
	readonly isDoubt: boolean;
}

/**
 * Words for the clock of an account as it was at an instant, beside the time zone of the credential. Two clocks may be to blame, so none of
 * them is.
 */
export function clockWords({ time }: AccountClock, timeZone: string, instant: number): TestFinding {
	const found = compareClock(time, timeZone, instant);
	switch (found.is) {
		case 'right':
			return { words: `The gateway's clock agrees with ${timeZone}.`, isDoubt: false };
		case 'near': {
			const words = `The gateway's clock agrees with ${timeZone}, but is ${spanOf(found.ahead)} ${found.ahead > 0 ? 'ahead of' : 'behind'} n8n's.`;
			return { words, isDoubt: false };
		}
		case 'elsewhere': {
			const advice = "If n8n's clock is right, enter such a zone as Gateway Time Zone, or messages go out at the wrong hour.";
			const words = `${twoClocks(time, timeZone, instant)}, which fits ${fitting(found)}. ${advice}`;
			return { words, isDoubt: true };
		}
		case 'nowhere': {
			const advice = 'Messages may go out at the wrong hour. Set the clock of n8n, or ask your operator about the other.';
			const words = `${twoClocks(time, timeZone, instant)}. No time zone explains ${spanOf(found.ahead)}, so one of the two is wrong. ${advice}`;
			return { words, isDoubt: true };
		}
	}
}

function twoClocks(time: string, timeZone: string, instant: number): string {
	const [ours, theirs] = [toGatewayTime(instant, timeZone), time.slice(0, DAY_AND_MINUTE).replace('T', ' ')];
	const [oursShort, theirsShort] = ours.slice(0, DAY) === theirs.slice(0, DAY) ? [ours.slice(DAY), theirs.slice(DAY)] : [ours, theirs];
	return `But two clocks differ: n8n's says ${oursShort.trim()} in ${timeZone}, the gateway's ${theirsShort.trim()}`;
}

const DAY = 'YYYY-MM-DD'.length;
const DAY_AND_MINUTE = 'YYYY-MM-DD hh:mm'.length;

/** A zone is an example: others may show the same time now, and another one in half a year. */
function fitting({ zone, offset }: { readonly zone: string; readonly offset: number }): string {
	const name = utcWith(offset);
	return zone === name ? name : `${name}, e.g. ${zone}`;
}

/** An offset in minutes: `UTC`, `UTC+5`, `UTC-3:30`. */
function utcWith(offset: number): string {
	if (offset === 0) return 'UTC';
	const [hours, minutes] = [Math.floor(Math.abs(offset) / 60), Math.abs(offset) % 60];
	return `UTC${offset < 0 ? '-' : '+'}${hours}${minutes === 0 ? '' : `:${minutes}`}`;
}

const MINUTES_OF_DAY = 24 * 60;

/** Minutes, ahead or behind, as a length of time: `1 hour 9 minutes`. Of days only these. */
function spanOf(ahead: number): string {
	const minutes = Math.abs(ahead);
	if (minutes >= MINUTES_OF_DAY) return counted(Math.floor(minutes / MINUTES_OF_DAY), 'day');
	const hours = Math.floor(minutes / 60);
	const parts = [hours > 0 && counted(hours, 'hour'), minutes % 60 > 0 && counted(minutes % 60, 'minute')];
	return parts.filter((part) => part !== false).join(' ');
}
