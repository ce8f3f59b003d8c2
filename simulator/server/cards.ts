import type { Channel } from '../gateway/channel';
import type { ChannelContent } from '../gateway/content';
import { type Deed, possibleDeeds } from '../gateway/deeds';
import type { Gateway } from '../gateway/gateway';
import type { AcceptedMessage, ProtocolName, WrittenReply } from '../gateway/message';
import { isQueued } from '../gateway/messageStore';
import { formatPrice, totalCharge } from '../gateway/prices';
import { type ChannelProgress, progressAt } from '../gateway/progress';
import { formatWallTime } from '../gateway/wallTime';

const MESSAGES_ON_A_PHONE = 3;

/** One virtual phone on the page, with its newest messages, oldest first. */
interface Card {
	readonly phone: string;
	/** Messages before those shown. */
	readonly earlier: number;
	/** Why it was refused the last time, and when; null where a message came later, or there was no refusal. */
	readonly refused: { readonly text: string; readonly at: string } | null;
	readonly messages: readonly MessageCard[];
}

/** One message: how far it is, and the steps of its cascade. Times are the gateway's wall-clock time. */
interface MessageCard {
	readonly id: string;
	readonly clientNumber: string | null;
	readonly campaign: string;
	readonly protocol: ProtocolName;
	readonly state: string;
	readonly final: boolean;
	readonly accepted: string;
	readonly changed: string;
	/** Whether it waits for the account to be topped up. */
	readonly queued: boolean;
	/** When it is to start; null when that is past, or was never said. */
	readonly scheduled: string | null;
	readonly price: string;
	readonly channels: readonly ChannelCard[];
	/** What the subscriber can do with it now. */
	readonly possible: readonly Deed[];
	/** What the subscriber wrote back, when (`hh:mm`), and what came of posting it. */
	readonly replies: readonly { readonly text: string; readonly at: string; readonly posted: WrittenReply['posted'] }[];
}

/** One step of a cascade: a channel, and what the phone shows of it. */
interface ChannelCard extends Pick<Channel, 'title' | 'look'>, Pick<ChannelProgress, 'state' | 'phase'> {
	readonly channel: string;
	/** Null until the message is on the phone. */
	readonly bubble: Bubble | null;
}

interface Bubble extends Pick<ChannelContent, 'sender' | 'text' | 'button' | 'imageUrl'> {
	readonly template: { readonly id: string; readonly data: readonly (readonly [name: string, value: string])[] } | null;
	/** How many SMS parts it took; null in a channel that is not charged by part. */
	readonly parts: number | null;
	readonly read: boolean;
	/** The last thing the subscriber did with it. */
	readonly engagement: string | null;
	/** Since when it is on the phone, `hh:mm`. */
	readonly at: string;
}

type Wall = (moment: number) => string;

/** Puts together what a phone shows at a moment: data, no markup. */
export function makeCard(phone: string, { store, refusedPhones, settings }: Gateway, now: number): Card {
	const all = store.ofPhone(phone);
	const refused = refusedPhones.of(phone);
	const isLast = refused !== undefined && refused.at >= (all.at(-1)?.acceptedAt ?? 0);
	const wall: Wall = (moment) => formatWallTime(moment, settings.timeZone);
	return {
		phone,
		refused: isLast ? { text: refused.text, at: wall(refused.at) } : null,
		earlier: Math.max(0, all.length - MESSAGES_ON_A_PHONE),
		messages: all.slice(-MESSAGES_ON_A_PHONE).map((message) => showMessage(message, now, wall)),
	};
}

function showMessage(message: AcceptedMessage, now: number, wall: Wall): MessageCard {
	const { id, clientNumber, content, protocol, startsAt, replies = [] } = message;
	const progress = progressAt(message, now);
	const { state, final, changedAt, channels } = progress;
	return {
		id,
		clientNumber,
		campaign: content.campaign,
		protocol,
		state,
		final,
		accepted: wall(message.acceptedAt),
		changed: wall(changedAt),
		queued: isQueued(message, now),
		scheduled: now < startsAt && content.sendAt !== null ? wall(content.sendAt).slice(0, 16) : null,
		price: formatPrice(totalCharge(channels), '.'),
		channels: channels.map((one) => showChannel(one, wall)),
		possible: possibleDeeds(progress),
		replies: replies.map(({ text, at, posted }) => ({ text, at: wall(at).slice(11, 16), posted })),
	};
}

function showChannel(progress: ChannelProgress, wall: Wall): ChannelCard {
	const {
		content: { channel, row },
		state,
		phase,
		shownAt,
	} = progress;
	const bubble = shownAt === null ? null : showBubble(progress, wall(shownAt).slice(11, 16));
	return { channel, title: row.title, look: row.look, state, phase, bubble };
}

function showBubble({ content, read, engagement }: ChannelProgress, at: string): Bubble {
	const { row, sender, text, button, imageUrl, template, parts } = content;
	return {
		sender,
		text,
		button,
		imageUrl,
		template: template && { id: template.id, data: [...template.data] },
		parts: row.chargedByPart ? parts : null,
		read,
		engagement: engagement?.word ?? null,
		at,
	};
}
