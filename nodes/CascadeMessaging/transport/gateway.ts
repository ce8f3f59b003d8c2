import type { GatewayRequest } from '../protocol/codecs';
import type { Signable } from '../protocol/signing';
import type { Account } from './account';
import type { GatewayContext } from './context';
import { exchange } from './http';
import type { HttpBody } from './http';
import { statusTrouble } from './httpStatus';

/**
 * Sends one protocol request, signed by the credential, and returns the text of the answer, as far as it came. Throws
 * `TransportError` when there is none.
 */
export async function ask(
	context: GatewayContext,
	account: Account,
	request: GatewayRequest,
	timeoutSeconds: number,
): Promise<HttpBody> {
	const signable = { ...addressOf(account.baseUrl, request), skipSslCertificateValidation: account.ignoreSslIssues };
	const response = await exchange(context, signable, timeoutSeconds);
	const trouble = statusTrouble(response);
	if (trouble === undefined) return await response.read();
	response.drop();
	throw trouble;
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
