import type { Codec } from '../../../nodes/CascadeMessaging/protocol/codecs';
import { PROTOCOLS } from '../../../nodes/CascadeMessaging/protocol/codecs';
import type { ProtocolError } from '../../../nodes/CascadeMessaging/protocol/errors';
import { fixture } from '../support/fixtures';
import { protocolErrorOf } from '../support/protocolError';

const { json, xml, get } = PROTOCOLS;

const sendError = (codec: Codec, text: string): ProtocolError | undefined => protocolErrorOf(() => codec.decodeSend(text));
const stateError = (codec: Codec, text: string): ProtocolError | undefined => protocolErrorOf(() => codec.decodeStates(text, ['501']));

describe('no answer in JSON', () => {
	const NOT_JSON = 'The gateway answered with something that is not JSON, but ';
	const NO_OBJECT = "The gateway's JSON answer lacks an object.";

	it.each([
		['', 'emptyAnswer', 'The gateway answered with nothing.'],
		['\uFEFF \n', 'emptyAnswer', 'The gateway answered with nothing.'],
		['Wrong password', 'notJson', `${NOT_JSON}plain text.`],
		['<html>\n<b>502</b>', 'notJson', `${NOT_JSON}a web page.`],
		['<response/>', 'notJson', `${NOT_JSON}XML, or a part of it.`],
		['{"error":"x"', 'notJson', `${NOT_JSON}JSON, or a part of it.`],
		['<html><script>{"error":"x"}</script></html>', 'notJson', `${NOT_JSON}a web page.`],
		['[]', 'unexpectedShape', NO_OBJECT],
		['null', 'unexpectedShape', NO_OBJECT],
		['"error"', 'unexpectedShape', NO_OBJECT],
		['12345678901234567890', 'unexpectedShape', NO_OBJECT],
	])('%j: %s', (text, code, message) => {
		expect(sendError(json, text)).toMatchObject({ name: 'ProtocolError', code, message });
		expect(stateError(json, text)).toMatchObject({ code, message });
	});

	it.each(['{}', '{"error":""}', '{"error":{"text":""}}', '{"error":0}', '{"__proto__":{"message":[]}}', '{"state":[]}'])(
		'%s lacks "message"',
		(text) => {
			const message = 'The gateway\'s JSON answer lacks "message".';
			expect(sendError(json, text)).toMatchObject({ code: 'unexpectedShape', message });
		},
	);

	it.each(['{}', '{"error":""}', '{"message":[]}'])('%s lacks "state"', (text) => {
		const message = 'The gateway\'s JSON answer lacks "state".';
		expect(stateError(json, text)).toMatchObject({ code: 'unexpectedShape', message });
	});

	it.each([1, 2, 3, 4, 5, 6, 7, 8, 9])('are states cut off after %d tenths', (tenths) => {
		const states = fixture('json-state.response.json');
		expect(stateError(json, states.slice(0, (states.length * tenths) / 10))?.code).toBe('notJson');
	});

	it.each([
		['open brackets', '['.repeat(500_000), 'notJson'],
		['objects', `{"error":${'{"error":'.repeat(50_000)}1${'}'.repeat(50_000)}}`, 'unexpectedShape'],
	])('is anything nested too deep: %s', (_, text, code) => {
		expect(sendError(json, text)?.code).toBe(code);
	});
});

