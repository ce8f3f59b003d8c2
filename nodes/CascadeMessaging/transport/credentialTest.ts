import type { ICredentialsDecrypted, ICredentialTestFunctions, INodeCredentialTestResult } from 'n8n-workflow';

import { PROTOCOLS } from '../protocol/codecs';
import type { GatewayRequest } from '../protocol/codecs';
import { ProtocolError } from '../protocol/errors';
import { isTimeZone } from '../protocol/gatewayTime';
import { textOf } from '../protocol/guards';
import { readHost } from '../protocol/host';
import { readProof, redactorOf, sign } from '../protocol/signing';
import { shorten } from '../protocol/text';
import { addressOf, readAnswer } from './gateway';
import { toTransportError, TransportError } from './transportError';

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
	const timeZone = textOf(data.timeZone) ?? '';
	if (!isTimeZone(timeZone)) return `"${timeZone}" is not a time zone. Enter an IANA name, e.g. Europe/Moscow.`;
	try {
		const text = await askUnattended(context, baseUrl, data, PROTOCOLS.json.encodeStates(['1']));
		const answer = PROTOCOLS.json.decodeStates(text, ['1']);
		return 'refused' in answer ? describeRefusal(redactorOf(readProof(data))(answer.refused)) : undefined;
	} catch (error) {
		return describe(error);
	}
}

const SECONDS = 30;

/** A credential is tested outside of any node, where only n8n's older request helper is at hand. */
async function askUnattended(
	context: ICredentialTestFunctions,
	baseUrl: string,
	data: Record<string, unknown>,
	request: GatewayRequest,
): Promise<string> {
	const { method, ...unsigned } = addressOf(baseUrl, request);
	const { url, headers, body } = sign(unsigned, readProof(data));
	let response: unknown;
	try {
		response = await context.helpers.request({
			method,
			uri: url,
			headers,
			body,
			json: false,
			simple: false,
			resolveWithFullResponse: true,
			followRedirect: false,
			followAllRedirects: false,
			rejectUnauthorized: data.allowUnauthorizedCerts !== true,
			timeout: SECONDS * 1000,
		});
	} catch (error) {
		throw toTransportError(error);
	}
	return readAnswer(response);
}

function describeRefusal(words: string): string {
	const isAboutAccess = /логин|парол|токен|доступ|авториз|login|password|token|auth|denied/i.test(words);
	return isAboutAccess
		? `The gateway does not accept this login and password, or token. It says: ${shorten(words)}`
		: `The gateway answers, but refuses the question. It says: ${shorten(words)}`;
}

function describe(error: unknown): string {
	if (error instanceof TransportError && error.code !== 'httpStatus') return error.message;
	if (error instanceof TransportError || error instanceof ProtocolError) {
		return 'The host answers, but not like a cascade gateway. Check the host in the credential.';
	}
	return 'The answer of the gateway cannot be read.';
}
