import type { IHttpRequestOptions } from 'n8n-workflow';

import type { GatewayContext } from './context';
import { CREDENTIAL } from './context';
import { EVERY_STATUS, readReturned, readThrown } from './helperAnswer';
import type { HttpBody, ReadLimits } from './readBody';
import { isStream, readBody } from './readBody';
import type { AnswerHead } from './statusTrouble';

/** A response whose body is still on its way: `read` or `drop` it. */
export interface HttpResponse extends AnswerHead {
	/** The body, as far as it came within the limits. Never throws. */
	readonly read: (limits?: Partial<ReadLimits>) => Promise<HttpBody>;
	/** Discards the body. */
	readonly drop: () => void;
}

/**
 * Makes a request by n8n's helper, signed by the credential. Redirects are not followed: they would carry the credentials to
 * another host. The time-out covers the body too, which n8n's own does not.
 * @throws TransportError (`NetworkTroubleCode`) when there is no response.
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
		ignoreHttpStatusErrors: EVERY_STATUS,
		returnFullResponse: true,
		encoding: 'stream',
		json: false,
	};
	const { body, close, ...head } = await context.helpers.httpRequestWithAuthentication
		.call(withSignal(context, closing.signal), CREDENTIAL, options)
		.then(readReturned, readThrown);
	const read = async (limits: Partial<ReadLimits> = {}): Promise<HttpBody> => {
		const end = Math.min(deadline, limits.deadline ?? Infinity);
		const { largest = LARGEST_BODY } = limits;
		const answer = isStream(body)
			? await readBody(body, head.headers['content-type'], { deadline: end, largest })
			: { text: '', isCut: false };
		closing.abort();
		close();
		return answer;
	};
	// Discarding still reads for a short while: the connection of an unread body would stay open.
	return { ...head, read, drop: () => void read({ deadline: Date.now() + LONGEST_DROP }) };
}

/** Far above what large requests are answered with; n8n's helper knows no limit and would fill the memory. */
const LARGEST_BODY = 16 * 1024 * 1024;

const LONGEST_DROP = 5000;

/** In a run, n8n puts the signal of its Stop button in place of the one in the options: this gives it both in one. */
function withSignal(context: GatewayContext, signal: AbortSignal): GatewayContext {
	const stop = 'getExecutionCancelSignal' in context ? context.getExecutionCancelSignal() : undefined;
	if (stop === undefined) return context;
	const either = AbortSignal.any([stop, signal]);
	return Object.create(context, { getExecutionCancelSignal: { value: () => either } }) as GatewayContext;
}
