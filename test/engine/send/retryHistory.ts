import { isRecord, listAt, textAt } from '../../../demo/json';
import type { RequestEntry, Simulator } from '../../../simulator';

/** What a request meant for one recipient, as far as the sender could know. */
export type Fate = 'accepted' | 'refused' | 'unknown' | 'notSent';

/** One recipient in one request that reached the gateway. */
export interface Sending {
	/** Item and phone: `0-2 79000000001`. */
	readonly key: string;
	readonly fate: Fate;
	/** The message the gateway took on, whether it said so or not. */
	readonly messageId: string | undefined;
}

/** What each request of a run meant for whom, told by the gateway alone. The text of each message names its item. */
export function historyOf(simulator: Simulator): Sending[] {
	return simulator.requests.flatMap((request) => sendingsOf(request, simulator));
}

function sendingsOf(request: RequestEntry, simulator: Simulator): Sending[] {
	const taken = new Map(
		simulator.messages
			.filter((one) => one.request === request.number)
			.map((one) => [`${one.content.texts.sms ?? ''} ${one.phone}`, one.id]),
	);
	return listAt(JSON.parse(request.body), 'message').flatMap((message) => {
		const phones = listAt(message, 'phones').filter(isRecord);
		return phones.map(({ phone }, index): Sending => {
			const key = `${textAt(message, 'text_sms')} ${String(phone)}`;
			const messageId = taken.get(key);
			return { key, messageId, fate: fateIn(request, { isLast: index === phones.length - 1, isTaken: messageId !== undefined }) };
		});
	});
}

function fateIn({ detail, outcome }: RequestEntry, { isLast, isTaken }: { isLast: boolean; isTaken: boolean }): Fate {
	if (detail === 'status-429') return 'notSent';
	if (detail === 'reset-after-body' || (detail === 'missing-recipients' && isLast)) return 'unknown';
	if (outcome === 'refused') return 'refused';
	return isTaken ? 'accepted' : 'refused';
}
