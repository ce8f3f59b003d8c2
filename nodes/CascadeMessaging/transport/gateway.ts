import type { IHttpRequestOptions } from 'n8n-workflow';

import type { GatewayRequest } from '../protocol/codecs';
import { isRecord } from '../protocol/guards';
import type { Signable } from '../protocol/signing';
import { CREDENTIAL } from './account';
import type { Account } from './account';
import type { GatewayContext } from './context';
import { toTransportError, TransportError } from './transportError';

/**
 * Sends one protocol request, signed by the credential, and returns the text of the answer. Throws `TransportError` when
 * there is none. Redirects are not followed: they would carry the credentials to another host.
 */
export async function ask(
	context: GatewayContext,
	account: Account,
	request: GatewayRequest,
	timeoutSeconds: number,
): Promise<string> {
	const options: IHttpRequestOptions = {
		...addressOf(account.baseUrl, request),
		timeout: timeoutSeconds * 1000,
		skipSslCertificateValidation: account.ignoreSslIssues,
		disableFollowRedirect: true,
		ignoreHttpStatusErrors: true,
		returnFullResponse: true,
		encoding: 'text',
		json: false,
	};
	let response: unknown;
	try {
		response = await context.helpers.httpRequestWithAuthentication.call(context, CREDENTIAL, options);
	} catch (error) {
		throw toTransportError(error);
	}
	return readAnswer(response);
}

/** Where and how a protocol request goes, not yet signed. */
export function addressOf(
	baseUrl: string,
	request: GatewayRequest,
): Signable & { readonly method: GatewayRequest['method']; headers: Record<string, string> } {
	const url = `${baseUrl}${request.path}`;
	if (request.method === 'GET') return { method: 'GET', url: `${url}?${request.query}`, headers: {} };
	return { method: 'POST', url, headers: { 'Content-Type': request.contentType }, body: request.body };
}

/**
 * The text of an answer, from a response with `statusCode`, `headers` and `body`. Throws `TransportError` when the status
 * says that there is none.
 */
export function readAnswer(response: unknown): string {
	const { statusCode, headers, body } = isRecord(response) ? response : {};
	const status = Number(statusCode);
	if (status >= 300 && status < 400) {
		throw new TransportError('redirected', redirectMessage(isRecord(headers) ? headers.location : undefined), true);
	}
	if (status === 401 || status === 403) {
		const message = `The gateway denied access (HTTP ${status}). Check the login and password, or the token, in the credential.`;
		throw new TransportError('accessDenied', message, false);
	}
	if (!(status >= 200 && status < 300)) {
		const message = `The gateway answered with HTTP status ${status} instead of a result. Try again later, or ask your operator.`;
		throw new TransportError('httpStatus', message, !NEVER_PROCESSED.includes(status));
	}
	return typeof body === 'string' ? body : '';
}

/** Answers of a web server that did not hand the request on; any other status leaves open what happened (section 6.4). */
const NEVER_PROCESSED = [400, 404, 405, 411, 413, 414, 415, 429, 431];

function redirectMessage(location: unknown): string {
	const target = typeof location === 'string' && URL.canParse(location) ? ` to ${new URL(location).host}` : '';
	return `The gateway redirects${target}, which is not followed because it would carry your password along. Correct the host in the credential.`;
}