describe('no answer in XML', () => {
	const NOT_XML = 'The gateway answered with something that is not well-formed XML, but ';
	const NO_RESPONSE = "The gateway's XML answer lacks <response>.";

	it.each([
		['', 'emptyAnswer', 'The gateway answered with nothing.'],
		['\uFEFF \n', 'emptyAnswer', 'The gateway answered with nothing.'],
		['Wrong password', 'notXml', `${NOT_XML}plain text.`],
		['{"error":"x"}', 'notXml', `${NOT_XML}JSON, or a part of it.`],
		['<html>\n<br><b>502</html>', 'notXml', `${NOT_XML}a web page.`],
		['<response><error>a <br> b</error></response>', 'notXml', `${NOT_XML}XML, or a part of it.`],
		['<response><error>x</response></error>', 'notXml', `${NOT_XML}XML, or a part of it.`],
		['<response/>tail', 'notXml', `${NOT_XML}XML, or a part of it.`],
		['<response a=1/>', 'notXml', `${NOT_XML}XML, or a part of it.`],
		['<html><b>502</b></html>', 'unexpectedShape', NO_RESPONSE],
		['<response/>', 'unexpectedShape', NO_RESPONSE],
	])('%j: %s', (text, code, message) => {
		expect(sendError(xml, text)).toMatchObject({ code, message });
		expect(stateError(xml, text)).toMatchObject({ code, message });
	});

	it('lacks <message> or <state> when it answers something else', () => {
		const code = 'unexpectedShape';
		expect(sendError(xml, '<response><state id_message="1">deliver</state></response>')).toMatchObject({
			code,
			message: "The gateway's XML answer lacks <message>.",
		});
		expect(stateError(xml, '<response><message/></response>')).toMatchObject({
			code,
			message: "The gateway's XML answer lacks <state>.",
		});
	});

	it.each([1, 2, 3, 4, 5, 6, 7, 8, 9])('are states cut off after %d tenths', (tenths) => {
		const states = fixture('xml-state.response.xml');
		expect(stateError(xml, states.slice(0, (states.length * tenths) / 10))?.code).toBe('notXml');
	});

	const billionLaughs = Array.from({ length: 9 }, (_, n) => `<!ENTITY l${n + 1} "${`&l${n};`.repeat(10)}">`).join('');

	it.each([
		['a plain one', '<!DOCTYPE response>', 'x'],
		['a page', '<!doctype html>', 'x'],
		['entities that grow without bound', `<!DOCTYPE r [<!ENTITY l0 "lol">${billionLaughs}]>`, '&l9;'],
		['an entity that reads a file', '<!DOCTYPE r [<!ENTITY f SYSTEM "file:///etc/passwd">]>', '&f;'],
	])('is anything with a document type: %s', (_, doctype, words) => {
		const text = `<?xml version="1.0"?>${doctype}<response><error>${words}</error></response>`;
		expect(sendError(xml, text)?.code).toBe('notXml');
	});

	it.each([1000, 100_000])('is anything nested too deep: %d levels', (levels) => {
		const inside = `<error>x</error>${'<a>'.repeat(levels)}${'</a>'.repeat(levels)}`;
		expect(sendError(xml, `<response>${inside}</response>`)?.code).toBe('notXml');
	});
});

it.each([
	['', 'emptyAnswer', 'The gateway answered with nothing.'],
	[' \uFEFF\n', 'emptyAnswer', 'The gateway answered with nothing.'],
	['<html>502</html>', 'unexpectedShape', 'The gateway answered with a web page instead of message IDs.'],
	['\uFEFF\n<!DOCTYPE html>', 'unexpectedShape', 'The gateway answered with a web page instead of message IDs.'],
])('no answer in GET is %j: %s', (text, code, message) => {
	expect(sendError(get, text)).toMatchObject({ code, message });
	expect(stateError(get, text)).toMatchObject({ code, message });
});

describe('a message of PHP is no answer in GET', () => {
	const message = 'The gateway answered with a message of PHP instead of message IDs.';

	it.each([
		'Fatal error: Uncaught Error in /var/www/send.php:3',
		'PHP Fatal error:  Allowed memory size exhausted',
		'Parse error: syntax error',
		'Warning: Undefined array key "phone" in',
		'Notice: Undefined index',
		'Deprecated: strlen()',
		'PHP Strict Standards: Only variables',
		'Fatal err',
		'PHP W',
	])('%s', (text) => {
		expect(sendError(get, text)).toMatchObject({ code: 'unexpectedShape', message });
		expect(stateError(get, text)).toMatchObject({ code: 'unexpectedShape', message });
	});

	it.each(['Warning of a low balance', 'Error: Notice: no money', 'fatal error'])('but words are a refusal: %s', (text) => {
		expect(get.decodeSend(text)).toHaveProperty('refused');
	});
});

describe('an answer may echo a password, so nothing of it is quoted', () => {
	const ECHO = 'login=demo&password=demo-password';

	it.each([
		['json', ECHO],
		['json', `{"request":"${ECHO}"`],
		['json', `{"request":"${ECHO}"}`],
		['json', `["${ECHO}"]`],
		['xml', ECHO],
		['xml', `<response>${ECHO}</response>`],
		['xml', `<response><request>demo demo-password</request></response>`],
		['xml', `<demo-password/>`],
		['get', `<html>${ECHO}</html>`],
	] as const)('%s: %s', (protocol, text) => {
		for (const error of [sendError(PROTOCOLS[protocol], text), stateError(PROTOCOLS[protocol], text)]) {
			expect(error?.message).toMatch(/^The gateway.*\.$/);
			expect(error?.message).not.toMatch(/demo|password/);
		}
	});
});
