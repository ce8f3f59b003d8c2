import { spellingsOf } from './spellings';
import { shorten } from './text';

/** What proves to the gateway who is asking: login and password in the request, or a token in a header (docs/protocol.md section 7). */
export type Proof =
	| { readonly authentication: 'password'; readonly login: string; readonly password: string }
	| { readonly authentication: 'token'; readonly token: string };

/** The proof in the fields of a credential: `authentication` says whether `login` and `password` or `token` count. */
export function readProof(fields: Readonly<Record<string, unknown>>): Proof {
	return fields.authentication === 'token'
		? { authentication: 'token', token: String(fields.token).trim() }
		: { authentication: 'password', login: String(fields.login), password: String(fields.password) };
}

/** The parts of an HTTP request that signing reads and changes. */
export interface Signable {
	readonly url: string;
	readonly headers: Readonly<Record<string, string>>;
	readonly body?: string;
}

/**
 * Returns the request with the proof put in, wherever its protocol wants it: first in the JSON object, as `security` in a question about
 * the account, as `<security>` in the XML request, as the first query parameters of a GET, or as a header for all of them (docs/protocol.md
 * sections 2–4, 7 and 8). Takes requests as the codecs write them.
 *
 * @throws {URIError} for a GET when login or password holds half a character
 */
export function sign({ url, headers, body }: Signable, proof: Proof): Signable {
	if (proof.authentication === 'token') {
		const signed = { ...headers, Authorization: `Bearer ${proof.token}` };
		return { url, headers: signed, ...(body !== undefined && { body }) };
	}
	if (body === undefined) return { url: signUrl(url, proof.login, proof.password), headers };
	return { url, headers, body: body.startsWith('<') ? signXml(body, proof) : signJson(body, proof) };
}

/**
 * How many characters signing adds to the URL of a GET request.
 *
 * @throws {URIError} when login or password holds half a character
 */
export function signedUrlGrowth(proof: Proof): number {
	return proof.authentication === 'token' ? 0 : signUrl('?', proof.login, proof.password).length - 1;
}

interface LoginAndPassword {
	readonly login: string;
	readonly password: string;
}

/** Questions about the account are known by their `type`, which stands first in them and in no other document. */
function signJson(body: string, { login, password }: LoginAndPassword): string {
	const security = { login, password };
	const signed = body.startsWith('{"type":') ? { security } : security;
	return body.replace('{', () => `${JSON.stringify(signed).slice(0, -1)},`);
}

function signXml(body: string, { login, password }: LoginAndPassword): string {
	const security = `<security><login value="${escapeXml(login)}"/><password value="${escapeXml(password)}"/></security>`;
	return body.replace('<request>', () => `<request>${security}`);
}

function signUrl(url: string, login: string, password: string): string {
	const proof = `login=${encodeURIComponent(login)}&password=${encodeURIComponent(password)}&`;
	return url.replace('?', () => `?${proof}`);
}

function escapeXml(text: string): string {
	return text.replace(/[&<>"'\t\r\n]/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** Shorter secrets would be found in any text by chance. */
const SHORTEST_SECRET = 4;

/**
 * Returns a function that strikes the proof's secrets, and others if there are any, out of texts for the user, however they are
 * written there.
 */
export function redactorOf(proof: Proof, ...others: readonly string[]): (text: string) => string {
	const secrets = proof.authentication === 'token' ? [proof.token] : [proof.password, proof.login];
	const patterns = [...secrets, ...others]
		.flatMap(inPieces)
		.filter((secret) => secret.trim().length >= SHORTEST_SECRET)
		.sort((a, b) => b.length - a.length)
		.map(spellingsOf);
	return (text) => patterns.reduce((clean, pattern) => clean.replace(pattern, '***'), text);
}

/** Longer ones would make patterns too long to be run. */
const LONGEST_PIECE = 500;

/** A long secret in pieces of about the same length. */
function inPieces(secret: string): string[] {
	const count = Math.ceil(secret.length / LONGEST_PIECE);
	if (count <= 1) return [secret];
	const length = Math.ceil(secret.length / count);
	return secret.match(new RegExp(`[^]{1,${length}}`, 'gu')) ?? [];
}

const LONGEST_READ = 5000;

/** Returns a function that makes words from outside fit for the user: without secrets, and at most 200 characters. */
export function quoterOf(redact: (text: string) => string): (words: string) => string {
	// Words may be as long as an answer, and only their beginning is shown.
	return (words) => shorten(redact(words.slice(0, LONGEST_READ)));
}
