import { readInstant, toGatewayTime } from '../../protocol/gatewayTime';
import { isProtocolName } from '../../protocol/codecs';
import type { ProtocolName } from '../../protocol/codecs';
import { isRecord } from '../../protocol/guards';
import type { Content } from '../../protocol/message';
import { shorten } from '../../protocol/text';
import { unreadable } from '../itemFailure';
import { toFlag, toNumber, toOptionalText, toText } from '../values';

/** What holds for a whole run: read once, from the first item. */
export interface RunSettings {
	readonly protocol: ProtocolName;
	readonly recipientsPerRequest: number;
	readonly pauseMilliseconds: number;
	readonly timeoutSeconds: number;
	readonly includeRawAnswer: boolean;
}

/** The defaults of the run's settings, also shown in the interface (PROTOCOL.md section 6.6 for the time-out). */
export const RUN_DEFAULTS = {
	protocol: 'json',
	recipientsPerRequest: 500,
	pauseSeconds: 0,
	timeoutSeconds: 600,
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
		includeRawAnswer: toFlag(given.includeRawAnswer),
	};
}

function atLeast(least: number, value: unknown, field: string, byDefault: number): number {
	const number = toNumber(value, field) ?? byDefault;
	if (number >= least && Number.isFinite(number)) return number;
	throw unreadable('valueNotReadable', field, `${field} must be ${least} or more, but it is ${number}.`);
}

/** Campaign name and time to send at, from an item's Options. `gateway` and `workflow` are IANA time zones. */
export function readCampaign(
	options: unknown,
	zones: { gateway: string; workflow: string },
): Pick<Content, 'campaignName' | 'sendAt'> {
	const given = isRecord(options) ? options : {};
	const campaignName = toOptionalText(given.campaignName, 'Campaign Name');
	const sendAt = readSendAt(given.sendAt, zones);
	return { ...(campaignName !== undefined && { campaignName }), ...(sendAt !== undefined && { sendAt }) };
}

function readSendAt(value: unknown, zones: { gateway: string; workflow: string }): string | undefined {
	// Dates of expressions are objects; their JSON form is ISO text.
	const plain: unknown = typeof value === 'object' && value !== null ? JSON.parse(JSON.stringify(value)) : value;
	const text = toOptionalText(plain, 'Send At')?.trim();
	if (text === undefined) return undefined;
	const instant = readInstant(text, zones.workflow);
	if (instant !== null) return toGatewayTime(instant, zones.gateway);
	const message = `Send At must be a date and time such as 2026-12-01T10:30, but it is "${shorten(text, 40)}".`;
	throw unreadable('sendAtInvalid', 'Send At', message);
}

/** The client message ID of an item's Options, without leading zeros; `undefined` when there is none. */
export function readClientMessageId(options: unknown): string | undefined {
	const id = isRecord(options) ? toText(options.clientMessageId, 'Client Message ID').trim() : '';
	return id === '' ? undefined : id.replace(/^0+(?=\d)/, '');
}
