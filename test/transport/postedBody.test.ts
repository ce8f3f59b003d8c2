import type { PostedRequest } from '../../nodes/CascadeMessaging/transport/postedBody';
import { readPosted } from '../../nodes/CascadeMessaging/transport/postedBody';

const LARGEST = 256 * 1024;

/** A request whose bytes n8n brings when it is asked. */
function request(bytes: Uint8Array | Error | undefined, headers: Record<string, unknown> = {}): PostedRequest & { times: number } {
	const one: PostedRequest & { times: number } = {
		times: 0,
		headers,
		readRawBody: async () => {
			one.times += 1;
			if (bytes instanceof Error) throw bytes;
			if (bytes !== undefined) one.rawBody = bytes;
		},
	};
	return one;
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

it.each([
	'application/json',
	'Application/JSON; charset=utf-8',
	'application/problem+json',
	'text/json',
	'text/plain',
	'application/x-www-form-urlencoded',
	'application/octet-stream',
	'',
	undefined,
])('reads a body that comes as %j', async (type) => {
	expect(await readPosted(request(utf8('{"a":"Да"}'), { 'content-type': type }))).toEqual({ text: '{"a":"Да"}' });
});

it.each([
	'text/html',
	'text/xml',
	'application/xml',
	'application/soap+xml',
	'multipart/form-data; boundary=json',
	'image/png',
	'json',
	'x application/json',
])('refuses %j without reading it', async (type) => {
	const one = request(utf8('{}'), { 'content-type': type });
	expect(await readPosted(one)).toEqual({
		refusal: { code: 'typeNotSupported', message: 'The body is of a type that is not taken. Post JSON.' },
	});
	expect(one.times).toBe(0);
});

it('reads in the charset that is named', async () => {
	const bytes = Uint8Array.from([0x22, 0xc4, 0xe0, 0x22]);
	expect(await readPosted(request(bytes, { 'content-type': 'application/json; charset=windows-1251' }))).toEqual({ text: '"Да"' });
});

describe('what is too large', () => {
	const refusal = { code: 'bodyTooLarge', message: 'The body is larger than 256 kB.' };

	it('is refused unread where its length is said', async () => {
		const one = request(utf8('{}'), { 'content-length': String(LARGEST + 1) });
		expect(await readPosted(one)).toEqual({ refusal });
		expect(one.times).toBe(0);
	});

	it('is refused once it is there, where its length is not said', async () => {
		expect(await readPosted(request(new Uint8Array(LARGEST + 1)))).toEqual({ refusal });
	});

	it('begins above 256 kB', async () => {
		const bytes = utf8(' '.repeat(LARGEST));
		expect(await readPosted(request(bytes, { 'content-length': String(LARGEST) }))).toEqual({ text: ' '.repeat(LARGEST) });
	});
});

it('takes bytes that n8n has read already', async () => {
	const one = request(new Error('read twice'));
	one.rawBody = utf8('{}');
	expect(await readPosted(one)).toEqual({ text: '{}' });
});

it('says when the body cannot be read', async () => {
	expect(await readPosted(request(new Error('aborted')))).toEqual({
		refusal: { code: 'bodyUnreadable', message: 'The body could not be read.' },
	});
});

it('is empty where there is no body', async () => {
	expect(await readPosted(request(undefined))).toEqual({ text: '' });
	expect(await readPosted({ headers: {} })).toEqual({ text: '' });
});
