import type { Row } from './answer';
import { answeredChannels } from './answeredChannels';
import { type Channel, wireName } from './channel';
import { toldEngagement } from './engagement';
import type { Gateway } from './gateway';
import type { AcceptedMessage } from './message';
import { chargeOf, formatPrice } from './prices';
import { hasBegun, progressAt } from './progress';
import { WORDS } from './refusal';
import { formatWallTime } from './wallTime';

/** What a state record says of one channel. */
interface ChannelCells {
	readonly state: string;
	readonly parts: string;
	readonly price: string;
}

const NOTHING: ChannelCells = { state: '', parts: '', price: '' };

/** The state record of one message ID (PROTOCOL section 5); an unknown ID has a text of its own and empty fields. */
export function stateRow(gateway: Gateway, id: string): Row {
	const message = gateway.store.find(id);
	return message && isKnown(message, gateway.clock.now()) ? knownRow(gateway, message) : unknownRow(gateway, id);
}

function isKnown({ fate, acceptedAt }: AcceptedMessage, now: number): boolean {
	return !fate.forgotten && now >= acceptedAt + (fate.unknownMinutes ?? 0) * 60_000;
}

function unknownRow({ channels }: Gateway, id: string): Row {
	const fields = channelFields(answeredChannels(channels, []), () => NOTHING);
	return { id_message: id, time_change_state: '', state: WORDS.unknownId, ...fields };
}

function knownRow({ clock, settings, channels }: Gateway, message: AcceptedMessage): Row {
	const progress = progressAt(message, clock.now());
	const told = toldEngagement(progress, settings.revision);
	const cellsOf = (channel: Channel): ChannelCells => {
		const at = progress.channels.find(({ content }) => content.row === channel);
		return {
			state: told?.channel === channel ? told.word : (at?.state ?? 'send'),
			parts: String(at && hasBegun(at) ? at.content.parts : 0),
			price: formatPrice(at ? chargeOf(at) : 0, channel.price.separator),
		};
	};
	return {
		id_message: message.id,
		time_change_state: formatWallTime(Math.max(progress.changedAt, told?.at ?? 0), settings.timeZone),
		state: told && (settings.overallEngagement || message.fate.overallEngagement) ? told.word : progress.state,
		...channelFields(answeredChannels(channels, message.content.cascade), cellsOf),
	};
}

/** All states, then the parts, then all prices, each in the alphabetical order of the channels, as in the worked examples. */
function channelFields(channels: readonly Channel[], cellsOf: (channel: Channel) => ChannelCells): Row {
	const told = channels.toSorted((one, other) => (one.name < other.name ? -1 : 1)).map((channel) => ({ channel, ...cellsOf(channel) }));
	return Object.fromEntries([
		...told.map(({ channel, state }) => [wireName('state', channel), state] as const),
		...told.filter(({ channel }) => channel.chargedByPart).map(({ channel, parts }) => [wireName('num_parts', channel), parts] as const),
		...told.map(({ channel, price }) => [wireName('price', channel), price] as const),
	]);
}
