import type { IHttpRequestMethods } from 'n8n-workflow';

import { CascadeError, isRecord, parseJson } from '../protocol';
import type { GatewayContext } from './context';
import { exchange } from './http';
import { TABLES_PATH } from './n8nPaths';
import { only } from './only';
import { TransportError } from './transportError';

/** The stable codes of what can go wrong between the package and the n8n it runs in. */
type N8nApiErrorCode = 'n8nUnreachable' | 'n8nStarting' | 'apiKeyWrong' | 'apiMissing' | 'tablesFull' | 'tableGone' | 'tableRejected';

/** A question to n8n's own API without a usable answer. */
export class N8nApiError extends CascadeError<N8nApiErrorCode> {
	override readonly name = 'N8nApiError';
}

/** A request to n8n's Data Table API. */
export interface TableRequest {
	readonly method: IHttpRequestMethods;
	/** What follows `/api/v1/data-tables`. */
	readonly path: string;
	readonly query?: Readonly<Record<string, string | number>>;
	readonly body?: object;
}

const TIMEOUT_SECONDS = 20;

/** Where n8n's API is, and how to make its words fit for the user: it may repeat the API key. */
export interface N8nAccess {
	/** Without a slash at its end. */
	readonly n8nUrl: string;
	readonly quote: (words: string) => string;
}

/**
 * Asks n8n's Data Table API, with the API key the credential holds. Returns the document it answers with.
 * @throws N8nApiError (any code) when n8n cannot be reached, is not ready, or refuses.
 */
export async function askN8n(context: GatewayContext, { n8nUrl, quote }: N8nAccess, request: TableRequest): Promise<unknown> {
	const query = Object.entries(request.query ?? {})
		.map(([name, value]) => `${name}=${encodeStrictly(String(value))}`)
		.join('&');
	const signable = {
		method: request.method,
		url: `${n8nUrl}${TABLES_PATH}${request.path}${query === '' ? '' : `?${query}`}`,
		headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
		...(request.body !== undefined && { body: JSON.stringify(request.body) }),
	};
	const response = await exchange(context, signable, TIMEOUT_SECONDS).catch(only(TransportError));
	if (response instanceof TransportError) return readTableAnswer(undefined, quote);
	return readTableAnswer({ statusCode: response.status, body: (await response.read()).text }, quote);
}

/** n8n refuses every sign that has a meaning in addresses, a plus for a blank too. */
function encodeStrictly(text: string): string {
	return encodeURIComponent(text).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
}

/**
 * The document in a response of n8n's API, with `statusCode` and `body`; anything else means that n8n was not reached.
 * @throws N8nApiError (any code) when there is no such document.
 */
export function readTableAnswer(response: unknown, quote: (words: string) => string): unknown {
	if (!isRecord(response)) {
		const message = 'n8n cannot be reached under its own address. Enter the n8n URL in the credential.';
		throw new N8nApiError('n8nUnreachable', message);
	}
	const { statusCode, body } = response;
	const status = Number(statusCode);
	const document = typeof body === 'string' ? parseJson(body || '{}') : undefined;
	// An n8n without its public API answers as to a wrong key.
	if (status === 401) {
		const message =
			'n8n does not accept the API key in the credential for data tables. Make a new one with all Data Table scopes. If n8n runs with N8N_PUBLIC_API_DISABLED, turn its public API on first.';
		throw new N8nApiError('apiKeyWrong', message);
	}
	if (status === 403) {
		const message =
			'n8n does not accept the API key in the credential for data tables: it lacks scopes. Make a new one with all Data Table scopes.';
		throw new N8nApiError('apiKeyWrong', message);
	}
	if (document === undefined) {
		const message =
			'n8n answered with something else than its API. It may still be starting, its public API may be off, or the n8n URL in the credential is wrong.';
		throw new N8nApiError(status === 404 ? 'apiMissing' : 'n8nStarting', message);
	}
	if (status >= 200 && status < 300) return document;
	throw refusalOf(status, isRecord(document) && typeof document.message === 'string' ? quote(document.message) : `HTTP ${status}`);
}

function refusalOf(status: number, words: string): N8nApiError {
	if (/size limit exceeded/i.test(words)) {
		const message =
			'The data tables of n8n are full. Delete rows or tables, shorten Keep For in the credential, or raise N8N_DATA_TABLES_MAX_SIZE_BYTES.';
		return new N8nApiError('tablesFull', message);
	}
	if (status === 404) {
		const isTable = /data table/i.test(words);
		return isTable
			? new N8nApiError('tableGone', 'The data table is gone: it was deleted while n8n was running.')
			: new N8nApiError('apiMissing', 'This n8n has no API for data tables. n8n 2.7 or newer with the public API is needed.');
	}
	return new N8nApiError('tableRejected', `n8n refuses what the data table was asked. It says: ${words}`);
}
