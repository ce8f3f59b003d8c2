import { gzipSync } from 'node:zlib';

import { isRecord } from '../isRecord';
import { changedBytes } from './altered';
import type { FaultRow } from './faultRow';

const BYTE_ORDER_MARK = Buffer.from([0xef, 0xbb, 0xbf]);
const NO_UTF8 = Buffer.from([0xc3, 0x28, 0xff]);

/** Faults that keep the answer and change its bytes. The messages are taken on. */
export const byteFaults: readonly FaultRow[] = [
	changedBytes('cut', 'the document ends after a fraction (0.5) of it; the HTTP answer is whole', (body, { order }) =>
		body.subarray(0, Math.floor(body.length * (order.fraction ?? 0.5))),
	),
	changedBytes('invalid-utf8', 'bytes that are no UTF-8 inside the last value', (body) => {
		const quote = body.lastIndexOf('"');
		const at = quote === -1 ? Math.max(body.length - 1, 0) : quote;
		return Buffer.concat([body.subarray(0, at), NO_UTF8, body.subarray(at)]);
	}),
	changedBytes('byte-order-mark', 'a UTF-8 byte-order mark before the document', (body) => Buffer.concat([BYTE_ORDER_MARK, body])),
	changedBytes('single-objects', 'JSON: one object instead of every list of one', (body, { protocol }) =>
		protocol === 'json' ? Buffer.from(JSON.stringify(unwrap(JSON.parse(body.toString())))) : body,
	),
	{
		name: 'gzip',
		about: 'the document compressed, with Content-Encoding: gzip',
		accepted: 'always',
		stage: 'reply',
		alter: (reply) => ({
			...reply,
			headers: { ...reply.headers, 'content-encoding': 'gzip' },
			body: gzipSync(reply.body),
		}),
	},
];

function unwrap(value: unknown): unknown {
	if (Array.isArray(value)) return value.length === 1 ? unwrap(value[0]) : value.map(unwrap);
	if (!isRecord(value)) return value;
	return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, unwrap(one)]));
}
