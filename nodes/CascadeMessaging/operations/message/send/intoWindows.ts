import type { Content, OpenIn, Sending, Zone } from '../../../protocol';
import { isShownTwice, readInstant, toGatewayTime } from '../../../protocol';
import { mapInTurns } from '../../../transport/inTurns';
import type { PlannedRecipient } from './plannedRecipient';
import type { RecipientZones } from './recipientZones';
import { zonesOf } from './recipientZones';
import type { SendRun } from './run';
import { safely } from './run';
import type { Clock } from './sendAt';
import type { ItemWindow } from './sendWindow';

/** A sending that may go out in a window only. */
export interface Windowed extends Sending<PlannedRecipient> {
	readonly window: ItemWindow;
}

/** The recipients whose own clock should count, and does not, because the operator does not tell their time zones. */
export interface UnknownZones {
	readonly recipients: number;
	/** How many there are whose own clock should count. */
	readonly of: number;
	/** Why not all were told, in a sentence for the user; absent where the operator knows no more. */
	readonly trouble?: string;
}

/** Slots of a plan, each at its moment. */
interface Timed<Slot> {
	readonly slots: readonly (Slot | Sending<PlannedRecipient>)[];
	readonly unknownZones?: UnknownZones;
}

/**
 * Gives sendings that have a window their moments: now where it is open, or else when it next opens, at or after Send At where that is set
 * too. Asks the operator for time zones where they count; whatever becomes of that, everybody gets a moment.
 */
export async function intoWindows<Slot extends object>(
	run: SendRun,
	slots: readonly (Slot | Windowed)[],
	clock: Clock,
): Promise<Timed<Slot>> {
	const windowed = slots.filter(isWindowed);
	if (windowed.length === 0) return { slots };
	const own = windowed.filter(({ window }) => window.isOfRecipient).map(({ recipient }) => recipient.phone);
	const { known, trouble } = own.length === 0 ? NOBODY_ASKED : await safely(run, async () => await zonesOf(run, own), NOT_ASKED);
	const contentAt = contentTimer(clock);
	const timed = await mapInTurns(slots, (slot) => {
		if (!isWindowed(slot)) return slot;
		const { content, recipient, window } = slot;
		const zone = (window.isOfRecipient ? known.get(recipient.phone) : undefined) ?? window.timeZone;
		return { content: contentAt(content, window, zone), recipient };
	});
	const recipients = own.filter((phone) => !known.has(phone)).length;
	if (recipients === 0) return { slots: timed };
	return { slots: timed, unknownZones: { recipients, of: own.length, ...(trouble !== undefined && { trouble }) } };
}

function isWindowed(slot: object): slot is Windowed {
	return 'window' in slot;
}

const MINUTE = 60_000;

const NOBODY_ASKED: RecipientZones = { known: new Map() };
const NOT_ASKED: RecipientZones = { known: new Map(), trouble: "It was not asked; n8n's log says why." };

/** Makes the function that gives contents their moments. Recipients of one content come zone by zone or in turns: both share. */
function contentTimer({ gateway, now }: Clock): (content: Content, window: ItemWindow, zone: Zone) => Content {
	const momentsOf = new Map<OpenIn, Map<number, Moment>>();
	let wish = { sendAt: '', instant: now };
	return (content, { open }, zone) => {
		const { sendAt = '' } = content;
		if (wish.sendAt !== sendAt) wish = { sendAt, instant: sendAt === '' ? now : (readInstant(sendAt, gateway) ?? now) };
		const opening = open.sendAtOf(zone, now, wish.instant);
		if (opening <= Math.max(wish.instant, now)) return content;
		const moments = momentsOf.get(open) ?? new Map<number, Moment>();
		momentsOf.set(open, moments);
		const { sendAt: moment, last } = moments.get(opening) ?? { sendAt: toGatewayTime(clearMoment(opening, open, zone, gateway), gateway) };
		if (last?.content === content) return last.timed;
		const timed = { ...content, sendAt: moment };
		moments.set(opening, { sendAt: moment, last: { content, timed } });
		return timed;
	};
}

/** How an opening is told to the gateway, and which content was last sent at it. */
interface Moment {
	readonly sendAt: string;
	readonly last?: { readonly content: Content; readonly timed: Content };
}

/**
 * The moment to name for an opening: where the gateway's clock is set back, the first minute of the window that it does not show twice. It
 * might take one of the two for the other, which would be before the opening.
 */
function clearMoment(opening: number, { nextOpening }: OpenIn, zone: Zone, gateway: string): number {
	let minute = opening / MINUTE;
	while (isShownTwice(gateway, minute)) minute++;
	const moment = minute * MINUTE;
	return nextOpening(zone, moment) === moment ? moment : opening;
}
