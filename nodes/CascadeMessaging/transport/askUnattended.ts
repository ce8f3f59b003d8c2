import type { ICredentialTestFunctions } from 'n8n-workflow';

import type { GatewayRequest } from '../protocol/codecs';
import { isRecord } from '../protocol/guards';
import { readProof, sign } from '../protocol/signing';
import { addressOf } from './gateway';
import { statusTrouble } from './statusTrouble';
import { toTransportError } from './networkTrouble';
import type { TransportError } from './transportError';

/** Read status and body ourselves, and follow no redirect. */
export const PLAIN = {
	json: false,
	simple: false,
	resolveWithFullResponse: true,
	followRedirect: false,
	followAllRedirects: false,
};

/** What came back: the text, and what its HTTP status says against it. */
export interface UnattendedAnswer {
	readonly text: string;
	readonly brokenBy?: TransportError;
}

/**
 * Asks outside of any node, as credentials are tested, where only n8n's older request helper is at hand. `data` are the fields of the
 * credential. Throws `TransportError` when there is no response.
 */
export async function askUnattended(
	context: ICredentialTestFunctions,
	data: Readonly<Record<string, unknown>>,
	baseUrl: string,
	request: GatewayRequest,
	timeout: number,
): Promise<UnattendedAnswer> {
	const { method, ...unsigned } = addressOf(baseUrl, request);
	const { url, ...signed } = sign(unsigned, readProof(data));
	const rejectUnauthorized = data.allowUnauthorizedCerts !== true;
	const response: unknown = await context.helpers
		.request({ ...PLAIN, method, uri: url, ...signed, rejectUnauthorized, timeout })
		.catch((error: unknown) => {
			throw toTransportError(error);
		});
	const { statusCode, headers, body } = isRecord(response) ? response : {};
	const brokenBy = statusTrouble({ status: Number(statusCode), headers: isRecord(headers) ? headers : {} });
	return { text: typeof body === 'string' ? body : '', ...(brokenBy !== undefined && { brokenBy }) };
}
