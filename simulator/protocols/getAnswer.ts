import type { CascadeAnswer, Row } from '../gateway/answer';

/**
 * Writes an answer as PROTOCOL section 4 has it: plain text. A refused recipient among others keeps its place in the
 * list with `error: ` and the reason; a state is the word alone.
 */
export function writeText(answer: CascadeAnswer): string {
	switch (answer.kind) {
		case 'error':
			return `error: ${answer.text}`;
		case 'state':
			return answer.rows.map((row) => String(row.state ?? '')).join(',');
		case 'send':
			return answer.messages.map((one) => ('error' in one ? `error: ${one.error}` : one.rows.map(cell).join(','))).join(',');
	}
}

function cell(row: Row): string {
	return row.error === undefined ? String(row.id_message ?? '') : `error: ${row.error}`;
}
