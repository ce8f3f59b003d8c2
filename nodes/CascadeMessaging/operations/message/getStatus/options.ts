import type { ProtocolName } from '../../../protocol';
import { optionsOf } from '../../shared/options/collection';
import { protocolField, readProtocol } from '../../shared/options/protocol';
import { readRetries, retriesField } from '../../shared/options/retries';
import { readTimeout, timeoutField } from '../../shared/options/timeout';
import type { Values } from '../../shared/values';
import { readRecipientsPerRequest, recipientsPerRequestField } from '../recipientsPerRequest';

/** The options of Get Status, which few users need. */
export const optionsField = optionsOf([
	{
		...recipientsPerRequestField,
		displayName: 'Messages per Request',
		description: 'The most messages to ask about in one request. Taken from the first item.',
	},
	protocolField,
	retriesField,
	timeoutField,
]);

/** How a run of Get Status asks. */
interface StatusSettings {
	readonly protocol: ProtocolName;
	readonly idsPerRequest: number;
	readonly timeoutSeconds: number;
	readonly retries: number;
}

/**
 * The settings of a run, from the Options of the first item.
 *
 * @throws {ItemError} `valueNotReadable` when one of them cannot be read.
 */
export function readSettings(options: Values): StatusSettings {
	return {
		protocol: readProtocol(options),
		idsPerRequest: readRecipientsPerRequest(options),
		timeoutSeconds: readTimeout(options),
		retries: readRetries(options),
	};
}
