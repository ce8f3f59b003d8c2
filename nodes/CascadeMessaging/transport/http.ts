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
	const closing = new AbortController();
	const options: IHttpRequestOptions = {
		...request,
		timeout: timeoutSeconds * 1000,
		abortSignal: closing.signal,
		disableFollowRedirect: true,
		ignoreHttpStatusErrors: true,
		returnFullResponse: true,
		encoding: 'stream',
		json: false,
	};
	const response: unknown = await context.helpers.httpRequestWithAuthentication
		.call(withSignal(context, closing.signal), CREDENTIAL, options)
		.catch((error: unknown) => {
			throw toTransportError(error);
		});
	const { statusCode, headers, body } = isRecord(response) ? response : {};
	const read = async (end: number): Promise<HttpBody> => {
		const text = isStream(body) ? await readStream(body, end) : { text: '' };
		closing.abort();
		return text;
	};
	return {
		status: Number(statusCode),
		headers: isRecord(headers) ? headers : {},
		read: async () => await read(deadline),
		// The connection of a body that is let go of unread would stay open.
		drop: () => void read(Math.min(deadline, Date.now() + LONGEST_DROP)),
	};
}

const LONGEST_DROP = 5000;

/** In a run, n8n puts the signal of its Stop button in place of the one in the options: this gives it both in one. */
function withSignal(context: GatewayContext, signal: AbortSignal): GatewayContext {
	const stop = 'getExecutionCancelSignal' in context ? context.getExecutionCancelSignal() : undefined;
	if (stop === undefined) return context;
	const either = AbortSignal.any([stop, signal]);
	return Object.create(context, { getExecutionCancelSignal: { value: () => either } }) as GatewayContext;
}

/** A readable stream of bytes, as Node.js has it. */
interface ByteStream extends AsyncIterable<Uint8Array> {
	destroy: (reason?: Error) => void;
}

function isStream(body: unknown): body is ByteStream {
	return typeof body === 'object' && body !== null && Symbol.asyncIterator in body && 'destroy' in body;
}

/** Far above what large requests are answered with; n8n's helper knows no limit and would fill the memory. */
const LARGEST_BODY = 16 * 1024 * 1024;

/** Never waits past the deadline: n8n's stream may wait for its next bytes even when it is destroyed. */
async function readStream(stream: ByteStream, deadline: number): Promise<HttpBody> {
	const chunks: Uint8Array[] = [];
	const clock = new AbortController();
	const timeIsUp = sleep(Math.max(deadline - Date.now(), 1), clock.signal).then(() => Promise.reject(toTransportError(TIME_IS_UP)));
	timeIsUp.catch(() => undefined);
	const reader = stream[Symbol.asyncIterator]();
	try {
		let size = 0;
		for (;;) {
			const next = await Promise.race([reader.next(), timeIsUp]);
			if (next.done === true) break;
			size += next.value.length;
			if (size > LARGEST_BODY) throw tooLarge();
			chunks.push(next.value);
		}
		return { text: textOf(chunks) };
	} catch (error) {
		const brokenBy = error instanceof TransportError ? error : toTransportError(error);
		return { text: textOf(chunks), brokenBy };
	} finally {
		clock.abort();
		stream.destroy();
	}
}

const TIME_IS_UP = Object.assign(new Error('Time is up'), { code: 'ETIMEDOUT' });

function textOf(chunks: readonly Uint8Array[]): string {
	const decoder = new TextDecoder();
	return chunks.map((chunk) => decoder.decode(chunk, { stream: true })).join('') + decoder.decode();
}

function tooLarge(): TransportError {
	const message = `The gateway answered with more than ${LARGEST_BODY / 1024 / 1024} MB, more than is read. Put fewer recipients into a request, or ask your operator.`;
	return new TransportError('answerTooLarge', message, { mayHaveArrived: true, isPassing: false });
}
