import { NodeOperationError } from 'n8n-workflow';
import type { IExecuteFunctions } from 'n8n-workflow';

import { isTimeZone } from '../protocol/gatewayTime';
import { textOf } from '../protocol/guards';
import { readHost } from '../protocol/host';
import { readProof, signedUrlGrowth } from '../protocol/signing';

/** The credential every node of this package uses. */
export const CREDENTIAL = 'cascadeMessagingApi';

/** What operations may know of a gateway account: no login, no password, no token. */
export interface Account {
	/** `https://gateway.example.com`, without a slash at its end. */
	readonly baseUrl: string;
	/** IANA name of the time zone the gateway's clock shows (PROTOCOL.md section 6.2). */
	readonly timeZone: string;
	readonly ignoreSslIssues: boolean;
	/** Length of a signed GET URL without the message (section 4). */
	readonly urlOverhead: (path: string) => number;
}

/** The account of the node's credential. Throws `NodeOperationError` when host or time zone are none. */
export async function getAccount(context: IExecuteFunctions): Promise<Account> {
	const data = await context.getCredentials(CREDENTIAL);
	const baseUrl = readHost(textOf(data.host) ?? '');
	if (baseUrl === null) {
		throw new NodeOperationError(context.getNode(), 'The host in the credential is not an address', {
			description: 'Open the credential and enter the host your operator gave you, e.g. gateway.example.com.',
		});
	}
	const timeZone = textOf(data.timeZone) ?? '';
	if (!isTimeZone(timeZone)) {
		throw new NodeOperationError(context.getNode(), `"${timeZone}" in the credential is not a time zone`, {
			description: 'Open the credential and enter an IANA time zone, e.g. Europe/Moscow.',
		});
	}
	const growth = signedUrlGrowth(readProof(data));
	return {
		baseUrl,
		timeZone,
		ignoreSslIssues: data.allowUnauthorizedCerts === true,
		urlOverhead: (path) => `${baseUrl}${path}?`.length + growth,
	};
}
