import type { IncomingMessage, ServerResponse } from 'node:http';

import type { ActiveFault } from '../faults/board';
import type { Endpoint } from '../protocols/endpoints';
import { operationByAddress } from './operation';
import type { RequestEntry } from './requestLog';
import type { Simulation } from './simulation';

/** What is remembered between a request's headers and its answer. */
export interface Visit {
	readonly entry: RequestEntry;
	readonly endpoint: Endpoint;
	/** Real time of arrival, milliseconds of `performance.now`. */
	readonly started: number;
	/** Undecided until the body is read, if a fault depends on the operation and only the body tells it. */
	fault: ActiveFault | undefined | 'undecided';
}

/** Logs a request whose headers have come, and decides which fault strikes it unless that takes the body. */
export function arrive(simulation: Simulation, endpoint: Endpoint, raw: IncomingMessage, response: ServerResponse): Visit {
	const { method = '', url = '' } = raw;
	const [path = '', query = ''] = url.split(/\?(.*)/s);
	const operation = operationByAddress(endpoint, query);
	const { protocol } = endpoint;
	const atOnce = simulation.underWay.begin(path, response);
	const entry = simulation.log.open({ method, path, query: simulation.redact(query), protocol, operation, atOnce });
	const isOpen = operation === null && simulation.faults.needsOperation(protocol);
	const fault = isOpen ? 'undecided' : simulation.faults.strike(protocol, operation);
	return { entry, endpoint, started: performance.now(), fault };
}

/** Lets the fault strike if it is one that does not wait for the body. @returns whether one did */
export function strikesOnArrival({ entry, fault }: Visit, raw: IncomingMessage): boolean {
	if (typeof fault !== 'object' || fault.row.stage !== 'arrival') return false;
	noteFault(entry, fault);
	fault.row.strike(raw);
	return true;
}

/** Writes into the log that a fault struck. */
export function noteFault(entry: RequestEntry, { row }: ActiveFault): void {
	entry.outcome = 'fault';
	entry.detail = row.name;
}
