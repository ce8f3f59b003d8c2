import type { INodeProperties } from 'n8n-workflow';

import type { ProtocolName } from '../../../protocol';
import { PROTOCOLS } from '../../../protocol';
import { toChoice } from '../settings';
import type { Values } from '../values';

/** Option: the protocol in which to talk to the gateway. */
export const protocolField: INodeProperties = {
	displayName: 'Protocol',
	name: 'protocol',
	type: 'options',
	noDataExpression: true,
	options: Object.entries(PROTOCOLS).map(([value, { title, summary }]) => ({ name: title, value, description: summary })),
	default: 'json',
	description: 'The way to talk to the gateway. Change it only if your operator asks you to.',
};

/**
 * The protocol among a run's options.
 *
 * @throws {ItemError} `valueNotReadable` when there is no such protocol.
 */
export function readProtocol({ protocol }: Values): ProtocolName {
	const choices = Object.keys(PROTOCOLS) as ProtocolName[];
	return toChoice(protocol, { field: protocolField.displayName, choices, byDefault: 'json' });
}
