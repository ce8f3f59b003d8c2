import type { Account } from '../gateway/authentication';

const HIDDEN = '[hidden]';
const KEY = 'login|password|token';
const IN_JSON = new RegExp(`("(?:${KEY})"\\s*:\\s*)(?:"[^"\\\\]*(?:\\\\[^][^"\\\\]*)*(?:"|\\\\?$)|[^\\s,}"]+)`, 'gi');
const IN_XML = new RegExp(`(<(?:${KEY})\\b[^<>]*?\\bvalue\\s*=\\s*)(?:"[^"]*(?:"|$)|'[^']*(?:'|$))`, 'gi');
const IN_QUERY = new RegExp(`((?:^|[?&])(?:${KEY})=)[^&\\s]*`, 'gi');

/**
 * Makes a function that hides login, password and token wherever a protocol puts them, and the account's own password
 * and token wherever else they turn up, plain or encoded.
 */
export function makeRedactor({ password, token }: Account): (text: string) => string {
	const secrets = [password, token].flatMap(spellings).filter((secret) => secret.length > 3);
	return (text) =>
		secrets.reduce(
			(rest, secret) => rest.replaceAll(secret, HIDDEN),
			text.replace(IN_JSON, `$1"${HIDDEN}"`).replace(IN_XML, `$1"${HIDDEN}"`).replace(IN_QUERY, `$1${HIDDEN}`),
		);
}

function spellings(secret: string): string[] {
	const inXml = secret.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
	return [...new Set([secret, JSON.stringify(secret).slice(1, -1), encodeURIComponent(secret), inXml])];
}
