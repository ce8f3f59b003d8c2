import { textAt } from '../json';
import type { Session } from './session';

/** A credential in n8n, as a node names it. */
export interface CredentialName {
	id: string;
	name: string;
}

/** The account at the simulator. */
interface GatewayAccount {
	/** e.g. `http://127.0.0.1:8090` */
	host: string;
	login: string;
	password: string;
	/** IANA name. */
	timeZone: string;
}

/** Makes a Cascade Messaging credential with login and password. */
export async function createCredential({ api }: Session, account: GatewayAccount): Promise<CredentialName> {
	const name = 'Demo Gateway';
	const data = { ...account, authentication: 'password', allowUnauthorizedCerts: false };
	const made = await api('POST', '/credentials', { name, type: 'cascadeMessagingApi', data });
	return { id: textAt(made, 'id'), name };
}
