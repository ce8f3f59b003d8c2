import type { FastifyInstance } from 'fastify';

import { errorPage } from '../faults/htmlPages';
import type { Simulation } from './simulation';

/** Answers every other address as a web server does, HTTP 404 in HTML, and logs it. */
export function addUnknownAddress(app: FastifyInstance, simulation: Simulation): void {
	app.setNotFoundHandler((request, reply) => {
		const [path = '', query = ''] = (request.raw.url ?? '').split(/\?(.*)/s);
		if (!path.startsWith('/_control/')) {
			const entry = simulation.log.open({
				method: request.method,
				path,
				query: simulation.redact(query),
				protocol: null,
				operation: null,
				atOnce: simulation.underWay.begin(path, reply.raw),
			});
			Object.assign(entry, { outcome: 'refused', detail: 'HTTP 404', status: 404, milliseconds: 0 });
		}
		return reply.code(404).type('text/html').send(errorPage(404, 'Not Found'));
	});
}
