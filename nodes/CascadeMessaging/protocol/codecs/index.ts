import type { ChannelTable } from '../channels';
import { CHANNELS } from '../channels';
import type { Codec } from './codec';
import { getCodec } from './get';
import { jsonCodec } from './json';
import { xmlCodec } from './xml';

export type { Codec, GatewayRequest, Known, Limits } from './codec';

const MAKERS = { json: jsonCodec, xml: xmlCodec, get: getCodec } satisfies Readonly<Record<string, (channels: ChannelTable) => Codec>>;

/** The protocols by the name used in the interface and the output. */
export type ProtocolName = keyof typeof MAKERS;

/** The gateway's three protocols (docs/protocol.md sections 2–4), for these channels. */
export function createCodecs(channels: ChannelTable): Readonly<Record<ProtocolName, Codec>> {
	return { json: MAKERS.json(channels), xml: MAKERS.xml(channels), get: MAKERS.get(channels) };
}

/** The protocols with the package's own channels. */
export const PROTOCOLS = createCodecs(CHANNELS);
