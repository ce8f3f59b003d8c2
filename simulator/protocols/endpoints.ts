import type { ProtocolName } from '../gateway/message';
import type { Operation } from './openedRequest';

/** One address of the gateway. */
export interface Endpoint {
	readonly path: string;
	readonly method: 'GET' | 'POST';
	readonly protocol: ProtocolName;
	/** What it is for; null where only the request tells. */
	readonly operation: Operation | null;
}

/** All addresses (PROTOCOL sections 2–4 and 8). */
export const ENDPOINTS: readonly Endpoint[] = [
	{ path: '/sendmessagejson.php', method: 'POST', protocol: 'json', operation: null },
	{ path: '/xml/message.php', method: 'POST', protocol: 'xml', operation: 'send' },
	{ path: '/xml/state_message.php', method: 'POST', protocol: 'xml', operation: 'state' },
	{ path: '/sendmessage.php', method: 'GET', protocol: 'get', operation: null },
	{ path: '/sendsmsjson.php', method: 'POST', protocol: 'json', operation: 'account' },
];
