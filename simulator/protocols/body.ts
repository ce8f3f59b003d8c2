import { isUtf8 } from 'node:buffer';

import { refuse, WORDS } from '../gateway/refusal';

/**
 * Reads a body strictly: the Content-Type the manual asks for, then UTF-8 (PROTOCOL sections 2 and 3). A byte-order
 * mark stays: the parser refuses it.
 * @param expected media type, for instance `application/json`
 * @throws {Refusal} when it has another Content-Type, or is no UTF-8
 */
export function readBody(body: Buffer, contentType: string | undefined, expected: string): string {
	const [type, ...parameters] = (contentType ?? '')
		.toLowerCase()
		.split(';')
		.map((part) => part.trim());
	if (type !== expected || parameters.join() !== 'charset=utf-8') refuse(WORDS.wrongContentType);
	if (!isUtf8(body)) refuse(WORDS.notUtf8);
	return body.toString('utf8');
}
