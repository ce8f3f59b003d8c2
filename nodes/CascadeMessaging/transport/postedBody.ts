import { scalarText } from '../protocol';
import { decodeBody } from './charset';

/** Far above the longest text of a messenger in the longest spelling of JSON, in bytes. */
const LARGEST = 256 * 1024;

/** The stable codes of a body that is not read. */
export type BodyRefusalCode = 'bodyTooLarge' | 'typeNotSupported' | 'bodyUnreadable';

/** Why a body is not read, in words for whoever posted it. */
export interface BodyRefusal {
	readonly code: BodyRefusalCode;
	readonly message: string;
}

/** A request that n8n has taken, as far as this needs it: `readRawBody` brings the bytes, unpacked, into `rawBody`. */
export interface PostedRequest {
	readonly headers: Readonly<Record<string, unknown>>;
	readonly readRawBody?: () => Promise<void>;
	rawBody?: Uint8Array;
}

/** What JSON comes as: some programs post it as the form that their library takes every body for, or call it nothing. */
const TYPES = /^(?:application\/(?:json|[\w.+-]+\+json|x-www-form-urlencoded|octet-stream)|text\/(?:json|plain))?$/i;

/** Reads the body of a request, in its charset, when it may be JSON and is not too large. Never throws. */
export async function readPosted(request: PostedRequest): Promise<{ readonly text: string } | { readonly refusal: BodyRefusal }> {
	const { headers } = request;
	const type = scalarText(headers['content-type']) ?? '';
	if (!TYPES.test((type.split(';')[0] ?? '').trim()))
		return refused('typeNotSupported', 'The body is of a type that is not taken. Post JSON.');
	if (Number(headers['content-length'] ?? 0) > LARGEST) return tooLarge();
	const bytes = await bytesOf(request).catch(() => undefined);
	if (bytes === undefined) return refused('bodyUnreadable', 'The body could not be read.');
	return bytes.length > LARGEST ? tooLarge() : { text: decodeBody([bytes], type) };
}

async function bytesOf(request: PostedRequest): Promise<Uint8Array> {
	if (request.rawBody === undefined) await request.readRawBody?.();
	return request.rawBody ?? new Uint8Array();
}

function tooLarge(): { refusal: BodyRefusal } {
	return refused('bodyTooLarge', `The body is larger than ${LARGEST / 1024} kB.`);
}

function refused(code: BodyRefusalCode, message: string): { refusal: BodyRefusal } {
	return { refusal: { code, message } };
}
