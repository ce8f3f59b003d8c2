import type { GatewayRequest } from '../../../nodes/CascadeMessaging/protocol/codecs';

/** The query of a GET request. */
export function queryOf(request: GatewayRequest): string {
	if (request.method === 'GET') return request.query;
	throw new Error('No GET request');
}
