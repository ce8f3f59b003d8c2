import type { ICredentialsDecrypted, ICredentialTestFunctions, INodeCredentialTestResult } from 'n8n-workflow';

import { PLAIN } from './askUnattended';
import { wordsFor } from './credentialTrouble';
import { logFault, meaningOfError } from './errorMeaning';
import type { N8nAccess } from './n8nApi';
import { N8nApiError, readTableAnswer } from './n8nApi';
import { TABLES_PATH } from './n8nPaths';
import { only } from './only';
import type { Credential, Secrets } from './readCredential';
import { readCredential } from './readCredential';
import { testGateway } from './testGateway';

/**
 * The credential's Test button: asks for the state of a message over each protocol, and what the account says of itself, which costs nothing.
 * The gateway answers a wrong login with HTTP 200 and an error text (docs/protocol.md section 2), so the answer is read, not just its status.
 *
 * A time zone that does not fit the gateway's clock is an error: n8n shows the user no other words than those of an error, saves the
 * credential all the same, and lets it be used.
 */
export async function testCredential(
	this: ICredentialTestFunctions,
	credential: ICredentialsDecrypted,
): Promise<INodeCredentialTestResult> {
	const found = await testFields(this, { ...credential.data });
	return 'message' in found ? { status: 'OK', message: found.message } : { status: 'Error', message: found.trouble };
}

/** What the Test says: that all is well, or what is not. */
type Said = { readonly message: string } | { readonly trouble: string };

async function testFields(context: ICredentialTestFunctions, fields: Readonly<Record<string, unknown>>): Promise<Said> {
	const read = readCredential(fields);
	if ('trouble' in read) return { trouble: wordsFor(read.trouble).inTest };
	const { credential, secrets } = read;
	return await testAll(context, credential, secrets).catch((error: unknown) => {
		logFault(context.logger, error, credential.redact);
		return { trouble: meaningOfError(error, credential.quote).message };
	});
}

async function testAll(context: ICredentialTestFunctions, credential: Credential, secrets: Secrets): Promise<Said> {
	const { store } = credential;
	const found = await testGateway(context, credential, secrets);
	if ('trouble' in found) return found;
	const inTables = store.kind === 'memory' ? undefined : await tableTrouble(context, store, secrets);
	const troubles = [inTables, found.isDoubt ? found.message : undefined].filter((one) => one !== undefined);
	return troubles.length === 0 ? found : { trouble: troubles.join(' ') };
}

/** What keeps n8n's Data Table API from taking the key, if anything does. */
async function tableTrouble(
	context: ICredentialTestFunctions,
	{ n8nUrl, quote }: N8nAccess,
	{ n8nApiKey }: Secrets,
): Promise<string | undefined> {
	const uri = `${n8nUrl}${TABLES_PATH}?limit=1`;
	const request = { ...PLAIN, method: 'GET' as const, uri, headers: { 'X-N8N-API-KEY': n8nApiKey }, timeout: TABLES_WAIT };
	const response: unknown = await context.helpers.request(request).catch(() => undefined);
	try {
		readTableAnswer(response, quote);
		return undefined;
	} catch (error) {
		return only(N8nApiError)(error).message;
	}
}

const TABLES_WAIT = 20_000;
