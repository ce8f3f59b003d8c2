import type { Proof } from '../protocol';
import { isExposed, isTimeZone, numberOf, quoterOf, readHost, readProof, redactorOf, scalarText } from '../protocol';
import type { CredentialTrouble } from './credentialTrouble';
import type { N8nAccess } from './n8nApi';

/** Where waiting messages are kept: in the n8n process, or in a data table of n8n. */
type Store = { readonly kind: 'memory' } | DataTableStore;

/** A data table of n8n that holds an account's messages. */
export interface DataTableStore extends N8nAccess {
	readonly kind: 'dataTable';
	readonly tableName: string;
	readonly keepForDays: number;
}

/** What a credential says beside its secrets, once it is checked. */
export interface Credential {
	/** `https://gateway.example.com`, without a slash at its end. */
	readonly baseUrl: string;
	/** IANA name of the time zone the gateway's clock shows (docs/protocol.md section 6.2). */
	readonly timeZone: string;
	readonly ignoreSslIssues: boolean;
	/** Strikes login, password, token and API key out of a text: gateways may echo what they were sent. */
	readonly redact: (text: string) => string;
	/** Words from outside, fit for the user: without secrets, and at most 200 characters. */
	readonly quote: (words: string) => string;
	readonly store: Store;
}

/** The secrets of a credential. In a run they stay with n8n, which signs the requests; the Test button signs its own. */
export interface Secrets {
	readonly proof: Proof;
	/** Empty when there is none. */
	readonly n8nApiKey: string;
}

/** A credential that was read, or the first of its fields that cannot be used. */
export type CredentialReading = { readonly credential: Credential; readonly secrets: Secrets } | Unusable;

interface Unusable {
	readonly trouble: CredentialTrouble;
}

type Fields = Readonly<Record<string, unknown>>;

/** The defaults of the data table, also shown in the credential. */
const TABLE_DEFAULTS = { name: 'cascade_messages', keepForDays: 30 };

/** Reads the fields of a credential and checks all that would be unsafe or useless to go on with. */
export function readCredential(fields: Fields): CredentialReading {
	const host = readAddress(fields, 'host');
	if ('trouble' in host) return host;
	const proof = readProof(fields);
	const n8nApiKey = scalarText(fields.n8nApiKey) ?? '';
	const redact = redactorOf(proof, n8nApiKey);
	const quote = quoterOf(redact);
	const store = readStore(fields, quote);
	if ('trouble' in store) return store;
	const timeZone = scalarText(fields.timeZone) ?? '';
	if (!isTimeZone(timeZone)) return { trouble: { code: 'timeZoneUnknown', value: timeZone } };
	const ignoreSslIssues = fields.allowUnauthorizedCerts === true;
	return { credential: { baseUrl: host.address, timeZone, ignoreSslIssues, redact, quote, store }, secrets: { proof, n8nApiKey } };
}

function readStore(fields: Fields, quote: (words: string) => string): Store | Unusable {
	if (fields.store !== 'dataTable') return { kind: 'memory' };
	const n8nUrl = readAddress(fields, 'n8nUrl');
	if ('trouble' in n8nUrl) return n8nUrl;
	return {
		kind: 'dataTable',
		n8nUrl: n8nUrl.address,
		quote,
		tableName: scalarText(fields.dataTableName) ?? TABLE_DEFAULTS.name,
		keepForDays: numberOf(fields.keepForDays) ?? TABLE_DEFAULTS.keepForDays,
	};
}

function readAddress(fields: Fields, name: 'host' | 'n8nUrl'): { readonly address: string } | Unusable {
	const value = scalarText(fields[name]) ?? '';
	const address = readHost(value);
	if (address === null) return { trouble: { code: `${name}Unreadable`, value } };
	if (isExposed(address) && fields.allowPlainHttp !== true) return { trouble: { code: `${name}Exposed`, value } };
	return { address };
}
