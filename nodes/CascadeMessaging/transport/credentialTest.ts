import type { ICredentialsDecrypted, ICredentialTestFunctions, INodeCredentialTestResult } from 'n8n-workflow';

import { PROTOCOLS } from '../protocol/codecs';
import type { GatewayRequest } from '../protocol/codecs';
import { ProtocolError } from '../protocol/errors';
import { isTimeZone } from '../protocol/gatewayTime';
import { isRecord, textOf } from '../protocol/guards';
import { isExposed, readHost } from '../protocol/host';
import { quoterOf, readProof, redactorOf, sign } from '../protocol/signing';
import { EXPOSED_ADVICE } from './account';
import { addressOf } from './gateway';
import { statusTrouble } from './httpStatus';
import { N8nApiError, readTableAnswer } from './n8nApi';
import { TABLES_PATH } from './n8nPaths';
import { toTransportError } from './networkTrouble';
import { TransportError } from './transportError';

/**
 * The credential's Test button: asks for the state of a message, which costs nothing. The gateway answers a wrong login
 * with HTTP 200 and an error text (PROTOCOL.md section 2), so the answer is read, not just its status.
 */
export async function testCredential(
	this: ICredentialTestFunctions,
	credential: ICredentialsDecrypted,
): Promise<INodeCredentialTestResult> {
	const message = await findTrouble(this, { ...credential.data });
	return message === undefined
		? { status: 'OK', message: 'The gateway accepts this account' }
		: { status: 'Error', message };
}

async function findTrouble(
	context: ICredentialTestFunctions,
	data: Record<string, unknown>,
): Promise<string | undefined> {
	const baseUrl = readHost(textOf(data.host) ?? '');
	if (baseUrl === null) return 'The host is not an address. Enter what your operator gave you, e.g. gateway.example.com.';
	const n8nUrl = data.store === 'dataTable' ? readHost(textOf(data.n8nUrl) ?? '') : undefined;
	if (n8nUrl === null) return 'The n8n URL is not an address. Enter the one under which n8n reaches itself, e.g. http://localhost:5678.';
	const isAnyExposed = [baseUrl, n8nUrl].some((address) => address !== undefined && isExposed(address));
	if (isAnyExposed && data.allowPlainHttp !== true) return `Nothing was sent. ${EXPOSED_ADVICE}`;
	const timeZone = textOf(data.timeZone) ?? '';
	if (!isTimeZone(timeZone)) return `"${timeZone}" is not a time zone. Enter an IANA name, e.g. Europe/Moscow.`;
	try {
		const text = await askUnattended(context, baseUrl, data, PROTOCOLS.json.encodeStates(['1']));
		const answer = PROTOCOLS.json.decodeStates(text, ['1']);
		if ('refused' in answer) return describeRefusal(quoteFor(data)(answer.refused));
		if (n8nUrl !== undefined) await askForTables(context, n8nUrl, data);
		return undefined;
	} catch (error) {
		return describe(error);
	}
}

/** Read status and body ourselves, follow no redirect, wait half a minute. */
const PLAIN = {
	json: false,
	simple: false,
	resolveWithFullResponse: true,
	followRedirect: false,
	followAllRedirects: false,
	timeout: 30_000,
};

/** A credential is tested outside of any node, where only n8n's older request helper is at hand. */
async function askUnattended(
	context: ICredentialTestFunctions,
	baseUrl: string,
	data: Record<string, unknown>,
	request: GatewayRequest,
): Promise<string> {
	const { method, ...unsigned } = addressOf(baseUrl, request);
	const { url, ...signed } = sign(unsigned, readProof(data));
	let response: unknown;
	try {
		const rejectUnauthorized = data.allowUnauthorizedCerts !== true;
		response = await context.helpers.request({ ...PLAIN, method, uri: url, ...signed, rejectUnauthorized });
	} catch (error) {
		throw toTransportError(error);
	}
	const { statusCode, headers, body } = isRecord(response) ? response : {};
	const trouble = statusTrouble({ status: Number(statusCode), headers: isRecord(headers) ? headers : {} });
	if (trouble !== undefined) throw trouble;
	return typeof body === 'string' ? body : '';
}

/** Sees that n8n's Data Table API takes the key. */
async function askForTables(context: ICredentialTestFunctions, n8nUrl: string, data: Record<string, unknown>): Promise<void> {
	const headers = { 'X-N8N-API-KEY': textOf(data.n8nApiKey) ?? '' };
	const uri = `${n8nUrl}${TABLES_PATH}?limit=1`;
	readTableAnswer(await context.helpers.request({ ...PLAIN, method: 'GET', uri, headers }).catch(() => undefined), quoteFor(data));
}

/** Words of the gateway or of n8n, without what the credential holds. */
function quoteFor(data: Record<string, unknown>): (words: string) => string {
	return quoterOf(redactorOf(readProof(data), textOf(data.n8nApiKey) ?? ''));
}

function describeRefusal(words: string): string {
	const isAboutAccess = /логин|парол|токен|доступ|авториз|login|password|token|auth|denied/i.test(words);
	return isAboutAccess
		? `The gateway does not accept this login and password, or token. It says: ${words}`
		: `The gateway answers, but refuses the question. It says: ${words}`;
}

function describe(error: unknown): string {
	if (error instanceof N8nApiError) return error.message;
	if (error instanceof TransportError && error.code !== 'httpStatus') return error.message;
	if (error instanceof TransportError || error instanceof ProtocolError) {
		return 'The host answers, but not like a cascade gateway. Check the host in the credential.';
	}
	return 'The answer of the gateway cannot be read.';
}
