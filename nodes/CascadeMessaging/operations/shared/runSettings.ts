import { isProtocolName } from '../../protocol/codecs';
import type { ProtocolName } from '../../protocol/codecs';
import { isRecord } from '../../protocol/guards';
import { unreadable } from './itemFailure';
import { toFlag, toNumber, toOptionalText } from './values';

/** What holds for a whole run: read once, from the first item. */
export interface RunSettings {
	readonly protocol: ProtocolName;
	readonly recipientsPerRequest: number;
	readonly pauseMilliseconds: number;
	readonly timeoutSeconds: number;
	/** Further tries for a request that failed, where they are safe. */
	readonly retries: number;
	readonly includeRawAnswer: boolean;
}

/** The defaults of the run's settings, also shown in the interface (PROTOCOL.md section 6.6 for the time-out). */
export const RUN_DEFAULTS = {
	protocol: 'json',
	recipientsPerRequest: 500,
	pauseSeconds: 0,
	timeoutSeconds: 600,
	retries: 3,
} as const;

/** Reads the run's settings from the Options of the first item. Throws `ItemError`. */
export function readRunSettings(options: unknown): RunSettings {
	const given = isRecord(options) ? options : {};
	const protocol = toOptionalText(given.protocol, 'Protocol') ?? RUN_DEFAULTS.protocol;
	if (!isProtocolName(protocol)) {
		throw unreadable('valueNotReadable', 'Protocol', 'Protocol must be one of json, xml, get.');
	}
	return {
		protocol,
		recipientsPerRequest: Math.floor(
			atLeast(1, given.recipientsPerRequest, 'Recipients per Request', RUN_DEFAULTS.recipientsPerRequest),
		),
		pauseMilliseconds: 1000 * atLeast(0, given.pauseBetweenRequests, 'Pause Between Requests', RUN_DEFAULTS.pauseSeconds),
		timeoutSeconds: atLeast(1, given.timeout, 'Timeout', RUN_DEFAULTS.timeoutSeconds),
		retries: Math.floor(between(0, MOST_RETRIES, given.retries, 'Retries', RUN_DEFAULTS.retries)),
		includeRawAnswer: toFlag(given.includeRawAnswer),
	};
}

/** More would keep a run busy for the better part of an hour without saying a word. */
const MOST_RETRIES = 10;

function between(least: number, most: number, value: unknown, field: string, byDefault: number): number {
	const number = atLeast(least, value, field, byDefault);
	if (number <= most) return number;
	throw unreadable('valueNotReadable', field, `${field} must be ${most} or less, but it is ${number}.`);
}

function atLeast(least: number, value: unknown, field: string, byDefault: number): number {
	const number = toNumber(value, field) ?? byDefault;
	if (number >= least && Number.isFinite(number)) return number;
	throw unreadable('valueNotReadable', field, `${field} must be ${least} or more, but it is ${number}.`);
}
