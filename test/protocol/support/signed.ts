import type { GatewayRequest } from '../../../nodes/CascadeMessaging/protocol/codecs';
import type { Proof, Signable } from '../../../nodes/CascadeMessaging/protocol/signing';
import { sign } from '../../../nodes/CascadeMessaging/protocol/signing';

/** Where the gateway of these tests would be. */
export const BASE_URL = 'https://gateway.example.com';

/** A request as it would go out, with the proof put in. */
export function signed(request: GatewayRequest, proof: Proof): Signable {
	const url = `${BASE_URL}${request.path}`;
	return request.method === 'GET'
		? sign({ url: `${url}?${request.query}`, headers: {} }, proof)
		: sign({ url, headers: {}, body: request.body }, proof);
}
