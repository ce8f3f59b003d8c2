import { sleep } from 'n8n-workflow';
import type { IHttpRequestOptions } from 'n8n-workflow';

import { isRecord } from '../protocol/guards';
import { CREDENTIAL } from './account';
import type { GatewayContext } from './context';
import { toTransportError, TransportError } from './transportError';

/** A response whose body is still on its way: `read` or `drop` it. */
export interface HttpResponse {
	readonly status: number;
	readonly headers: Readonly<Record<string, unknown>>;
	/** The body, as far as it came. Never throws. */
	readonly read: () => Promise<HttpBody>;
	/** Lets go of the body unread. */
	readonly drop: () => void;
}

/** The text of a body, and why it is not whole. */
export interface HttpBody {
	readonly text: string;
	readonly brokenBy?: TransportError;
}

/**
 * Makes a request by n8n's helper, signed by the credential. Redirects are not followed: they would carry the credentials to
 * another host. The time-out covers the body too, which n8n's own does not. Throws `TransportError` when there is no response.
 */
export async function exchange(
	context: GatewayContext,
	request: Pick<IHttpRequestOptions, 'method' | 'url' | 'headers' | 'body' | 'skipSslCertificateValidation'>,
	timeoutSeconds: number,
): Promise<HttpResponse> {
	const deadline = Date.now() + timeoutSeconds * 1000;
	const options: IHttpRequestOptions = {
		...request,
		timeout: timeoutSeconds * 1000,
		disableFollowRedirect: true,
		ignoreHttpStatusErrors: true,
		returnFullResponse: true,
		encoding: 'stream',
		json: false,
	};
	const response: unknown = await context.helpers.httpRequestWithAuthentication
		.call(context, CREDENTIAL, options)
		.catch((error: unknown) => {
			throw toTransportError(error);
		});
	const { statusCode, headers, body } = isRecord(response) ? response : {};
	return {
		status: Number(statusCode),
		headers: isRecord(headers) ? headers : {},
		read: async () => (isStream(body) ? await readStream(body, deadline) : { text: '' }),
		drop: () => {
			if (isStream(body)) body.destroy();
		},
	};
}

/** A readable stream of bytes, as Node.js has it. */
interface ByteStream extends AsyncIterable<Uint8Array> {
	destroy: (reason?: Error) => void;
}

function isStream(body: unknown): body is ByteStream {
	return typeof body === 'object' && body !== null && Symbol.asyncIterator in body && 'destroy' in body;
}

/** Far above what the largest requests are answered with; n8n's helper knows no limit and would fill the memory. */
const LARGEST_BODY = 64 * 1024 * 1024;

async function readStream(stream: ByteStream, deadline: number): Promise<HttpBody> {
	const chunks: Uint8Array[] = [];
	const clock = new AbortController();
	const timeIsUp = Object.assign(new Error('timed out'), { code: 'ETIMEDOUT' });
	sleep(Math.max(deadline - Date.now(), 1), clock.signal).then(() => stream.destroy(timeIsUp), () => undefined);
	try {
		let size = 0;
		for await (const chunk of stream) {
			size += chunk.length;
			if (size > LARGEST_BODY) throw tooLarge();
			chunks.push(chunk);
		}
		return { text: textOf(chunks) };
	} catch (error) {
		const brokenBy = error instanceof TransportError ? error : toTransportError(error);
		return { text: brokenBy.code === 'answerTooLarge' ? '' : textOf(chunks), brokenBy };
	} finally {
		clock.abort();
	}
}

function textOf(chunks: readonly Uint8Array[]): string {
	const decoder = new TextDecoder();
	return chunks.map((chunk) => decoder.decode(chunk, { stream: true })).join('') + decoder.decode();
}

function tooLarge(): TransportError {
	const message = `The gateway answered with more than ${LARGEST_BODY / 1024 / 1024} MB, which was not read. Put fewer recipients into a request, or ask your operator.`;
	return new TransportError('answerTooLarge', message, { mayHaveArrived: true, isPassing: false });
}
