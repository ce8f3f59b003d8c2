import type { Row } from '../answer';
import type { Gateway } from '../gateway';
import type { AcceptedMessage } from '../message';
import { formatWallTime } from '../wallTime';

/** The messages that were given a time to be sent at which has not come, in the order in which they came in. */
export function scheduledMessages({ store, clock }: Gateway): readonly AcceptedMessage[] {
	const now = clock.now();
	return store.all.filter((message) => isScheduled(message, now));
}

/**
 * Deletes a scheduled message: it never goes out and costs nothing. Its state becomes `not_deliver` at that moment, its channels stay
 * at `send` (not sent), and its client number stays used.
 * @returns whether there was such a message
 */
export function unschedule({ store, clock }: Gateway, id: string): boolean {
	const message = store.find(id);
	const now = clock.now();
	if (!message || !isScheduled(message, now)) return false;
	message.startsAt = now;
	message.timeline = { steps: [], endsAfter: 0, state: 'not_deliver' };
	return true;
}

/** A scheduled message as it is told: by its first channel, its times in the zone in which `time_send` is read. */
export function scheduledRow({ id, phone, content, acceptedAt }: AcceptedMessage, timeZone: string): Row {
	const [first] = content.cascade;
	const sendAt = content.sendAt ?? acceptedAt;
	return {
		id_sms: id,
		time_put_turn: formatWallTime(acceptedAt, timeZone),
		originator: first.sender,
		phone,
		type_sms: first.channel,
		text_sms: first.text,
		count_sms: String(first.parts),
		name_delivery: content.campaign,
		time_send: formatWallTime(sendAt, timeZone).slice(0, 16),
		validity_period: formatWallTime(sendAt + first.validityMinutes * 60_000, timeZone),
	};
}

function isScheduled({ content, startsAt }: AcceptedMessage, now: number): boolean {
	return content.sendAt !== null && now < content.sendAt && now < startsAt;
}
