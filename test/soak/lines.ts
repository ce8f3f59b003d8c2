import { dig, isRecord } from '../../demo/json';
import type { Sending } from './sending';

/** What an execution said of a recipient. */
export interface Line {
	kind: 'accepted' | 'refused' | 'notSent' | 'unknown';
	/** Null where the package never learnt it. */
	messageId: string | null;
	/** The stable code of what happened; empty for accepted recipients. */
	code: string;
	/** The whole sentence of what happened, or why an accepted message is not tracked. */
	words: string;
}

/** The lines of each phone of an execution, and how many lines are about nobody it sent to. */
export interface Lines {
	ofPhone: ReadonlyMap<string, readonly Line[]>;
	strays: number;
}

/** Reads what an execution put out. An answer of the gateway that fitted nobody is a stray, whatever phone it names. */
export function linesOf({ items, contacts }: Sending): Lines {
	const ofPhone = new Map<string, Line[]>(contacts.map(({ phone }) => [phone, []]));
	let strays = 0;
	for (const item of items) {
		const line = lineOf(item);
		const lines = ofPhone.get(String(item.accepted === true ? item.phone : dig(item, 'error', 'phone')));
		if (lines === undefined || line.code === 'answerForNobody') strays += 1;
		else lines.push(line);
	}
	return { ofPhone, strays };
}

function lineOf(item: Record<string, unknown>): Line {
	if (item.accepted === true) {
		return { kind: 'accepted', messageId: textOf(item.messageId), code: '', words: textOf(item.warning) ?? '' };
	}
	const failure = isRecord(item.error) ? item.error : {};
	const kind = (['refused', 'notSent'] as const).find((one) => one === failure.outcome) ?? 'unknown';
	return { kind, messageId: textOf(failure.messageId), code: String(failure.code), words: textOf(failure.message) ?? '' };
}

function textOf(value: unknown): string | null {
	return typeof value === 'string' && value !== '' ? value : null;
}
