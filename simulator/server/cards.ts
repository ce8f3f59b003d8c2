import { CHANNEL_TABLE } from '../gateway/channels';
import type { Gateway } from '../gateway/gateway';
import type { ChannelContent } from '../gateway/content';
import type { AcceptedMessage } from '../gateway/message';
import { isQueued } from '../gateway/messageStore';
import { chargeOf, formatPrice } from '../gateway/prices';
import { progressAt, type ChannelProgress } from '../gateway/progress';
import { formatWallTime } from '../gateway/wallTime';

const MESSAGES_ON_A_PHONE = 3;

/** One virtual phone on the page, with its newest messages, oldest first. */
interface Card {
	readonly phone: string;
	/** Messages before those shown. */
	readonly earlier: number;
	/** Why it was refused the last time, and when; null where a message came later, or there was no refusal. */
	readonly refused: { readonly text: string; readonly at: string } | null;
	readonly messages: readonly ReturnType<typeof showMessage>[];
}

/** Draws up what a phone shows at a moment; all of it data, nothing of it markup. */
export function makeCard(phone: string, gateway: Gateway, now: number): Card {
	const all = gateway.store.ofPhone(phone);
	const refused = gateway.refusedPhones.of(phone);
	const isLast = refused !== undefined && refused.at >= (all.at(-1)?.acceptedAt ?? 0);
	return {
		phone,
		refused: isLast ? { text: refused.text, at: formatWallTime(refused.at, gateway.settings.timeZone) } : null,
		earlier: Math.max(0, all.length - MESSAGES_ON_A_PHONE),
		messages: all.slice(-MESSAGES_ON_A_PHONE).map((message) => showMessage(message, gateway, now)),
	};
}

function showMessage(message: AcceptedMessage, { settings }: Gateway, now: number) {
	const { content, startsAt, timeline } = message;
	const progress = progressAt(message, now);
	const wall = (moment: number) => formatWallTime(moment, settings.timeZone);
	const charged = content.cascade.reduce((sum, one, index) => {
		const at = progress.channels[index];
		return sum + (at ? chargeOf(one, at) : 0);
	}, 0);
	return {
		id: message.id,
		clientNumber: message.clientNumber,
		campaign: content.campaign,
		protocol: message.protocol,
		state: progress.state,
		final: progress.final,
		accepted: wall(message.acceptedAt),
		changed: wall(progress.changedAt),
		queued: isQueued(message, now),
		scheduled: now < startsAt && content.sendAt !== null ? wall(content.sendAt).slice(0, 16) : null,
		price: formatPrice(charged, '.'),
		channels: content.cascade.map((one, index) => {
			const shownAfter = timeline.steps[index]?.shownAfter ?? Infinity;
			return showChannel(one, progress.channels[index], Number.isFinite(shownAfter) ? wall(startsAt + shownAfter) : '');
		}),
	};
}

function showChannel(content: ChannelContent, progress: ChannelProgress | undefined, shownAt: string) {
	const { channel, sender, text, button, imageUrl, template, parts } = content;
	const chip = {
		channel,
		title: CHANNEL_TABLE[channel].title,
		state: progress?.state ?? 'send',
		phase: progress?.phase ?? 'waiting',
	};
	if (!progress?.shown) return { ...chip, bubble: null };
	return {
		...chip,
		bubble: {
			sender,
			text,
			button,
			imageUrl,
			template: template && { id: template.id, data: [...template.data] },
			parts,
			read: progress.read,
			engagement: progress.engagement?.word ?? null,
			at: shownAt.slice(11, 16),
		},
	};
}
