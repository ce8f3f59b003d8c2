import { sleep } from 'n8n-workflow';

import { decodeBody } from './charset';
import { brokenAnswer } from './networkTrouble';
import { TransportError } from './transportError';

/** The text of a body as far as it came, and why it is not whole. */
export interface HttpBody {
	readonly text: string;
	/** Whether its end is missing. */
	readonly isCut: boolean;
	/** Why it cannot be relied on: a connection that broke off, or the HTTP status it came with. */
	readonly brokenBy?: TransportError;
}

/** How much of a body is read, and when reading ends, in milliseconds since 1970. */
export interface ReadLimits {
	readonly deadline: number;
	readonly largest: number;
}

/** A readable stream of bytes, as Node.js has it. */
interface ByteStream extends AsyncIterable<Uint8Array> {
	destroy: (reason?: Error) => void;
}

/** Says whether a body is a stream that can be read. */
export function isStream(body: unknown): body is ByteStream {
	return typeof body === 'object' && body !== null && Symbol.asyncIterator in body && 'destroy' in body;
}

/** Reads a body in its charset, which `contentType` may name, as far as it comes within the limits. Never throws. */
export async function readBody(stream: ByteStream, contentType: unknown, limits: ReadLimits): Promise<HttpBody> {
	const chunks: Uint8Array[] = [];
	const brokenBy = await collect(stream, chunks, limits);
	const text = decodeBody(chunks, contentType);
	return brokenBy === undefined ? { text, isCut: false } : { text, isCut: true, brokenBy };
}

/**
 * Collects what a stream brings; returns why that is not all, if anything is missing. It never waits past the deadline: n8n's stream may
 * wait for its next bytes even when it is destroyed.
 */
async function collect(stream: ByteStream, chunks: Uint8Array[], { deadline, largest }: ReadLimits): Promise<TransportError | undefined> {
	const clock = new AbortController();
	const timeIsUp = sleep(Math.max(deadline - Date.now(), 1), clock.signal).then(() => Promise.reject(brokenAnswer(TIME_IS_UP)));
	timeIsUp.catch(() => undefined);
	const reader = stream[Symbol.asyncIterator]();
	try {
		let size = 0;
		for (;;) {
			const next = await Promise.race([reader.next(), timeIsUp]);
			if (next.done === true) return undefined;
			size += next.value.length;
			if (size > largest) return tooLarge(largest);
			chunks.push(next.value);
		}
	} catch (error) {
		return error instanceof TransportError ? error : brokenAnswer(error);
	} finally {
		clock.abort();
		stream.destroy();
	}
}

const TIME_IS_UP = { code: 'ETIMEDOUT' };

function tooLarge(largest: number): TransportError {
	const message = `The gateway answered with more than ${largest / 1024 / 1024} MB, more than is read. Put fewer recipients into a request, or ask your operator.`;
	return new TransportError('answerTooLarge', message, { mayHaveArrived: true, isPassing: false });
}
