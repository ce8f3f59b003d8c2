import type { Fate } from './fate';
import type { Gateway } from './gateway';
import type { Content } from './content';
import type { AcceptedMessage, ProtocolName, RawRecipient } from './message';
import { refuse } from './refusal';
import type { Timeline } from './timeline';

/** Where a message came from. */
export interface Origin {
	readonly protocol: ProtocolName;
	/** Number of the HTTP request. */
	readonly request: number;
}

/**
 * Takes on one message for one checked recipient, with its fate sealed. Recipients with the same fate share a timeline.
 * @returns the message as kept
 * @throws {Refusal} when the recipient's fate is to be refused
 */
export function acceptMessage(
	gateway: Gateway,
	content: Content,
	{ phone, clientNumber }: RawRecipient,
	origin: Origin,
	timelineOf: (fate: Fate) => Timeline,
): AcceptedMessage {
	const { fate, delay } = gateway.scenario.lotOf(phone);
	if (fate.refusal !== undefined) refuse(fate.refusal);
	const acceptedAt = gateway.clock.now();
	const message: AcceptedMessage = {
		id: gateway.store.nextId(),
		phone,
		clientNumber,
		content,
		fate,
		timeline: timelineOf(fate),
		acceptedAt,
		startsAt: Math.max(acceptedAt + (fate.queued?.minutes ?? 0) * 60_000, content.sendAt ?? 0) + delay,
		channelId: gateway.store.takeChannelId(content.cascade[0]?.channel ?? 'sms'),
		...origin,
	};
	gateway.store.add(message);
	gateway.tally.add(message);
	return message;
}
