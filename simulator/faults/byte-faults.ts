import { gzipSync } from 'node:zlib';
import { isRecord } from '../is-record';
import type { WireReply } from '../protocols/wire';
import type { FaultRow } from './fault-row';

const PHP_WARNINGS =
	'<br />\n<b>Warning</b>:  Undefined index: phone in <b>/var/www/html/send.php</b> on line <b>42</b><br />\n' +
	'<br />\n<b>Notice</b>:  Trying to access array offset on value of type null in <b>/var/www/html/send.php</b> on line <b>57</b><br />\n';
const BYTE_ORDER_MARK = Buffer.from([0xef, 0xbb, 0xbf]);
const NO_UTF8 = Buffer.from([0xc3, 0x28, 0xff]);

/** Faults that keep the answer and change its bytes. The messages are taken on. */
export const byteFaults: readonly FaultRow[] = [
	changed('cut', 'the document ends after a fraction (0.5) of it; the HTTP answer is whole', (body, { order }) =>
		body.subarray(0, Math.floor(body.length * (order.fraction ?? 0.5))),
	),
	changed('invalid-utf8', 'bytes that are no UTF-8 inside the last value', (body) => {
		const quote = body.lastIndexOf('"');
		const at = quote === -1 ? Math.max(body.length - 1, 0) : quote;
		return Buffer.concat([body.subarray(0, at), NO_UTF8, body.subarray(at)]);
	}),
	changed('byte-order-mark', 'a UTF-8 byte-order mark before the document', (body) => Buffer.concat([BYTE_ORDER_MARK, body])),
	changed('php-warnings', 'PHP warnings in HTML before the document', (body) =>
		Buffer.concat([Buffer.from(PHP_WARNINGS), body]),
	),
	changed('single-objects', 'JSON: one object instead of every list of one', (body, { protocol }) =>
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

type Alter = Extract<FaultRow, { stage: 'reply' }>['alter'];

function changed(
	name: string,
	about: string,
	change: (body: Buffer, context: Parameters<Alter>[1]) => Buffer,
): FaultRow {
	const alter = (reply: WireReply, context: Parameters<Alter>[1]) => ({ ...reply, body: change(reply.body, context) });
	return { name, about, accepted: 'always', stage: 'reply', alter };
}

function unwrap(value: unknown): unknown {
	if (Array.isArray(value)) return value.length === 1 ? unwrap(value[0]) : value.map(unwrap);
	if (!isRecord(value)) return value;
	return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, unwrap(one)]));
}
