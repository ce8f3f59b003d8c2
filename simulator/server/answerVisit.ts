import { gunzipSync } from 'node:zlib';

import type { FastifyReply, FastifyRequest } from 'fastify';

import { type ActiveFault, isAccepting } from '../faults/board';
import type { Answer } from '../gateway/answer';
import { sendReply } from '../protocols/sendReply';
import { serve } from '../protocols/serve';
import { type WireReply, type WireRequest, writeReply } from '../protocols/wire';
import { guessOperation } from './operation';
import type { Simulation } from './simulation';
import { noteFault, strikesOnArrival, type Visit } from './visit';

/** Answers a request that was read to its end: by the gateway, by a fault in its place, or by the gateway with a fault in its answer. */
export function answerVisit(simulation: Simulation, visit: Visit, request: FastifyRequest, reply: FastifyReply): void {
	const wire = toWire(simulation, request);
	visit.entry.body = simulation.redact(wire.body.toString());
	if (visit.fault === 'undecided') {
		visit.fault = simulation.faults.strike(visit.endpoint.protocol, guessOperation(wire.body));
	}
	if (strikesOnArrival(visit, request.raw)) {
		reply.hijack();
		return;
	}
	const fault = typeof visit.fault === 'object' ? visit.fault : undefined;
	const answer = makeReply(simulation, visit, wire, fault);
	reply.raw.once('finish', () => {
		visit.entry.status = reply.raw.statusCode;
		visit.entry.answer = simulation.redact(textOf(answer));
		visit.entry.milliseconds = performance.now() - visit.started;
	});
	reply.hijack();
	const isLast = simulation.faults.shutBeforeAnswer();
	if (fault?.row.stage === 'delivery') {
		const part = fault.row.deliver(reply.raw, answer, fault.order);
		visit.entry.answer = simulation.redact(part?.toString() ?? '');
	} else sendReply(reply.raw, answer, isLast);
	simulation.changed();
}

function textOf({ headers, body }: WireReply): string {
	return (headers['content-encoding'] === 'gzip' ? gunzipSync(body) : body).toString();
}

function toWire({ scheme }: Simulation, { raw, body }: FastifyRequest): WireRequest {
	const { method = '', url: target = '', headers } = raw;
	return {
		method,
		target,
		url: `${scheme}://${headers.host ?? ''}${target}`,
		headers,
		body: Buffer.isBuffer(body) ? body : Buffer.alloc(0),
	};
}

function makeReply(simulation: Simulation, visit: Visit, wire: WireRequest, fault: ActiveFault | undefined): WireReply {
	const { protocol } = visit.endpoint;
	const write = (answer: Answer) => writeReply(protocol, answer, simulation.gateway.settings);
	const right = !fault || isAccepting(fault) ? ask(simulation, visit, wire) : ({ kind: 'error', text: '' } as const);
	if (fault) noteFault(visit.entry, fault);
	if (fault?.row.stage === 'answer') return write(fault.row.alter(right));
	if (fault?.row.stage === 'reply') {
		return fault.row.alter(write(right), { protocol, order: fault.order, request: wire, answer: right, write });
	}
	return write(right);
}

function ask(simulation: Simulation, { endpoint, entry }: Visit, wire: WireRequest): Answer {
	const { answer, ...learnt } = serve(simulation.gateway, endpoint, wire, entry.number);
	Object.assign(entry, learnt);
	entry.outcome = answer.kind === 'error' ? 'refused' : 'answered';
	entry.detail = answer.kind === 'error' ? answer.text : null;
	return answer;
}
