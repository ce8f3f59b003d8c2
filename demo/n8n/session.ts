import { dig, textAt } from '../json';

/** The person n8n belongs to. */
export interface Owner {
	email: string;
	firstName: string;
	lastName: string;
	password: string;
}

/** Sends a request with an optional JSON body and gives the JSON of the answer. */
export type Call = (method: string, path: string, body?: unknown) => Promise<unknown>;

/** A logged-in owner with an API key. It stays good when n8n is restarted from the same folder on the same port. */
export interface Session {
	url: string;
	/** For browsers: the name and value of n8n's login cookie, `name=value`. */
	cookie: string;
	apiKey: string;
	/** Calls the public API: `api('GET', '/workflows')`. @throws Error with n8n's words when it refuses */
	api: Call;
	/** Calls the editor's own API: `rest('POST', '/workflows/ID/run', …)`. @throws Error with n8n's words when it refuses */
	rest: Call;
}

/** The owner of a demo's n8n, made up and the same every time. */
export const demoOwner: Owner = { email: 'demo@example.com', firstName: 'Demo', lastName: 'Owner', password: 'Cascade-demo-1' };

/** Makes the owner account where n8n has none yet, logs in and makes an API key that may do everything. */
export async function openSession(url: string, owner: Owner = demoOwner): Promise<Session> {
	const settings = await call(url, { method: 'GET', path: '/rest/settings' });
	if (dig(settings.body, 'data', 'userManagement', 'showSetupOnFirstLoad') === true) {
		await call(url, { method: 'POST', path: '/rest/owner/setup', body: owner });
	}
	const proof = { emailOrLdapLoginId: owner.email, password: owner.password };
	const login = await call(url, { method: 'POST', path: '/rest/login', body: proof });
	const [cookie = ''] = login.cookies;
	const rest: Call = async (method, path, body) => (await call(url, { method, path: `/rest${path}`, headers: { cookie }, body })).body;
	const scopes = dig(await rest('GET', '/api-keys/scopes'), 'data');
	const key = await rest('POST', '/api-keys', { label: `Demo ${new Date().toISOString()}`, expiresAt: null, scopes });
	const apiKey = textAt(key, 'data', 'rawApiKey');
	const headers = { 'X-N8N-API-KEY': apiKey };
	const api: Call = async (method, path, body) => (await call(url, { method, path: `/api/v1${path}`, headers, body })).body;
	return { url, cookie, apiKey, api, rest };
}

interface Request {
	method: string;
	path: string;
	headers?: Record<string, string>;
	/** What is sent as JSON; nothing when left out. */
	body?: unknown;
}

interface Answer {
	body: unknown;
	/** `name=value` of each cookie the answer sets. */
	cookies: string[];
}

async function call(url: string, { method, path, headers = {}, body }: Request): Promise<Answer> {
	const request: RequestInit = {
		method,
		// While a node works hard n8n answers late, and closes idle connections as they are used again.
		headers: { ...headers, Connection: 'close', ...(body === undefined ? {} : { 'Content-Type': 'application/json' }) },
		...(body === undefined ? {} : { body: JSON.stringify(body) }),
	};
	const answer = await fetch(`${url}${path}`, request).catch((error: unknown) => {
		throw new Error(`n8n did not answer ${method} ${path}: ${reasonOf(error)}`, { cause: error });
	});
	const text = await answer.text();
	const parsed = parse(text);
	if (!answer.ok || parsed === undefined) {
		const message = dig(parsed, 'message');
		const words = typeof message === 'string' ? message : text.slice(0, 200);
		throw new Error(`n8n answered ${method} ${path} with ${answer.status}: ${words}`);
	}
	return { body: parsed, cookies: answer.headers.getSetCookie().map((cookie) => cookie.split(';', 1).join('')) };
}

function reasonOf(error: unknown): string {
	const message = dig(error, 'cause', 'message') ?? dig(error, 'message');
	return typeof message === 'string' ? message : String(error);
}

function parse(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}
