import type { RequestLimits, Sending } from '../../../nodes/CascadeMessaging/protocol/batching';
import { RequestPacker } from '../../../nodes/CascadeMessaging/protocol/batching';
import type { Message, Recipient } from '../../../nodes/CascadeMessaging/protocol/message';

/** All requests for these sendings at once. */
export function packRequests<R extends Recipient>(sendings: readonly Sending<R>[], limits: RequestLimits): Message<R>[][] {
	const packer = new RequestPacker<R>(limits);
	for (const sending of sendings) packer.add(sending);
	return [...packer.requests()];
}
