import { plainQuestion } from './question';
import { recordsIn, textIn } from './values';

/** What became of a sender name that was registered. */
export type SenderState = 'usable' | 'waiting' | 'rejected';

/** A sender name of the account. */
export interface Sender {
	readonly name: string;
	/** Null for a word that is not known. */
	readonly state: SenderState | null;
}

/** The sender names the account may use. */
export interface Senders {
	/** Whether any name will do; then there may be no list. Null when the gateway does not say. */
	readonly any: boolean | null;
	readonly senders: readonly Sender[];
}

const STATES: ReadonlyMap<string, SenderState> = new Map([
	['completed', 'usable'],
	['order', 'waiting'],
	['rejected', 'rejected'],
]);

/** Which sender names there are (docs/protocol.md section 8). */
export const sendersQuestion = plainQuestion<Senders>('originator', (fields) => {
	const any = yesOrNo(fields.any_originator);
	if (any === true && !Object.hasOwn(fields, 'list_originator')) return { any, senders: [] };
	const senders = recordsIn(fields, 'list_originator', ({ originator, state }) => {
		const name = textIn(originator);
		return name === null ? null : { name, state: STATES.get((textIn(state) ?? '').toLowerCase()) ?? null };
	});
	return { any, senders };
});

function yesOrNo(value: unknown): boolean | null {
	const word = typeof value === 'boolean' ? String(value) : (textIn(value) ?? '').toLowerCase();
	if (['true', 'yes', '1'].includes(word)) return true;
	return ['false', 'no', '0'].includes(word) ? false : null;
}
