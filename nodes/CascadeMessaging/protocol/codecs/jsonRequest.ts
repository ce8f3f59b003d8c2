import type { GatewayRequest } from './codec';

/** The request that posts a JSON document to a path of the gateway (docs/protocol.md sections 2 and 8). */
export function postJson(path: string, document: object): GatewayRequest {
	return { method: 'POST', path, contentType: 'application/json; charset=utf-8', body: JSON.stringify(document) };
}
