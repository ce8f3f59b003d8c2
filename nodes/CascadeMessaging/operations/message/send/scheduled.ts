import type { Content } from '../../../protocol';
import { fromGatewayTime } from '../../../protocol';
import type { SuccessLine } from '../../shared/lines';
import { isFailure } from '../../shared/lines';
import type { SendLine } from './failure';

/** When the gateway is to send a message, ISO 8601 with the offset of its clock (`timeZone`, an IANA name); null for at once. */
export function sendAtOf({ sendAt }: { readonly sendAt?: Content['sendAt'] | undefined }, timeZone: string): string | null {
	return sendAt === undefined ? null : fromGatewayTime(sendAt, timeZone);
}

/** A line of a message that may have been sent, with when it goes out if it is scheduled; other lines as they are. */
export function tellingSendAt(line: SendLine, content: Content, timeZone: string): SendLine {
	const sendAt = sendAtOf(content, timeZone);
	if (sendAt === null || !isFailure(line) || line.failure.outcome !== 'unknown') return line;
	return { ...line, failure: { ...line.failure, sendAt } };
}

/** When the message of a line goes out, milliseconds since 1970; undefined when it is not scheduled. */
export function momentOut({ json }: SuccessLine): number | undefined {
	return typeof json.sendAt === 'string' ? Date.parse(json.sendAt) : undefined;
}
