import type { FunctionsBase } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import { signedUrlGrowth } from '../protocol';
import type { GatewayContext } from './context';
import { CREDENTIAL } from './context';
import { wordsFor } from './credentialTrouble';
import type { Credential } from './readCredential';
import { readCredential } from './readCredential';

/** What operations may know of a gateway account: no login, no password, no token. */
export interface Account extends Credential {
	/** The same for every node that uses the same credential. */
	readonly key: string;
	/** Length of a signed GET URL without the message (docs/protocol.md section 4). */
	readonly urlOverhead: (path: string) => number;
}

/**
 * The account of the node's credential.
 * @throws NodeOperationError when an address or the time zone in it is none, or when an address is not encrypted and that is not allowed.
 */
export async function getAccount(context: GatewayContext): Promise<Account> {
	const read = readCredential(await context.getCredentials(CREDENTIAL));
	if ('trouble' in read) {
		const { message, description } = wordsFor(read.trouble);
		throw new NodeOperationError(context.getNode(), message, { description });
	}
	const { credential, secrets } = read;
	const growth = signedUrlGrowth(secrets.proof);
	return {
		...credential,
		key: accountKeyOf(context),
		urlOverhead: (path) => `${credential.baseUrl}${path}?`.length + growth,
	};
}

/** The key of the account of the node's credential, without opening the credential. */
export function accountKeyOf(context: Pick<FunctionsBase, 'getNode'>): string {
	const { id, name } = context.getNode().credentials?.[CREDENTIAL] ?? {};
	return id ?? name ?? '';
}
