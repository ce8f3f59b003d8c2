import type { GatewayRequest, Signable } from '../protocol';
import type { Account } from './account';
import type { GatewayContext } from './context';
import { exchange } from './http';
import type { HttpBody } from './readBody';
import { statusTrouble } from './statusTrouble';

/** What the gateway answered: the text as far as it came, why it cannot be relied on, and the HTTP status it came with. */
export interface GatewayAnswer extends HttpBody {
	readonly status: number;
}

/**
 * Sends one protocol request, signed by the credential, and returns what was answered. HTTP 4xx and 5xx may come with a document of the
 * protocol too: it is read, and `brokenBy` says what the status means.
 * @throws TransportError when there is no response (`NetworkTroubleCode`), or one that surely is not the gateway's answer (`redirected`,
 * `proxyRefused`, `httpStatus` below 300).
 */
export async function ask(
	context: GatewayContext,
	account: Account,
	request: GatewayRequest,
	timeoutSeconds: number,
): Promise<GatewayAnswer> {
	const signable = { ...unsigned(account.baseUrl, request), skipSslCertificateValidation: account.ignoreSslIssues };
	const response = await exchange(context, signable, timeoutSeconds);
	const { status } = response;
	const trouble = statusTrouble(response);
	if (trouble === undefined) return { ...(await response.read()), status };
	if (status >= 400 && trouble.code !== 'proxyRefused') {
		const { text, isCut } = await response.read({ largest: LARGEST_PAGE, deadline: Date.now() + LONGEST_PAGE });
		return { text, isCut, brokenBy: trouble, status };
	}
	response.drop();
	throw trouble;
}

/** Answers of the protocol behind a status are short. What is longer, or comes slower, is a web page nobody needs. */
const LARGEST_PAGE = 1024 * 1024;

const LONGEST_PAGE = 30_000;

/** An HTTP request that still has to be signed. */
interface UnsignedRequest extends Signable {
	readonly method: 'GET' | 'POST';
	readonly headers: Record<string, string>;
}

/** The HTTP request for a protocol request to the gateway at `baseUrl`. */
export function unsigned(baseUrl: string, request: GatewayRequest): UnsignedRequest {
	const url = `${baseUrl}${request.path}`;
	if (request.method === 'GET') return { method: 'GET', url: `${url}?${request.query}`, headers: {} };
	return { method: 'POST', url, headers: { 'Content-Type': request.contentType }, body: request.body };
}
