import { NodeOperationError } from 'n8n-workflow';
import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import { isTimeZone } from '../protocol/gatewayTime';
import { numberOf, textOf } from '../protocol/guards';
import { readHost } from '../protocol/host';
import { readProof, redactorOf, signedUrlGrowth } from '../protocol/signing';
import type { GatewayContext } from './context';

/** The credential every node of this package uses. */
export const CREDENTIAL = 'cascadeMessagingApi';

/** Where waiting messages are kept: in the n8n process, or in a data table of n8n. */
export type Store = { readonly kind: 'memory' } | DataTableStore;

/** A data table of n8n that holds an account's messages. */
export interface DataTableStore {
	readonly kind: 'dataTable';
	/** The address of n8n, without a slash at its end. */
	readonly n8nUrl: string;
	readonly tableName: string;
	readonly keepForDays: number;
}

/** What operations may know of a gateway account: no login, no password, no token. */
export interface Account {
	/** The same for every node that uses the same credential. */
	readonly key: string;
	/** `https://gateway.example.com`, without a slash at its end. */
	readonly baseUrl: string;
	/** IANA name of the time zone the gateway's clock shows (PROTOCOL.md section 6.2). */
	readonly timeZone: string;
	readonly ignoreSslIssues: boolean;
	/** Length of a signed GET URL without the message (section 4). */
	readonly urlOverhead: (path: string) => number;
	/** Strikes login, password and token out of a text for the user: gateways may echo what they were sent. */
	readonly redact: (text: string) => string;
	readonly store: Store;
}

/** The account of the node's credential. Throws `NodeOperationError` when host or time zone are none. */
export async function getAccount(context: GatewayContext): Promise<Account> {
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
	const proof = readProof(data);
	const growth = signedUrlGrowth(proof);
	const { id, name } = context.getNode().credentials?.[CREDENTIAL] ?? {};
	return {
		key: id ?? name ?? '',
		baseUrl,
		timeZone,
		ignoreSslIssues: data.allowUnauthorizedCerts === true,
		urlOverhead: (path) => `${baseUrl}${path}?`.length + growth,
		redact: redactorOf(proof),
		store: storeOf(context, data),
	};
}

/** The defaults of the data table, also shown in the credential. */
const TABLE_DEFAULTS = { name: 'cascade_messages', keepForDays: 30 };

function storeOf(context: GatewayContext, data: ICredentialDataDecryptedObject): Store {
	if (data.store !== 'dataTable') return { kind: 'memory' };
	return {
		kind: 'dataTable',
		n8nUrl: readHost(textOf(data.n8nUrl) ?? context.getInstanceBaseUrl()) ?? '',
		tableName: textOf(data.dataTableName) ?? TABLE_DEFAULTS.name,
		keepForDays: numberOf(data.keepForDays) ?? TABLE_DEFAULTS.keepForDays,
	};
}
