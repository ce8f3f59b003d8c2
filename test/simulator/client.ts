import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A worked example document. */
export function example(name: string): string {
	return readFileSync(join(__dirname, '..', 'fixtures', 'gateway', name), 'utf8');
}

const DEMO = { login: 'demo', password: 'demo-password' };

/** Posts any text as JSON and gives back the answer's text. */
export async function postJsonText(url: string, body: string, headers: Record<string, string> = {}): Promise<string> {
	const response = await fetch(`${url}/sendmessagejson.php`, {
		method: 'POST',
		headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
		body,
	});
	return await response.text();
}

/** Posts a JSON document, signed by the demo account, and parses the answer. */
export async function postJson(url: string, document: object): Promise<unknown> {
	return JSON.parse(await postJsonText(url, JSON.stringify({ ...DEMO, ...document })));
}

/** Posts an XML document to one of the two addresses and gives back the answer's text. */
export async function postXml(url: string, body: string, path = '/xml/message.php'): Promise<string> {
	const headers = { 'content-type': 'text/xml; charset=utf-8' };
	return await (await fetch(url + path, { method: 'POST', headers, body })).text();
}

/** Sends a GET, signed by the demo account, and gives back the answer's text. */
export async function get(url: string, parameters: Record<string, string>): Promise<string> {
	const query = new URLSearchParams({ ...DEMO, ...parameters });
	return await (await fetch(`${url}/sendmessage.php?${query.toString()}`)).text();
}

/** Posts any text to the account's address and gives back the answer's text. */
export async function postAccountText(url: string, body: string, headers: Record<string, string> = {}): Promise<string> {
	const response = await fetch(`${url}/sendsmsjson.php`, {
		method: 'POST',
		headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
		body,
	});
	return await response.text();
}

/** Asks about the account, signed by the demo account, and parses the answer. */
export async function askAccount(url: string, type: string, asked: object = {}): Promise<unknown> {
	return JSON.parse(await postAccountText(url, JSON.stringify({ security: DEMO, type, ...asked })));
}

/** A right message over Viber, to be spoilt by a test. */
export const VIBER = { send_viber: '1', sender_viber: 'MyShop', text_viber: 'Hello' };

/** A right message over SMS. */
export const SMS = { send_sms: '1', sender_sms: 'MyShop', text_sms: 'Hello' };

/** A right message over VK. */
export const VK = { send_vk: '1', templateId: '100', templateData: { Name: 'Anna' } };

/** A right message over WhatsApp. */
export const WHATSAPP = { send_whatsapp: '1', sender_whatsapp: 'MyShop', text_whatsapp: 'Hello' };

/** Recipients without client numbers. */
export function phones(...numbers: string[]): { phone: string }[] {
	return numbers.map((phone) => ({ phone }));
}

/** The security element of the demo account. */
export const SECURITY = '<security><login value="demo"/><password value="demo-password"/></security>';

/** An XML request of the demo account. */
export function xmlRequest(inside: string): string {
	return `<?xml version="1.0" encoding="utf-8"?><request>${SECURITY}${inside}</request>`;
}

/** Looks into an answer: `at(answer, 'message', 0, 'error')`; undefined where there is nothing. */
export function at(value: unknown, ...path: (string | number)[]): unknown {
	return path.reduce<unknown>((inner, key) => {
		if (typeof inner !== 'object' || inner === null) return undefined;
		return Object.entries(inner).find(([name]) => name === String(key))?.[1];
	}, value);
}

/** The keys of a record in an answer, in order. */
export function keysAt(value: unknown, ...path: (string | number)[]): string[] {
	const record = at(value, ...path);
	return typeof record === 'object' && record !== null ? Object.keys(record) : [];
}

/** Parses JSON without believing anything about it. */
export function parse(text: string): unknown {
	return JSON.parse(text);
}
