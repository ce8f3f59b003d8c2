/** Every character that some way of writing text has to escape. */
const NASTY = String.raw`&<>"'\\/ ?+%41&amp;$1#é€😀=;` + '`${x}';

/** Headers take neither other alphabets nor blanks. */
const NASTY_IN_HEADER = String.raw`&<>"'\\/?+%41&amp;$1#é=;` + '`${x}';

/** A secret of the tests. It begins and ends with letters no writing changes, by which also a part of it can be told. */
export interface Secret {
	readonly name: string;
	readonly value: string;
	readonly marks: readonly string[];
}

/** A secret with those characters between its beginning and its end. */
export const secret = (name: string, value = NASTY, ...marks: readonly [string, string]): Secret => ({
	name,
	value: `${marks[0]}${value}${marks[1]}`,
	marks,
});

export const LOGIN = secret('login', NASTY, 'lgnheadqz7vxk', 'lgntailyk4wjb');
export const PASSWORD = secret('password', NASTY, 'pwdheadfh2mzr', 'pwdtailgd9nbx');
export const TOKEN = secret('token', NASTY_IN_HEADER, 'tknheadcb6lqs', 'tkntailvw3pyt');
export const API_KEY = secret('API key', NASTY_IN_HEADER, 'keyheadjr8tfd', 'keytailxm5hgc');

/** All that must be found nowhere. */
export const SECRETS: readonly Secret[] = [LOGIN, PASSWORD, TOKEN, API_KEY];

/** Those that prove to the gateway who asks. */
export const PROOFS: Readonly<Record<'password' | 'token', readonly Secret[]>> = { password: [LOGIN, PASSWORD], token: [TOKEN] };

/** What a credential holds of them, with the proof that counts. */
export const secretsFor = (authentication: 'password' | 'token'): Record<string, string> => ({
	authentication,
	...(authentication === 'password' ? { login: LOGIN.value, password: PASSWORD.value } : { token: TOKEN.value }),
});

/** An account whose gateway knows the secrets. */
export const ACCOUNT = { login: LOGIN.value, password: PASSWORD.value, token: TOKEN.value };
