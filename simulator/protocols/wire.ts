import type { IncomingHttpHeaders } from 'node:http';

import type { Answer } from '../gateway/answer';
import type { GatewaySettings } from '../gateway/gateway';
import type { ProtocolName } from '../gateway/message';
import { writeText } from './getAnswer';
import { writeJson } from './jsonAnswer';
import { writeXml } from './xmlAnswer';

/** A request as it came over the wire. */
export interface WireRequest {
	readonly method: string;
	/** Path and query. */
	readonly target: string;
	/** The whole address, as the sender wrote it. */
	readonly url: string;
	readonly headers: IncomingHttpHeaders;
	readonly body: Buffer;
}

/** An answer as it goes over the wire. */
export interface WireReply {
	readonly status: number;
	readonly headers: Readonly<Record<string, string>>;
	readonly body: Buffer;
}

const CONTENT_TYPES: Readonly<Record<ProtocolName, string>> = {
	json: 'application/json; charset=utf-8',
	xml: 'text/xml; charset=utf-8',
	get: 'text/plain; charset=utf-8',
};

/** Writes an answer in a protocol's form; always with HTTP 200, refusals included (PROTOCOL section 2). */
export function writeReply(protocol: ProtocolName, answer: Answer, settings: GatewaySettings): WireReply {
	return textReply(200, CONTENT_TYPES[protocol], writeDocument(protocol, answer, settings));
}

/** A reply with this status, media type and text. */
export function textReply(status: number, contentType: string, text: string): WireReply {
	return { status, headers: { 'content-type': contentType }, body: Buffer.from(text) };
}

function writeDocument(protocol: ProtocolName, answer: Answer, settings: GatewaySettings): string {
	if (answer.kind === 'account') return JSON.stringify(answer.document);
	switch (protocol) {
		case 'json':
			return writeJson(answer);
		case 'xml':
			return writeXml(answer, settings.xmlCountMessage);
		case 'get':
			return writeText(answer);
	}
}
