import type { Codec, ProtocolName } from '../../nodes/CascadeMessaging/protocol/codecs';
import { PROTOCOLS } from '../../nodes/CascadeMessaging/protocol/codecs';
import { matchAnswers } from '../../nodes/CascadeMessaging/protocol/matching';
import type { Content } from '../../nodes/CascadeMessaging/protocol/message';
import { statusOf } from '../../nodes/CascadeMessaging/protocol/messageStatus';
import { checkMessage } from '../../nodes/CascadeMessaging/protocol/rules';
import { sms, TO } from './support/check';
import { limitsWith } from './support/limits';
import { protocolErrorOf } from './support/protocolError';
import { readGetRequest, readJsonRequest, readXmlRequest } from './support/readBack';
import { recipientsOf } from './support/recipients';

const { json, xml, get } = PROTOCOLS;

const untouched = Object.getOwnPropertyNames(Object.prototype);

afterEach(() => {
	expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(untouched);
	expect(Object.keys(Array.prototype)).toEqual([]);
	expect(({} as Record<string, unknown>).id_message).toBeUndefined();
});

const sendCode = (codec: Codec, text: string): string | undefined => protocolErrorOf(() => codec.decodeSend(text))?.code;
const stateCode = (codec: Codec, text: string): string | undefined => protocolErrorOf(() => codec.decodeStates(text, ['501']))?.code;

/** Who is accepted in an answer; nobody when it cannot be read. */
function acceptedIn(codec: Codec, text: string): unknown[] {
	let accepted: unknown[] = [];
	protocolErrorOf(() => {
		accepted = recipientsOf(codec.decodeSend(text))
			.flat()
			.filter((one) => one.accepted);
	});
	return accepted;
}

describe('an answer with entities of its own accepts nobody', () => {
	const laughs = (count: number, name: string): string =>
		Array.from({ length: count }, (_, n) => `<!ENTITY ${name}${n + 1} "${`&${name}${n};`.repeat(10)}">`).join('');
	const INSIDE = '<message><information id_message="501" phone="79000000001">&x;</information></message>';

	it.each([
		['a billion laughs', `<!DOCTYPE response [<!ENTITY x0 "ha">${laughs(9, 'x')}<!ENTITY x "&x9;">]>`],
		['one large entity many times', `<!DOCTYPE response [<!ENTITY x "${'x'.repeat(100_000)}">]>`],
		['an entity of itself', '<!DOCTYPE response [<!ENTITY x "&x;">]>'],
		['a file', '<!DOCTYPE response [<!ENTITY x SYSTEM "file:///etc/passwd">]>'],
		['an address', '<!DOCTYPE response [<!ENTITY x SYSTEM "http://127.0.0.1:1/">]>'],
		['a public one', '<!DOCTYPE response [<!ENTITY x PUBLIC "x" "http://127.0.0.1:1/">]>'],
		['a parameter entity', '<!DOCTYPE response [<!ENTITY % d SYSTEM "http://127.0.0.1:1/d.dtd"> %d;]>'],
		['a document type elsewhere', '<!DOCTYPE response SYSTEM "http://127.0.0.1:1/d.dtd">'],
		['in lower case', '<!doctype response [<!entity x "ha">]>'],
		['behind a comment', '<!-- x --><!DOCTYPE response [<!ENTITY x "ha">]>'],
		['without end', '<!DOCTYPE response [<!ENTITY x "ha">'],
	])('%s', (_, doctype) => {
		const text = `<?xml version="1.0"?>${doctype}<response>${INSIDE.repeat(100)}</response>`;
		expect(stateCode(xml, text)).toBe('notXml');
		const php = '<br />\n<b>Warning</b>:  x in <b>a.php</b> on line <b>1</b><br />\n';
		for (const answer of [text, text.slice(0, -20), php + text]) expect(acceptedIn(xml, answer)).toEqual([]);
	});

	it('one that is only used stays the words it is', () => {
		expect(xml.decodeSend('<response><error>&x1; &file;</error></response>')).toEqual({ refused: '&x1; &file;' });
	});
});

