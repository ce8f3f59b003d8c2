import type { FastifyInstance } from 'fastify';

import { checkOrder } from '../faults/checkOrder';
import { doDeed, messageFor, readEngagement } from '../gateway/deeds';
import { readReplyUrl } from '../gateway/replies';
import { isRecord } from '../isRecord';
import { readSpeed } from '../options';
import { describeAccount, describeMessage, describeState } from './describe';
import type { Simulation } from './simulation';

const MOST_AT_ONCE = 1000;

/** Adds the control endpoint, `/_control/…`; all bodies and answers are JSON. What makes no sense gets HTTP 400. */
export function addControlRoutes(app: FastifyInstance, simulation: Simulation): void {
	app.setErrorHandler((error, _, reply) => {
		const message = error instanceof Error ? error.message : String(error);
		const isSendersFault = error instanceof TypeError || (isRecord(error) && error.statusCode === 400);
		return reply.code(isSendersFault ? 400 : 500).send({ error: message });
	});
	app.get('/_control/state', () => describeState(simulation));
	app.get('/_control/messages', (request) =>
		newest(simulation.gateway.store.all, request.query).map((one) => describeMessage(one, simulation.gateway)),
	);
	app.get('/_control/requests', (request) => newest(simulation.log.all, request.query));
	app.post('/_control/reset', () => {
		simulation.reset();
		return describeState(simulation);
	});
	addFaultRoutes(app, simulation);
	addSubscriberRoutes(app, simulation);
	addWorldRoutes(app, simulation);
}

function addFaultRoutes(app: FastifyInstance, { faults }: Simulation): void {
	app.post('/_control/faults', (request) => {
		const order = checkOrder(request.body);
		if (order.fault === 'refuse' && order.seconds === 0) {
			throw new TypeError('Over HTTP "refuse" needs "seconds" above 0, or nobody could switch it off.');
		}
		return { id: faults.set(order) };
	});
	app.get('/_control/faults', () => faults.list().map(({ id, order, seen, hits }) => ({ id, ...order, seen, hits })));
	app.delete('/_control/faults', () => {
		faults.clear();
		return { cleared: true };
	});
	app.delete<{ Params: { id: string } }>('/_control/faults/:id', (request) => {
		faults.clear(request.params.id);
		return { cleared: true };
	});
}

function addSubscriberRoutes(app: FastifyInstance, simulation: Simulation): void {
	const { gateway, postman } = simulation;
	app.post<{ Params: { id: string } }>('/_control/messages/:id/deeds', (request) => {
		doDeed(gateway, request.params.id, readEngagement(isRecord(request.body) ? request.body.deed : undefined));
		simulation.changed();
		return { done: true };
	});
	app.post<{ Params: { id: string } }>('/_control/messages/:id/replies', async (request) => {
		const text = isRecord(request.body) ? request.body.text : undefined;
		if (typeof text !== 'string' || text.trim() === '') throw new TypeError('"text" must say something.');
		const message = messageFor(gateway, request.params.id, 'reply');
		await postman.write(message, text);
		return { posted: message.replies?.at(-1)?.posted };
	});
	app.put('/_control/reply-url', (request) => {
		gateway.replyUrl = readReplyUrl(isRecord(request.body) ? request.body.url : undefined);
		return { set: gateway.replyUrl !== '' };
	});
}

function addWorldRoutes(app: FastifyInstance, simulation: Simulation): void {
	const { clock, scenario } = simulation.gateway;
	app.post('/_control/clock', (request) => {
		const body = isRecord(request.body) ? request.body : {};
		if (body.speed !== undefined) clock.setSpeed(readSpeed(body.speed));
		if (typeof body.advanceSeconds === 'number') clock.advance(body.advanceSeconds * 1000);
		simulation.changed();
		return { speed: clock.speed, now: new Date(clock.now()).toISOString() };
	});
	app.post('/_control/top-up', () => {
		const started = simulation.gateway.store.topUp(clock.now());
		simulation.changed();
		return { started };
	});
	app.put('/_control/account', (request) => {
		simulation.gateway.changeAccount(request.body);
		simulation.changed();
		return describeAccount(simulation.gateway);
	});
	app.put('/_control/scenario', (request) => {
		scenario.set(request.body);
		return { rows: scenario.rows };
	});
}

/** The newest entries, as many as `?limit=` says (100), oldest first. */
function newest<T>(all: readonly T[], query: unknown): readonly T[] {
	const limit = isRecord(query) ? Number(query.limit ?? 100) : 100;
	const count = Number.isFinite(limit) ? Math.min(Math.max(1, limit), MOST_AT_ONCE) : 100;
	return all.slice(-count);
}
