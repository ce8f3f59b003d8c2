import type { Row } from './answer';
import { answeredChannels } from './answeredChannels';
import { type Channel, wireName } from './channel';
import type { Fate } from './fate';
import type { AcceptedMessage, RawRecipient } from './message';

/**
 * The answer for a recipient that was taken on (PROTOCOL section 2): the message ID, the ID in the first channel of the cascade, and 0 for
 * the other channels.
 * @param state the state word, which XML shows
 * @param channels all the operator has
 */
export function acceptedRow(message: AcceptedMessage, recipient: RawRecipient, state: string, channels: readonly Channel[]): Row {
	const { id, channelId, content } = message;
	const [first] = content.cascade;
	const idIn = (channel: Channel): string => (channel === first.row ? channelId : '0');
	return {
		id_message: id,
		client_id_message: recipient.clientNumber ?? '',
		phone: recipient.phone,
		count_message: String(first.parts),
		...Object.fromEntries(answeredChannels(channels, content.cascade).map((channel) => [wireName('id', channel), idIn(channel)])),
		state,
	};
}

/** The answer for a message that is taken on and yet looks refused (PROTOCOL section 6a). */
export function queuedRow({ id }: AcceptedMessage, { text, withId }: NonNullable<Fate['queued']>, recipient: RawRecipient): Row {
	return { ...(withId ? { id_message: id } : {}), ...refusedRow(recipient, text) };
}

/** The answer for a refused recipient. */
export function refusedRow({ clientNumber, phone }: RawRecipient, error: string): Row {
	return { client_id_message: clientNumber ?? '', phone, error };
}

/** The answer for a contact of a list that was refused (PROTOCOL section 7). @param row the answer for any other recipient */
export function listedRefusal({ id_message: id, phone, error }: Row, list: string): Row {
	return { ...(id === undefined ? {} : { id_message: id }), base: list, phone: phone ?? '', error: error ?? '' };
}
