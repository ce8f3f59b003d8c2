import type { Row } from './answer';
import { answeredChannels } from './answeredChannels';
import { CHANNEL_TABLE, type Channel } from './channels';
import { toldEngagement } from './engagement';
import type { Gateway } from './gateway';
import type { AcceptedMessage } from './message';
import { chargeOf, formatPrice } from './prices';
import { progressAt, type Progress } from './progress';
import { WORDS } from './refusal';
import { formatWallTime } from './wallTime';

const ORDER: readonly Channel[] = ['sms', 'viber', 'vk'];
const UNKNOWN_FIELDS = ['state_sms', 'state_viber', 'state_vk', 'num_parts_sms', 'price_sms', 'price_viber', 'price_vk'];

/** The state record of one message ID (PROTOCOL section 5); an unknown ID has a text of its own and empty fields. */
export function stateRow(gateway: Gateway, id: string): Row {
	const message = gateway.store.find(id);
	const now = gateway.clock.now();
	if (!message || isUnknown(message, now)) return unknownRow(id);
	const { revision, overallEngagement, timeZone } = gateway.settings;
	const progress = progressAt(message, now);
	const told = toldEngagement(progress, revision);
	const channels = answeredChannels(message.content.cascade, ORDER);
	const states = channels.map((channel) => [`state_${channel}`, told?.channel === channel ? told.word : stateOf(progress, channel)] as const);
	const prices = channels.map((channel) => [`price_${channel}`, priceOf(message, progress, channel)] as const);
	return {
		id_message: id,
		time_change_state: formatWallTime(Math.max(progress.changedAt, told?.at ?? 0), timeZone),
		state: told && (overallEngagement || message.fate.overallEngagement) ? told.word : progress.state,
		...Object.fromEntries(states),
		num_parts_sms: partsOf(message, progress),
		...Object.fromEntries(prices),
	};
}

function isUnknown({ fate, acceptedAt }: AcceptedMessage, now: number): boolean {
	return fate.forgotten === true || now < acceptedAt + (fate.unknownMinutes ?? 0) * 60_000;
}

function unknownRow(id: string): Row {
	const empty = Object.fromEntries(UNKNOWN_FIELDS.map((name) => [name, ''] as const));
	return { id_message: id, time_change_state: '', state: WORDS.unknownId, ...empty };
}

function stateOf(progress: Progress, channel: Channel): string {
	return progress.channels.find((one) => one.channel === channel)?.state ?? 'send';
}

function priceOf(message: AcceptedMessage, progress: Progress, channel: Channel): string {
	const content = message.content.cascade.find((one) => one.channel === channel);
	const at = progress.channels.find((one) => one.channel === channel);
	return formatPrice(content && at ? chargeOf(content, at) : 0, CHANNEL_TABLE[channel].price.separator);
}

function partsOf(message: AcceptedMessage, progress: Progress): string {
	const at = progress.channels.find(({ channel }) => channel === 'sms');
	const begun = at?.phase === 'trying' || at?.phase === 'ended';
	const sms = message.content.cascade.find(({ channel }) => channel === 'sms');
	return String(begun && sms ? sms.parts : 0);
}
