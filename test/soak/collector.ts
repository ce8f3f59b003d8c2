import fastify from 'fastify';

import { dig, listAt } from '../../demo/json';

/** What a trigger emitted in one go. */
export interface Batch {
	trigger: string;
	/** The execution's ID in n8n. */
	execution: string;
	/** When it arrived, milliseconds since 1970. */
	at: number;
	reports: readonly Report[];
}

/** An emitted item, as far as the soak looks at it. */
export interface Report {
	messageId: unknown;
	phone: unknown;
	outcome: unknown;
	contactId: unknown;
}

/** Where the workflows behind the triggers deliver what was emitted. */
export interface Collector {
	url: string;
	/** In the order of arrival. */
	batches: readonly Batch[];
	close(): Promise<void>;
}

/** Starts an HTTP server on loopback that takes one POST for each execution, its fields as lists of equal length. */
export async function startCollector(): Promise<Collector> {
	const app = fastify({ bodyLimit: 512 * 1024 * 1024, forceCloseConnections: true });
	const batches: Batch[] = [];
	app.post<{ Params: { trigger: string } }>('/:trigger', ({ params, body }) => {
		const execution = String(dig(body, 'execution'));
		// n8n may repeat a request whose answer it did not get.
		if (!batches.some((batch) => batch.execution === execution)) {
			batches.push({ trigger: params.trigger, execution, at: Date.now(), reports: reportsIn(body) });
		}
		return { taken: true };
	});
	const url = await app.listen({ host: '127.0.0.1', port: 0 });
	return { url, batches, close: async () => await app.close() };
}

function reportsIn(body: unknown): Report[] {
	const [phones, outcomes, contactIds] = ['phone', 'outcome', 'contactId'].map((name) => listAt(body, 'reports', name));
	return listAt(body, 'reports', 'messageId').map((messageId, index) => ({
		messageId,
		phone: phones?.[index],
		outcome: outcomes?.[index],
		contactId: contactIds?.[index],
	}));
}
