import type { ICredentialDataDecryptedObject, IHttpRequestOptions } from 'n8n-workflow';

import { isExposed, readHost, readProof, scalarText, sign } from '../protocol';
import { TABLES_PATH } from './n8nPaths';

/**
 * Signs a request with the secret that its address may see: the gateway's own, or n8n's API key.
 *
 * @throws Error for any other address, and for one that is not encrypted unless the credential allows it
 */
export function signForAddress(credentials: ICredentialDataDecryptedObject, request: IHttpRequestOptions): IHttpRequestOptions {
	const { origin, pathname } = new URL(request.url);
	const gateway = originOf(credentials.host);
	const isForTables = credentials.store === 'dataTable' && pathname.includes(TABLES_PATH) && origin === originOf(credentials.n8nUrl);
	if (!isForTables && origin !== gateway) throw new Error('This credential signs requests to its own gateway and its own n8n only.');
	if (isExposed(request.url) && credentials.allowPlainHttp !== true) {
		throw new Error('This credential does not sign requests that travel unencrypted.');
	}
	if (isForTables) {
		return { ...request, headers: { ...request.headers, 'X-N8N-API-KEY': scalarText(credentials.n8nApiKey) ?? '' } };
	}
	const body = typeof request.body === 'string' ? { body: request.body } : {};
	const headers = { ...request.headers } as Record<string, string>;
	return { ...request, ...sign({ url: request.url, headers, ...body }, readProof(credentials)) };
}

function originOf(address: unknown): string | null {
	const url = readHost(scalarText(address) ?? '');
	return url === null ? null : new URL(url).origin;
}
