import type { ICredentialsDecrypted, ICredentialTestFunctions, INodeCredentialTestResult } from 'n8n-workflow';

import { isTimeZone } from '../protocol/gatewayTime';
import { textOf } from '../protocol/guards';
import { isExposed, readHost } from '../protocol/host';
import { quoterOf, readProof, redactorOf } from '../protocol/signing';
import { EXPOSED_ADVICE } from './account';
import { PLAIN } from './askUnattended';
import { N8nApiError, readTableAnswer } from './n8nApi';
import { TABLES_PATH } from './n8nPaths';
import { testGateway } from './testGateway';
import type { GatewayTest } from './testGateway';

/**
 * The credential's Test button: asks for the state of a message over each protocol, which costs nothing. The gateway answers a wrong
 * login with HTTP 200 and an error text (PROTOCOL.md section 2), so the answer is read, not just its status.
 */
export async function testCredential(
	this: ICredentialTestFunctions,
	credential: ICredentialsDecrypted,
): Promise<INodeCredentialTestResult> {
	const found = await test(this, { ...credential.data });
	return 'message' in found ? { status: 'OK', message: found.message } : { status: 'Error', message: found.trouble };
}

async function test(context: ICredentialTestFunctions, data: Record<string, unknown>): Promise<GatewayTest> {
	const baseUrl = readHost(textOf(data.host) ?? '');
	if (baseUrl === null) return { trouble: 'The host is not an address. Enter what your operator gave you, e.g. gateway.example.com.' };
	const n8nUrl = data.store === 'dataTable' ? readHost(textOf(data.n8nUrl) ?? '') : undefined;
	if (n8nUrl === null) {
		return { trouble: 'The n8n URL is not an address. Enter the one under which n8n reaches itself, e.g. http://localhost:5678.' };
	}
	const isAnyExposed = [baseUrl, n8nUrl].some((address) => address !== undefined && isExposed(address));
	if (isAnyExposed && data.allowPlainHttp !== true) return { trouble: `Nothing was sent. ${EXPOSED_ADVICE}` };
	const timeZone = textOf(data.timeZone) ?? '';
	if (!isTimeZone(timeZone)) return { trouble: `"${timeZone}" is not a time zone. Enter an IANA name, e.g. Europe/Moscow.` };
	const found = await testGateway(context, data, baseUrl, quoteFor(data));
	if ('trouble' in found || n8nUrl === undefined) return found;
	return (await tableTrouble(context, n8nUrl, data)) ?? found;
}

/** What keeps n8n's Data Table API from taking the key, if anything does. */
async function tableTrouble(
	context: ICredentialTestFunctions,
	n8nUrl: string,
	data: Record<string, unknown>,
): Promise<GatewayTest | undefined> {
	const headers = { 'X-N8N-API-KEY': textOf(data.n8nApiKey) ?? '' };
	const uri = `${n8nUrl}${TABLES_PATH}?limit=1`;
	const request = { ...PLAIN, method: 'GET' as const, uri, headers, timeout: TABLES_WAIT };
	try {
		readTableAnswer(await context.helpers.request(request).catch(() => undefined), quoteFor(data));
		return undefined;
	} catch (error) {
		return { trouble: error instanceof N8nApiError ? error.message : 'The answer of n8n cannot be read.' };
	}
}

const TABLES_WAIT = 20_000;

/** Words of the gateway or of n8n, without what the credential holds. */
function quoteFor(data: Record<string, unknown>): (words: string) => string {
	return quoterOf(redactorOf(readProof(data), textOf(data.n8nApiKey) ?? ''));
}
