import type { IncomingMessage } from 'node:http';

import type { FastifyInstance } from 'fastify';

import { WORDS } from '../gateway/refusal';
import { isRecord } from '../isRecord';
import { ENDPOINTS } from '../protocols/endpoints';
import { sendReply } from '../protocols/sendReply';
import { writeReply } from '../protocols/wire';
import { answerVisit } from './answerVisit';
import type { Simulation } from './simulation';
import { arrive, strikesOnArrival, type Visit } from './visit';

const BIGGEST_BODY = 64 * 1024 * 1024;

/**
 * Adds the gateway's addresses. Each request is logged, may be struck by a fault on arrival, is read, and is then answered by the
 * gateway, by a fault in its place, or by the gateway with a fault in its answer. The address of questions about the account is
 * unknown where the operator does not answer any.
 */
export function addGatewayRoutes(app: FastifyInstance, simulation: Simulation): void {
	const visits = new WeakMap<IncomingMessage, Visit>();
	app.removeAllContentTypeParsers();
	app.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: BIGGEST_BODY }, (_, body, done) => {
		done(null, body);
	});
	addErrorHandler(app, simulation, visits);
	for (const endpoint of ENDPOINTS) {
		app.route({
			url: endpoint.path,
			method: ['GET', 'POST', 'PUT', 'DELETE', 'PATCH'],
			exposeHeadRoute: false,
			onRequest: (request, reply, done) => {
				if (endpoint.operation === 'account' && !simulation.gateway.account.settings.offered) {
					reply.callNotFound();
					return;
				}
				const visit = arrive(simulation, endpoint, request.raw, reply.raw);
				visits.set(request.raw, visit);
				if (strikesOnArrival(visit, request.raw)) reply.hijack();
				else done();
			},
			handler: (request, reply) => {
				const visit = visits.get(request.raw);
				if (visit) answerVisit(simulation, visit, request, reply);
			},
		});
	}
}

/** What fastify itself refuses is answered in the gateway's form; any other error is a bug of the simulator, and gets HTTP 500. */
function addErrorHandler(app: FastifyInstance, simulation: Simulation, visits: WeakMap<IncomingMessage, Visit>): void {
	app.setErrorHandler((error, request, reply) => {
		const visit = visits.get(request.raw);
		const code = isRecord(error) ? String(error.code) : '';
		const text = code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE' ? WORDS.wrongContentType : String(error);
		const answer = writeReply(visit?.endpoint.protocol ?? 'json', { kind: 'error', text }, simulation.gateway.settings);
		const status = code.startsWith('FST_') ? 200 : 500;
		if (visit) Object.assign(visit.entry, { outcome: 'refused', detail: text, status });
		reply.hijack();
		sendReply(reply.raw, { ...answer, status }, true);
	});
}
