import { inspect } from 'node:util';

type Write = (text: string) => string;

const XML_NAMES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' };
const codeOf = (character: string): number => character.codePointAt(0) ?? 0;
const each = (text: string, pattern: RegExp, write: Write): string => text.replace(pattern, write);
const MARKUP = /[&<>"']/g;
const NOT_PLAIN = /[^a-z0-9]/giu;

const json: Write = (text) => JSON.stringify(text).slice(1, -1);
const units = (text: string, write: (code: number) => string, pattern = /[^ -~]/g): string =>
	text.replace(pattern, (unit) => write(unit.charCodeAt(0)));
const hex = (code: number): string => code.toString(16).padStart(4, '0');
const php: Write = (text) => units(json(text).replaceAll('/', String.raw`\/`), (code) => String.raw`\u${hex(code)}`);
const rfc3986: Write = (text) => each(encodeURIComponent(text), /[!'()*]/g, (one) => `%${codeOf(one).toString(16).toUpperCase()}`);
const form: Write = (text) => new URLSearchParams({ a: text }).toString().slice(2);
const lower: Write = (text) => text.replace(/%[0-9A-F]{2}/g, (escape) => escape.toLowerCase());

/** The ways in which programs write a text into another, by name. */
export const WRITINGS: Readonly<Record<string, Write>> = {
	'as it is': (text) => text,
	JSON: json,
	'JSON, slashes escaped': (text) => json(text).replaceAll('/', String.raw`\/`),
	'JSON, as PHP writes it': php,
	'JSON, ASCII, upper case': (text) => units(json(text), (code) => String.raw`\u${hex(code).toUpperCase()}`),
	'JSON, safe in HTML': (text) => units(json(text), (code) => String.raw`\u${hex(code)}`, /[<>&']/g),
	'XML, named': (text) => each(text, MARKUP, (one) => XML_NAMES[one] ?? one),
	'XML, decimal': (text) => each(text, MARKUP, (one) => `&#${codeOf(one)};`),
	'XML, hexadecimal': (text) => each(text, MARKUP, (one) => `&#x${codeOf(one).toString(16)};`),
	'XML, hexadecimal, upper case': (text) => each(text, MARKUP, (one) => `&#x${codeOf(one).toString(16).toUpperCase()};`),
	'XML, text only': (text) => each(text, /[&<>]/g, (one) => XML_NAMES[one] ?? one),
	'XML, all but letters': (text) => each(text, NOT_PLAIN, (one) => `&#${codeOf(one)};`),
	HTML: (text) => each(text, MARKUP, (one) => (one === "'" ? '&#39;' : (XML_NAMES[one] ?? one))),
	'HTML, as PHP writes it': (text) => each(text, MARKUP, (one) => (one === "'" ? '&#039;' : (XML_NAMES[one] ?? one))),
	URL: encodeURIComponent,
	'URL, lower case': (text) => lower(encodeURIComponent(text)),
	'URL, RFC 3986': rfc3986,
	'URL, RFC 3986, lower case': (text) => lower(rfc3986(text)),
	'URL, as a form': form,
	'URL, as a form, lower case': (text) => lower(form(text)),
	'URL, twice': (text) => encodeURIComponent(encodeURIComponent(text)),
	'URL, whole': encodeURI,
	inspect: (text) => inspect(text).slice(1, -1),
	'inspect, in an object': (text) => inspect({ text }, { breakLength: Infinity }).slice('{ text: '.length + 1, -' }'.length - 1),
	'UTF-8 read as Latin-1': (text) => Buffer.from(text).toString('latin1'),
	base64: (text) => Buffer.from(text).toString('base64'),
	'base64 of a pair': (text) => Buffer.from(`me:${text}`).toString('base64'),
	'base64 for URLs': (text) => Buffer.from(`${text}:me`).toString('base64url'),
};

/** What may happen to a text when it is kept: n8n's executions are JSON, which may hold JSON of the node's. */
const AGAIN: Readonly<Record<string, Write>> = {
	'': (text) => text,
	', in JSON': json,
	', in JSON in JSON': (text) => json(json(text)),
	', in JSON of PHP': php,
};

/** The texts by which a secret can be told, by the name of the writing. Base64 and hexadecimal are those of its UTF-8. */
export function textForms(value: string): Map<string, string> {
	const written = Object.entries(WRITINGS).flatMap(([name, write]) =>
		Object.entries(AGAIN).map(([how, again]): [string, string] => [`${name}${how}`, again(write(value))]),
	);
	const bytes = Buffer.from(value);
	const coded = [0, 1, 2].flatMap((shift): [string, string][] => {
		const text = base64At(bytes, shift);
		return [
			[`base64 at ${shift}`, text],
			[`base64 for URLs at ${shift}`, text.replaceAll('+', '-').replaceAll('/', '_')],
			[`base64 in JSON of PHP at ${shift}`, text.replaceAll('/', String.raw`\/`)],
			[`base64 in a URL at ${shift}`, encodeURIComponent(text)],
		];
	});
	return new Map([
		...written,
		...coded,
		['hexadecimal', bytes.toString('hex')],
		['hexadecimal, upper case', bytes.toString('hex').toUpperCase()],
	]);
}

/** The part of the base64 of a longer text that the bytes settle when so many others (modulo 3) stand before them. */
function base64At(bytes: Buffer, shift: number): string {
	const text = Buffer.concat([Buffer.alloc(shift), bytes]).toString('base64');
	return text.slice(Math.ceil((shift * 8) / 6), Math.floor(((shift + bytes.length) * 8) / 6));
}
