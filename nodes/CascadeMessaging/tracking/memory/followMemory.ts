import type { Status } from '../../protocol';
import { canTell } from '../../protocol';
import { eachInTurns } from '../../transport/inTurns';
import type { StateTrouble } from '../../transport/stateReply';
import { askFollowed } from '../askFollowed';
import type { Sign, Wish } from '../following';
import { isAwaited, signsIn, wishOf } from '../following';
import { momentReader } from '../moments';
import type { Poll } from '../poll';
import type { Report } from '../report';
import { eventOf, reportOf } from '../report';
import type { FollowedMessage } from './followedList';
import { LONGEST_LIST } from './mailbox';
import type { Reader } from './reader';

/** What subscribers did with messages of a trigger. */
interface Events {
	readonly reports: readonly Report[];
	/** Why some messages could not be asked about; they stay due. */
	readonly trouble: StateTrouble | undefined;
	/** Notes that the reports are done with; until then they are found again. */
	readonly settle: () => void;
}

/** A message that the gateway said something of, what of it was new, and all it said. */
interface Heard {
	readonly message: FollowedMessage;
	readonly signs: readonly Sign[];
	readonly status: Status;
}

/**
 * Asks about the delivered messages a trigger follows, and looks what the final states that were just learnt say of subscribers. Asks
 * nothing for a trigger that does not want to hear of that.
 */
export async function followMemory(poll: Poll, reader: Reader, finals: readonly Status[]): Promise<Events> {
	const wish = wishOf(poll.settings);
	const { followed } = reader;
	const awaited = await awaitedOf(reader, wish);
	const { news, trouble } = awaited.size === 0 ? NOTHING : await askFollowed(poll, awaited, followed.schedule);
	const now = Date.now();
	const heard: Heard[] = [];
	const hear = (message: FollowedMessage | undefined, status: Status): void => {
		if (message === undefined) return;
		const signs = signsIn(status, message.known, now);
		heard.push({ message: { ...message, known: [...message.known, ...signs.map(({ event }) => event)] }, signs, status });
	};
	if (wish.engagements.length > 0) await eachInTurns(finals, (status) => hear(beginningOf(reader, status, now), status));
	await eachInTurns(news, (status) => hear(followed.byId.get(status.messageId), status));
	const settle = (): void => {
		for (const messageId of followed.byId.keys()) if (!awaited.has(messageId)) followed.forget(messageId);
		for (const { message } of heard) {
			if (isAwaited(message, wish, 0)) followed.put(message, LONGEST_LIST, now);
			else followed.forget(message.messageId);
		}
	};
	return { reports: heard.flatMap(eventsOf), trouble, settle };
}

const NOTHING = { news: [], trouble: undefined };

async function awaitedOf({ followed }: Reader, wish: Wish): Promise<Map<string, FollowedMessage>> {
	const awaited = new Map<string, FollowedMessage>();
	const momentOf = momentReader();
	const now = Date.now();
	await eachInTurns(followed.byId.values(), (message) => {
		if (isAwaited(message, wish, now - momentOf(message.followedSince))) awaited.set(message.messageId, message);
	});
	return awaited;
}

/** A message that has just been delivered; one that was handed over again is followed as before. */
function beginningOf({ waiting, followed }: Reader, status: Status, now: number): FollowedMessage | undefined {
	const { messageId } = status;
	const message = waiting.get(messageId);
	if (message === undefined || !canTell(status.deliveredBy)) return undefined;
	return followed.byId.get(messageId) ?? { ...message, followedSince: new Date(now).toISOString(), known: [] };
}

function eventsOf({ message, signs, status }: Heard): Report[] {
	if (signs.length === 0) return [];
	const report = reportOf(message, status);
	return signs.map((sign) => eventOf(report, sign));
}
