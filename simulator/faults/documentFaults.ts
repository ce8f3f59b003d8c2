import { KNOWN_WORDS } from '../gateway/knownWords';
import type { ProtocolName } from '../gateway/message';
import { WORDS } from '../gateway/refusal';
import { textReply } from '../protocols/wire';
import type { FaultContext, FaultRow } from './faultRow';
import { echoPage, errorPage } from './htmlPages';

type Documents = Readonly<Record<ProtocolName, string>>;

const WRONG_TOP: Documents = {
	json: '["message"]',
	xml: '<?xml version="1.0" encoding="utf-8"?> <answer>ok</answer>',
	get: '{"message":[]}',
};

const TROUBLE = 'Внутренняя ошибка';
/** Where JSON answers have lists and records: to sending, about states, and about the account. */
const LISTS = ['message', 'state', 'money', 'sms', 'list_originator', 'phones', 'base', 'bases', 'scheduled'];

const TEXT_FOR_LIST: Documents = {
	json: JSON.stringify(Object.fromEntries(LISTS.map((name) => [name, TROUBLE]))),
	xml: `<?xml version="1.0" encoding="utf-8"?> <response>${TROUBLE}</response>`,
	get: TROUBLE,
};

const STATUSES: readonly (readonly [number, string])[] = [
	[500, 'Internal Server Error'],
	[502, 'Bad Gateway'],
	[503, 'Service Unavailable'],
];

/** Refusals of the whole request in the words of PROTOCOL section 6a. */
const REFUSALS: readonly (readonly [name: string, about: string, text: (protocol: ProtocolName) => string])[] = [
	['access-refusal', 'login and password are called wrong, in the words of the SMS interface', () => KNOWN_WORDS.access],
	[
		'format-refusal',
		'the format of the document is called wrong',
		(protocol) => (protocol === 'xml' ? KNOWN_WORDS.badXml : KNOWN_WORDS.badJson),
	],
	['no-data-refusal', 'the body of the request is called missing', () => KNOWN_WORDS.noPostData],
	['blocked-refusal', 'the account is called blocked', () => KNOWN_WORDS.accountBlocked],
];

/** Faults that put another document in the answer's place. */
export const documentFaults: readonly FaultRow[] = [
	replaced('status-429', 'HTTP 429 with Retry-After of some seconds (1) and HTML', ({ order }) => {
		const page = textReply(429, 'text/html', errorPage(429, 'Too Many Requests'));
		return { ...page, headers: { ...page.headers, 'retry-after': String(Math.ceil(order.seconds ?? 1)) } };
	}),
	...STATUSES.map(([status, title]) =>
		replaced(`status-${status}`, `HTTP ${status} with HTML`, () => textReply(status, 'text/html', errorPage(status, title))),
	),
	replaced('html', 'HTTP 200 with HTML', () => textReply(200, 'text/html', errorPage(200, 'Site under maintenance'))),
	replaced('empty', 'HTTP 200 without a document', () => textReply(200, 'text/html; charset=utf-8', '')),
	replaced('auth-refusal', 'login and password are called wrong', ({ write }) => write({ kind: 'error', text: WORDS.badLogin })),
	...REFUSALS.map(([name, about, text]) => replaced(name, about, ({ write, protocol }) => write({ kind: 'error', text: text(protocol) }))),
	replaced('quoting-refusal', 'a refusal that quotes address and body of the request, secrets included', ({ request, write }) =>
		write({ kind: 'error', text: `Ошибка в запросе ${request.target} ${request.body.toString()}` }),
	),
	replaced('wrong-top-type', 'a document with another top: a list, an element <answer>, JSON for plain text', (context) =>
		inPlace(WRONG_TOP, context),
	),
	replaced('text-for-list', 'a text where a list should be', (context) => inPlace(TEXT_FOR_LIST, context)),
	replaced('redirect', 'HTTP 307 (or status) to another host (location)', ({ order, request }) => ({
		status: order.status ?? 307,
		headers: { location: `${order.location ?? 'https://elsewhere.example'}${request.target}` },
		body: Buffer.alloc(0),
	})),
	replaced('echo', 'HTTP 500 (or status) with the whole request, headers included, in an HTML page', ({ order, request }) =>
		textReply(order.status ?? 500, 'text/html; charset=utf-8', echoPage(request)),
	),
	replaced('custom', 'the document (body), its type (contentType) and status (200) of your choice', ({ order, write }) => {
		const usual = write({ kind: 'error', text: '' }).headers['content-type'] ?? 'text/plain';
		return textReply(order.status ?? 200, order.contentType ?? usual, order.body ?? '');
	}),
];

function replaced(name: string, about: string, make: (context: FaultContext) => ReturnType<FaultContext['write']>): FaultRow {
	return { name, about, accepted: 'no', stage: 'reply', alter: (_, context) => make(context) };
}

function inPlace(documents: Documents, { protocol, write }: FaultContext): ReturnType<FaultContext['write']> {
	return { ...write({ kind: 'error', text: '' }), body: Buffer.from(documents[protocol]) };
}
