import type { ICredentialTestFunctions } from 'n8n-workflow';

import type { GatewayRequest } from '../protocol';
import { isRecord, sign } from '../protocol';
import { unsigned } from './gateway';
import { inTime } from './inTime';
import { brokenAnswer, toTransportError } from './networkTrouble';
import type { Credential, Secrets } from './readCredential';
import { statusTrouble } from './statusTrouble';
import { TransportError } from './transportError';

/** Makes n8n's older helper hand over status and body as they came, and follow no redirect. */
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
 * Asks outside of any node, for the Test button. Only n8n's older request helper is at hand there; it does not sign, so the request is
 * signed here. When there is no response, `brokenBy` says why.
 */
export async function askUnattended(
	context: ICredentialTestFunctions,
	{ credential, secrets, request, timeout }: UnattendedQuestion,
): Promise<UnattendedAnswer> {
	const { method, ...signable } = unsigned(credential.baseUrl, request);
	const { url, ...signed } = sign(signable, secrets.proof);
	const options = { ...PLAIN, method, uri: url, ...signed, rejectUnauthorized: !credential.ignoreSslIssues, timeout };
	const asked: Promise<unknown> = context.helpers.request(options).catch(toTransportError);
	const response = await inTime(asked, timeout + HEAD_START, () => brokenAnswer({ code: 'ETIMEDOUT' }));
	if (response instanceof TransportError) return { text: '', brokenBy: response };
	const { statusCode, headers, body } = isRecord(response) ? response : {};
	const brokenBy = statusTrouble({ status: Number(statusCode), headers: isRecord(headers) ? headers : {} });
	return { text: typeof body === 'string' ? body : '', ...(brokenBy !== undefined && { brokenBy }) };
}

/** The helper counts its time-out anew with every byte, and what it says of one tells more: so it goes first. */
const HEAD_START = 500;
