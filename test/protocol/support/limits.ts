import type { Codec, Limits } from '../../../nodes/CascadeMessaging/protocol/codecs';

/** The limits of a protocol for an account that adds so many characters to a URL: host, path and credentials. */
export const limitsWith = (codec: Codec, overhead = 0): Limits => codec.limitsFor({ urlOverhead: () => overhead });
