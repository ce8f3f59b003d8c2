import { operatorOf } from './account/numberPlan';
import { surchargeOf } from './account/priceList';
import type { Content } from './content';
import type { Fate } from './fate';
import type { Gateway } from './gateway';
import { KNOWN_WORDS } from './knownWords';
import type { AcceptedMessage, ProtocolName, RawRecipient } from './message';
import { refuse } from './refusal';
import { buildTimeline, type Timeline } from './timeline';

/** Where a message came from. */
export interface Origin {
	readonly protocol: ProtocolName;
	/** Number of the HTTP request. */
	readonly request: number;
}

/** A checked message on its way to its recipients. */
export interface Intake {
	readonly gateway: Gateway;
	readonly content: Content;
	readonly origin: Origin;
	/** The timelines made so far: recipients with the same fate share one. */
	readonly timelines: Map<Fate, Timeline>;
	/** What the account may still spend, in hundredths. */
	readonly purse: { left: number };
}

/**
 * Takes on the message for one checked recipient, and settles what will become of it.
 * @returns the message as kept
 * @throws {Refusal} when the phone is on the account's stop list, the money is gone, or it is the recipient's fate to be refused
 */
export function acceptMessage(intake: Intake, { phone, clientNumber }: RawRecipient): AcceptedMessage {
	const { gateway, content, origin } = intake;
	if (gateway.account.stopList.has(phone)) refuse(KNOWN_WORDS.stopList);
	const { fate, delay } = gateway.scenario.lotOf(phone);
	if (fate.refusal !== undefined) refuse(fate.refusal);
	const surcharge = surchargeOf(gateway.account.settings, operatorOf(phone));
	pay(intake, surcharge);
	const acceptedAt = gateway.clock.now();
	const message: AcceptedMessage = {
		id: gateway.store.nextId(),
		phone,
		clientNumber,
		content,
		fate,
		timeline: timelineOf(fate, intake),
		acceptedAt,
		startsAt: Math.max(acceptedAt + (fate.queued?.minutes ?? 0) * 60_000, content.sendAt ?? 0) + delay,
		surcharge,
		channelId: gateway.store.takeChannelId(content.cascade[0].row),
		...origin,
	};
	gateway.store.add(message);
	gateway.tally.add(message);
	return message;
}

function timelineOf(fate: Fate, { timelines, content }: Intake): Timeline {
	const timeline = timelines.get(fate) ?? buildTimeline(content.cascade, fate);
	timelines.set(fate, timeline);
	return timeline;
}

/** Sets the price of the first channel aside. @throws {Refusal} when there is not enough left for it */
function pay({ purse, content }: Intake, surcharge: number): void {
	const [{ row, parts }] = content.cascade;
	const price = (row.price.hundredths + surcharge) * parts;
	if (purse.left < price) refuse(KNOWN_WORDS.noCredit);
	purse.left -= price;
}
