import type { CascadeAnswer, Row } from '../gateway/answer';

/** Writes an answer as PROTOCOL section 2 has it. */
export function writeJson(answer: CascadeAnswer): string {
	switch (answer.kind) {
		case 'error':
			return JSON.stringify({ error: answer.text });
		case 'state':
			return JSON.stringify({ state: answer.rows });
		case 'send':
			return JSON.stringify({
				message: answer.messages.map((one) => ('error' in one ? { error: one.error } : one.rows.map(withoutState))),
			});
	}
}

/** Only XML tells the state in answers to sending. */
function withoutState(row: Row): Row {
	return Object.fromEntries(Object.entries(row).filter(([name]) => name !== 'state'));
}
