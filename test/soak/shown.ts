import { dig, listAt } from '../../demo/json';
import type { Session } from '../../demo/n8n/session';

/** How many executions n8n shows with a status that is not success. */
export interface Shown {
	/** Polls in which the gateway could not be asked, for instance. */
	error: number;
	/** Cut off by a kill. */
	crashed: number;
}

/** Counts the executions n8n has kept: those that did not end well. */
export async function countShown(session: Session): Promise<Shown> {
	return { error: await count(session, 'error'), crashed: await count(session, 'crashed') };
}

async function count({ api }: Session, status: string): Promise<number> {
	let found = 0;
	let cursor = '';
	do {
		const page = await api('GET', `/executions?status=${status}&limit=250${cursor}`);
		found += listAt(page, 'data').length;
		const next = dig(page, 'nextCursor');
		cursor = typeof next === 'string' ? `&cursor=${next}` : '';
	} while (cursor !== '');
	return found;
}