describe('an answer nested 100,000 deep', () => {
	const LEVELS = 100_000;
	const deep = (open: string, close: string, inside = ''): string => open.repeat(LEVELS) + inside + close.repeat(LEVELS);

	it.each([
		['lists', deep('[', ']'), 'unexpectedShape'],
		['objects', deep('{"a":', '}', '1'), 'unexpectedShape'],
		['lists and objects', deep('[{"a":', '}]', '1'), 'unexpectedShape'],
		['lists without end', '['.repeat(LEVELS), 'notJson'],
		['objects without end', '{"message":'.repeat(LEVELS), 'notJson'],
	])('of JSON %s is refused', (_, text, code) => {
		expect(sendCode(json, text)).toBe(code);
		expect(stateCode(json, text)).toBe(code);
	});

	it.each([
		['a recipient', `{"message":[[${deep('[', ']')}]]}`],
		['the ID', `{"message":[[{"id_message":${deep('[', ']')},"phone":"79000000001"}]]}`],
		['the reason', `{"message":[[{"phone":"79000000001","error":${deep('{"a":', '}', '1')}}]]}`],
	])('in the place of %s accepts nobody', (_, text) => {
		const { results } = matchAnswers([{ content: sms('Hi'), recipients: [TO] }], json.decodeSend(text));
		expect(results).toMatchObject([{ outcome: 'unanswered' }]);
	});

	it('beside the ID of a recipient does no harm', () => {
		const text = `{"message":[[{"id_message":"501","phone":"79000000001","more":${deep('[', ']')}}]]}`;
		expect(recipientsOf(json.decodeSend(text))).toMatchObject([[{ accepted: true, messageId: '501' }]]);
	});

	it.each([
		['elements', `<response>${deep('<a>', '</a>')}</response>`],
		['messages', `<response>${deep('<message>', '</message>')}</response>`],
		['elements without end', `<response>${'<a>'.repeat(LEVELS)}`],
		['elements that end in the wrong order', `<response>${deep('<a><b>', '</a></b>')}</response>`],
	])('of XML %s is refused', (_, text) => {
		expect(sendCode(xml, text)).toBe('notXml');
		expect(stateCode(xml, text)).toBe('notXml');
	});

	it('is a refusal in GET, where nothing is nested, or nothing that may come there', () => {
		const words = deep('(', ')', 'x');
		expect(get.decodeSend(words)).toEqual({ refused: words });
		for (const text of [deep('[', ']'), deep('{', '}')]) expect(sendCode(get, text)).toBe('unexpectedShape');
	});
});

const NAMES = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'valueOf', '__defineGetter__'];

describe.each(NAMES)('in an answer the name %s', (name) => {
	const accepting = { id_message: '666', phone: TO.phone, error: 'x', state: 'deliver' };

	it('does not stand for the document of JSON', () => {
		const text = `{"${name}":{"message":[[${JSON.stringify(accepting)}]],"state":[${JSON.stringify(accepting)}]}}`;
		expect(sendCode(json, text)).toBe('unexpectedShape');
		expect(stateCode(json, text)).toBe('unexpectedShape');
	});

	it('does not stand for a recipient or a state of JSON', () => {
		const inside = `{"${name}":${JSON.stringify(accepting)}}`;
		const [[recipient] = []] = recipientsOf(json.decodeSend(`{"message":[[${inside}]]}`));
		expect(recipient).toEqual({ accepted: false, reason: null, raw: JSON.parse(inside) as unknown });
		expect(json.decodeStates(`{"state":[${inside}]}`, ['666'])).toEqual({ states: [] });
	});

	it('changes nothing beside an ID of JSON', () => {
		const text = `{"message":[[{"${name}":{"id_message":"666","error":"x"},"id_message":"501","phone":"79000000001"}]]}`;
		expect(recipientsOf(json.decodeSend(text))).toMatchObject([[{ accepted: true, messageId: '501', phone: '79000000001' }]]);
	});

	it('is no element and no attribute that counts in XML', () => {
		const named = (attributes: string): string => `<response><message><information ${attributes}/></message></response>`;
		for (const text of [
			`<${name}><message><information id_message="666"/></message></${name}>`,
			`<response><${name}><message><information id_message="666"/></message></${name}></response>`,
			named(`${name}="666" phone="79000000001"`),
			`<response><message><${name} id_message="666" phone="79000000001">send</${name}></message></response>`,
		]) {
			expect(acceptedIn(xml, text)).toEqual([]);
		}
	});

	it('is a state or a reason like any other words', () => {
		const states = json.decodeStates(JSON.stringify({ state: [{ id_message: '501', state: name, state_sms: name }] }), ['501']);
		const [record] = 'states' in states ? states.states : [];
		expect(record && statusOf(record, 'UTC')).toMatchObject({ outcome: 'unknown', final: true, state: name, deliveredBy: null });
		expect(get.decodeSend(name)).toEqual({ refused: name });
	});
});

describe.each(NAMES)('a template parameter named %s', (name) => {
	const content: Content = {
		cascade: ['vk'],
		channels: {
			vk: {
				templateId: '1',
				templateData: [
					{ name, value: 'x' },
					{ name: 'Name', value: 'y' },
				],
			},
		},
	};
	const wanted = [
		[name, 'x'],
		['Name', 'y'],
	].sort(([a = ''], [b = '']) => (a < b ? -1 : 1));

	it.each<ProtocolName>(['json', 'xml', 'get'])('travels as any other: %s', (protocol) => {
		const codec = PROTOCOLS[protocol];
		expect(checkMessage(content, TO, limitsWith(codec))).toEqual([]);
		const request = codec.encodeSend([{ content, recipients: [TO] }]);
		const read = { json: readJsonRequest, xml: readXmlRequest, get: (query: string) => [readGetRequest(query)] }[protocol];
		expect(read(request.method === 'POST' ? request.body : request.query)[0]?.channels.vk?.templateData).toEqual(wanted);
	});
});
