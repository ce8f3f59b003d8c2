/** What became of a message, in the package's own words. */
export type Outcome = 'delivered' | 'notDelivered' | 'expired' | 'noReceipt' | 'inProgress' | 'unknown';

interface State {
	readonly outcome: Outcome;
	readonly final: boolean;
}

/** The overall states of PROTOCOL.md section 5. */
const STATES: Readonly<Record<string, State>> = {
	send: { outcome: 'inProgress', final: false },
	deliver: { outcome: 'delivered', final: true },
	not_deliver: { outcome: 'notDelivered', final: true },
	expired: { outcome: 'expired', final: true },
	partly_deliver: { outcome: 'noReceipt', final: true },
};

/** Translates the gateway's overall state. Any other text is an error the gateway reports: final, outcome `unknown`. */
export function readState(state: string): State {
	return (Object.hasOwn(STATES, state) ? STATES[state] : undefined) ?? { outcome: 'unknown', final: true };
}

/** Says whether a text is one of the states, and no words of the gateway's own. */
export function isState(text: string): boolean {
	return Object.hasOwn(STATES, text);
}

/** Says whether a text is the beginning of a state, and no state: what is left of an answer that was cut off. */
export function isPartOfState(text: string): boolean {
	return !isState(text) && Object.keys(STATES).some((state) => state.startsWith(text));
}
