import type { Endpoint } from '../protocols/endpoints';
import type { Operation } from '../protocols/openedRequest';

/** What a request is for, as far as its address tells; null for JSON, where only the body does. */
export function operationByAddress(endpoint: Endpoint, query: string): Operation | null {
	if (endpoint.protocol !== 'get') return endpoint.operation;
	return /(^|&)id_message=/.test(query) ? 'state' : 'send';
}

/** What a JSON body asks for, guessed without parsing it; anything that does not ask for states counts as sending. */
export function guessOperation(body: Buffer): Operation {
	const text = body.toString();
	return /"state"\s*:/.test(text) && !/"message"\s*:/.test(text) ? 'state' : 'send';
}
