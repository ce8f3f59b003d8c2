import type { ICredentialTestFunctions } from 'n8n-workflow';

import type { GatewayRequest } from '../protocol';
import { isRecord, sign } from '../protocol';
import { unsigned } from './gateway';
import { toTransportError } from './networkTrouble';
import type { Credential, Secrets } from './readCredential';
import { statusTrouble } from './statusTrouble';
import { TransportError } from './transportError';

/** Read status and body ourselves, and follow no redirect. */
export const PLAIN = {
	json: false,
	simple: false,
	resolveWithFullResponse: true,
	followRedirect: false,
	followAllRedirects: false,
};

/** What came back: the text, and why it is no answer that counts, if anything says so. */
export interface UnattendedAnswer {
	readonly text: string;
	readonly brokenBy?: TransportError;
}

/** A question to the gateway of a credential. */
interface UnattendedQuestion {
	readonly credential: Credential;
	readonly secrets: Secrets;
	readonly request: GatewayRequest;
	/** How long to wait for the answer, in milliseconds. */
	readonly timeout: number;
}

/**
 * Asks outside of any node, as credentials are tested, where only n8n's older request helper is at hand: it does not sign. Where there
 * is no response, that is what is wrong with the answer.
 */
export async function askUnattended(
	context: ICredentialTestFunctions,
	{ credential, secrets, request, timeout }: UnattendedQuestion,
): Promise<UnattendedAnswer> {
	const { method, ...signable } = unsigned(credential.baseUrl, request);
	const { url, ...signed } = sign(signable, secrets.proof);
	const options = { ...PLAIN, method, uri: url, ...signed, rejectUnauthorized: !credential.ignoreSslIssues, timeout };
	const response: unknown = await context.helpers.request(options).catch(toTransportError);
	if (response instanceof TransportError) return { text: '', brokenBy: response };
	const { statusCode, headers, body } = isRecord(response) ? response : {};
	const brokenBy = statusTrouble({ status: Number(statusCode), headers: isRecord(headers) ? headers : {} });
	return { text: typeof body === 'string' ? body : '', ...(brokenBy !== undefined && { brokenBy }) };
}
