import type { Revision } from './channel';
import { refuse, WORDS } from './refusal';

/** What the account is known by. */
export interface Account {
	readonly login: string;
	readonly password: string;
	readonly token: string;
}

/** What a request brought to prove itself. */
export interface Credentials {
	/** Login and password from the document or the query; null when it has neither. */
	readonly pair: { readonly login: string | null; readonly password: string | null } | null;
	/** The Authorization header. */
	readonly header: string | null;
}

/** Which kind of credentials a request brought. */
export type AuthenticationKind = 'password' | 'token' | 'both' | 'none';

/** Names the kind of credentials, for the request log. */
export function kindOf({ pair, header }: Credentials): AuthenticationKind {
	if (header !== null) return pair ? 'both' : 'token';
	return pair ? 'password' : 'none';
}

/** What is said of wrong credentials: login and password, and the token. */
interface Words {
	readonly badLogin: string;
	readonly badToken: string;
}

/**
 * Lets a request in by login and password or by `Authorization: Bearer` (PROTOCOL sections 2–4 and 7), never by both.
 * An operator of revision 1 knows nothing of tokens.
 * @throws {Refusal} when the credentials are wrong, missing, or of both kinds
 */
export function authenticate(account: Account, revision: Revision, credentials: Credentials, words: Words = WORDS): void {
	const { pair, header } = credentials;
	if (header !== null && revision === 2) {
		if (pair) refuse(WORDS.twoCredentials);
		const token = /^Bearer (\S+)$/.exec(header)?.[1];
		if (token !== account.token) refuse(words.badToken);
		return;
	}
	const isRight = header === null && pair?.login === account.login && pair.password === account.password;
	if (!isRight) refuse(words.badLogin);
}
