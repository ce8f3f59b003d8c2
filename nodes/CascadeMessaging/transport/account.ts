import { NodeOperationError } from 'n8n-workflow';
import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import { isTimeZone } from '../protocol/gatewayTime';
import { textOf } from '../protocol/guards';
import { isExposed, readHost } from '../protocol/host';
import { numberOf } from '../protocol/numbers';
import { quoterOf, readProof, redactorOf, signedUrlGrowth } from '../protocol/signing';
import type { GatewayContext } from './context';
import type { N8nAccess } from './n8nApi';

/** The credential every node of this package uses. */
export const CREDENTIAL = 'cascadeMessagingApi';

/** Where waiting messages are kept: in the n8n process, or in a data table of n8n. */
export type Store = { readonly kind: 'memory' } | DataTableStore;

/** A data table of n8n that holds an account's messages. */
export interface DataTableStore extends N8nAccess {
	readonly kind: 'dataTable';
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
	/** Strikes login, password and token out of a text: gateways may echo what they were sent. */
	readonly redact: (text: string) => string;
	/** Words of the gateway, fit for the user: without secrets, and at most 200 characters. */
	readonly quote: (words: string) => string;
	readonly store: Store;
}

/** The account of the node's credential. Throws `NodeOperationError` when an address or the time zone is none, or is not safe. */
export async function getAccount(context: GatewayContext): Promise<Account> {
	const data = await context.getCredentials(CREDENTIAL);
	const baseUrl = addressOf(context, data, {
		name: 'host',
		advice: 'Open the credential and enter the host your operator gave you, e.g. gateway.example.com.',
	});
	const timeZone = textOf(data.timeZone) ?? '';
	if (!isTimeZone(timeZone)) {
		throw new NodeOperationError(context.getNode(), `"${timeZone}" in the credential is not a time zone`, {
			description: 'Open the credential and enter an IANA time zone, e.g. Europe/Moscow.',
		});
	}
	const proof = readProof(data);
	const growth = signedUrlGrowth(proof);
	const redact = redactorOf(proof, textOf(data.n8nApiKey) ?? '');
	const quote = quoterOf(redact);
	const { id, name } = context.getNode().credentials?.[CREDENTIAL] ?? {};
	return {
		key: id ?? name ?? '',
		baseUrl,
		timeZone,
		ignoreSslIssues: data.allowUnauthorizedCerts === true,
		urlOverhead: (path) => `${baseUrl}${path}?`.length + growth,
		redact,
		quote,
		store: storeOf(context, data, quote),
	};
}

/** The defaults of the data table, also shown in the credential. */
const TABLE_DEFAULTS = { name: 'cascade_messages', keepForDays: 30 };

function storeOf(context: GatewayContext, data: ICredentialDataDecryptedObject, quote: N8nAccess['quote']): Store {
	if (data.store !== 'dataTable') return { kind: 'memory' };
	return {
		kind: 'dataTable',
		n8nUrl: addressOf(context, data, {
			name: 'n8nUrl',
			advice: 'Open the credential and enter the n8n URL under which n8n reaches itself, e.g. http://localhost:5678.',
		}),
		quote,
		tableName: textOf(data.dataTableName) ?? TABLE_DEFAULTS.name,
		keepForDays: numberOf(data.keepForDays) ?? TABLE_DEFAULTS.keepForDays,
	};
}

/** What a field of the credential is called, and what to do when it holds no address. */
interface AddressField {
	readonly name: 'host' | 'n8nUrl';
	readonly advice: string;
}

function addressOf(context: GatewayContext, data: ICredentialDataDecryptedObject, { name, advice }: AddressField): string {
	const address = readHost(textOf(data[name]) ?? '');
	const title = name === 'host' ? 'host' : 'n8n URL';
	if (address === null) {
		throw new NodeOperationError(context.getNode(), `The ${title} in the credential is not an address`, { description: advice });
	}
	if (isExposed(address) && data.allowPlainHttp !== true) {
		throw new NodeOperationError(context.getNode(), `The ${title} in the credential is not encrypted, so nothing was sent`, {
			description: EXPOSED_ADVICE,
		});
	}
	return address;
}

/** What to do about an address that begins with http:// and is not this machine. */
export const EXPOSED_ADVICE =
	'Over http:// anyone on the way could read your password. Write https:// instead, or turn on Allow Unencrypted Connections in the credential if you know that the way is safe.';
