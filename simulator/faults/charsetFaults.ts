import type { WireReply } from '../protocols/wire';
import type { FaultRow } from './faultRow';

const CHARSET = 'windows-1251';
const DECLARED = /encoding="[^"]*"/;

/** Faults of the charset: the document in windows-1251, and what the answer says of it. The messages are taken on. */
export const charsetFaults: readonly FaultRow[] = [
	encoded('windows-1251-header', 'the document in windows-1251, as its header says', (reply, text) => ({
		text: text.replace(DECLARED, ''),
		contentType: `${mediaTypeOf(reply)}; charset=${CHARSET}`,
	})),
	encoded(
		'windows-1251-declared',
		'XML: the document in windows-1251, as its declaration alone says; others: as the header says',
		(reply, text) => ({
			text: text.replace(DECLARED, `encoding="${CHARSET}"`),
			contentType: DECLARED.test(text) ? mediaTypeOf(reply) : `${mediaTypeOf(reply)}; charset=${CHARSET}`,
		}),
	),
	encoded('windows-1251-silent', 'the document in windows-1251, and nothing says so', (reply, text) => ({
		text: text.replace(DECLARED, ''),
		contentType: mediaTypeOf(reply),
	})),
];

function encoded(name: string, about: string, change: (reply: WireReply, text: string) => { text: string; contentType: string }): FaultRow {
	const alter = (reply: WireReply): WireReply => {
		const { text, contentType } = change(reply, reply.body.toString());
		return { ...reply, headers: { ...reply.headers, 'content-type': contentType }, body: encode(text) };
	};
	return { name, about, accepted: 'always', stage: 'reply', alter };
}

function mediaTypeOf({ headers }: WireReply): string {
	return (headers['content-type'] ?? '').split(';')[0] ?? '';
}

/** Each character of the charset with its byte. */
const BYTES = new Map(Array.from({ length: 256 }, (_, byte) => [new TextDecoder(CHARSET).decode(Uint8Array.of(byte)), byte] as const));

function encode(text: string): Buffer {
	return Buffer.from(Array.from(text, (character) => BYTES.get(character) ?? 0x3f));
}
