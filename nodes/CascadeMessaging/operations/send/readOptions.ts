import { readInstant, toGatewayTime } from '../../protocol/gatewayTime';
import { isRecord } from '../../protocol/guards';
import type { Content } from '../../protocol/message';
import { shorten } from '../../protocol/text';
import { unreadable } from '../itemFailure';
import { toName, toNumber, toOptionalText } from '../values';

/** Campaign name and time to send at, from an item's Options. `gateway` and `workflow` are IANA time zones. */
export function readCampaign(
	options: unknown,
	zones: { gateway: string; workflow: string },
): Pick<Content, 'campaignName' | 'sendAt'> {
	const given = isRecord(options) ? options : {};
	const campaignName = toName(given.campaignName, 'Campaign Name');
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

const LONGEST_WAIT_MINUTES = 60;

/** How long to wait for final states, in milliseconds; 0 when the option is not set. Throws `ItemError`. */
export function readWait(options: unknown): number {
	const field = 'Wait for Final States';
	const minutes = toNumber(isRecord(options) ? options.waitForFinalStates : undefined, field) ?? 0;
	if (minutes >= 0 && minutes <= LONGEST_WAIT_MINUTES) return minutes * 60_000;
	throw unreadable('valueNotReadable', field, `${field} must be 0 to ${LONGEST_WAIT_MINUTES} minutes, but it is ${minutes}.`);
}
