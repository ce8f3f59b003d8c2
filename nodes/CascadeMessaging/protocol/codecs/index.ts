import type { Codec } from './codec';
import { getCodec } from './get';
import { jsonCodec } from './json';
import { xmlCodec } from './xml';

export type { Codec, GatewayRequest, Known, Limits } from './codec';

/** The protocols by the name used in the interface and the output. */
export type ProtocolName = 'json' | 'xml' | 'get';

/** The gateway's three protocols (docs/protocol.md sections 2–4). */
export const PROTOCOLS: Readonly<Record<ProtocolName, Codec>> = { json: jsonCodec, xml: xmlCodec, get: getCodec };

/** Says whether a value is the name of a protocol. */
export function isProtocolName(value: unknown): value is ProtocolName {
	return typeof value === 'string' && Object.hasOwn(PROTOCOLS, value);
}
