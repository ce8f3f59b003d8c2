import type { SendAnswer } from '../../../nodes/CascadeMessaging/protocol/answers';
import { PROTOCOLS } from '../../../nodes/CascadeMessaging/protocol/codecs';
import { matchAnswers } from '../../../nodes/CascadeMessaging/protocol/matching';
import { sms } from '../support/check';
import { protocolErrorOf } from '../support/protocolError';

const { json, xml } = PROTOCOLS;

const PHONES = ['79000000001', '79000000002', '79000000003'];
const HTML = '<br />\n<b>Warning</b>:  Undefined "index": {phone} [0] in\n <b>/www/a.php</b> on line <b>42</b><br />\n';
const PLAIN = '\nPHP Notice:  x {"y": [1,\nz\nin /www/a.php on line 1179038981\n';

/** What becomes of three recipients: an ID, the reason for refusal, or `?` with the ID that is known. */
const fatesIn = (answer: SendAnswer): string[] =>
	matchAnswers([{ content: sms('Hi'), recipients: PHONES.map((phone) => ({ phone })) }], answer).results.map((one) => {
		if (one.outcome === 'accepted') return one.answer.messageId;
		return one.outcome === 'refused' ? one.reason : `?${one.answer?.messageId ?? ''}`;
	});

const RECORDS = [
	'{"id_message":"501","phone":"79000000001"}',
	'{"phone":"79000000002","error":"Stop list"}',
	'{"id_message":"503","phone":"79000000003"}',
];
const jsonOf = (second = RECORDS[1]): string => `{"message":[[${RECORDS[0]},${second},${RECORDS[2]}]]}`;
const ALL = ['501', 'Stop list', '503'];

describe('JSON in which something is wrong is read all the same', () => {
	it.each([
		['behind it a warning', jsonOf() + HTML],
		['behind it a warning in plain text', jsonOf() + PLAIN],
		['before it a warning of two lines', HTML + jsonOf()],
		['before and behind it warnings', PLAIN + HTML + jsonOf() + HTML + PLAIN],
		['behind it a page', `${jsonOf()}<!DOCTYPE html><html><body>{"error":"x"}</body></html>`],
		['before it a break', `<br>${jsonOf()}`],
		['around it comments', `<!-- {1} -->${jsonOf()}<!-- 0.02s -->`],
		['another one behind it', jsonOf() + jsonOf()],
		['a refusal before it', `{"error":"Slow"}${jsonOf()}`],
		['a bracket too many', `${jsonOf()}]}`],
		['a prefix against scripts', `)]}',\n${jsonOf()}`],
		['a trailing comma', `{"message":[[${RECORDS.join(',')},],],}`],
		['no comma between records', `{"message":[[${RECORDS.join('\n')}]]}`],
		['a comment', `{"message":[[${RECORDS.join(',\n // next\n')}]]} `],
		['lists as PHP writes them', `x{"message":{"0":{"0":${RECORDS[0]},"1":${RECORDS[1]},"4":${RECORDS[2]}}}}`],
	])('%s', (_, text) => {
		expect(fatesIn(json.decodeSend(text))).toEqual(ALL);
	});

	it.each([
		['a raw line break', '{"phone":"79000000002","error":"Stop\nlist"}', 'Stop list'],
		['a raw tab and a NUL', '{"phone":"79000000002","error":"Stop\t\0list"}', 'Stop list'],
		['bad escapes', String.raw`{"phone":"79000000002","error":"it\'s \x \"a\" \u12"}`, String.raw`it's \x "a" \u12`],
		['values that are none', '{"phone":"79000000002","id_sms":NaN,"id_vk":undefined,"error":"No"}', 'No'],
		['single quotes', `{"phone":'79000000002',"error":'No'}`, 'No'],
		['comments and commas', '{/* a */"phone":"79000000002",,"error":"No",}', 'No'],
		['broken bytes', '{"phone":"79000000002","error":"\uFFFDo"}', '\uFFFDo'],
		['a bracket and a brace', '{"phone":"79000000002","error":"}], {\\"a\\": [\n"}', '}], {"a": ['],
	])('in a record %s', (_, record, reason) => {
		expect(fatesIn(json.decodeSend(jsonOf(record)))).toEqual(['501', reason, '503']);
	});
});

describe('of a record of JSON that cannot be read the recipient is unknown, and its ID is kept', () => {
	it.each([
		['a quote within a text', '{"phone":"79000000002","error":"No "sender" given"}', '?'],
		['a quote behind the ID', '{"id_message":"502","phone":"79000000002","note":"a "b""}', '?502'],
		['a text without end', '{"id_message":"502","phone":"79000000002","note":"a}', '?502'],
		['no brace at its end', '{"id_message":"502","phone":"79000000002"', '?502'],
		['no comma between fields', '{"id_message":502,"phone":"79000000002" "x":1}', '?502'],
		['half an ID', '{"id_message":"50"2","phone":"79000000002"}', '?'],
		['an ID in halves', '{"id_message":50 2,"phone":"79000000002"}', '?'],
		['an ID in halves between which a comment stands', '{"id_message":50/* */2,"phone":"79000000002"}', '?'],
	])('%s', (_, record, fate) => {
		expect(fatesIn(json.decodeSend(jsonOf(record)))).toEqual(['501', fate, '503']);
	});

	it('keeps its place where phones are not told', () => {
		expect(fatesIn(json.decodeSend('{"message":[[{"id_message":"501"},{"error":"a "b" c"},{"id_message":"503"}]]}'))).toEqual([
			'501',
			'?',
			'503',
		]);
	});

	it('but places say nothing where it is not known what is missing', () => {
		const text = '{"message":[[{"id_message":"501"},{"error":"a "b" c",{"id_message":"503"}]]}';
		expect(json.decodeSend(text)).toMatchObject({ isOrdered: false });
		expect(fatesIn(json.decodeSend(text))).toEqual(['?', '?', '?']);
	});

	it('tells several IDs as nobody’s', () => {
		const text = jsonOf('{id_message:"9","id_message":"502","phone":"79000000002"; {"id_message":"504","phone":"79000000002"');
		expect(fatesIn(json.decodeSend(text))).toEqual(['501', '?', '503']);
		expect(JSON.stringify(json.decodeSend(text))).toContain('"504"');
	});

	it('leaves the messages their places', () => {
		const answer = json.decodeSend(
			'{"message":[[{"id_message":"501","x":"a "b""}],{"error":"No "x""},{"error":"Closed"},[{"id_message":"503"}]]}',
		);
		expect(answer).toMatchObject({
			messages: [
				{ recipients: [{ accepted: false, messageId: '501' }] },
				{ recipients: [{ accepted: false, reason: null }] },
				{ refused: 'Closed' },
				{ recipients: [{ messageId: '503' }] },
			],
		});
		expect(answer).not.toHaveProperty('isOrdered');
	});
});

const ELEMENTS = [
	'<information id_message="501" phone="79000000001">send</information>',
	'<information phone="79000000002">Stop list</information>',
	'<information id_message="503" phone="79000000003"/>',
];
const xmlOf = (second = ELEMENTS[1]): string =>
	`<?xml version="1.0"?><response><message>${ELEMENTS[0]}${second}${ELEMENTS[2]}</message></response>`;

describe('XML in which something is wrong is read all the same', () => {
	it.each([
		['behind it a warning', xmlOf() + HTML],
		['before and behind it warnings', PLAIN + HTML + xmlOf() + HTML + PLAIN],
		['behind it a page', `${xmlOf()}<!DOCTYPE html><html><br></html>`],
		['the declaration twice', `<?xml version="1.0"?>${xmlOf()}`],
		['before it a break', `<br> ${xmlOf()}`],
		['a NUL behind it', `${xmlOf()}\0`],
		['another one behind it', xmlOf() + xmlOf()],
		['another one behind it, without a declaration', (xmlOf() + xmlOf()).replaceAll('<?xml version="1.0"?>', '')],
		['text between records', xmlOf(`& <br> ${ELEMENTS[1]} 5 < 6`)],
		['a comment that holds a record', xmlOf(`<!-- <information phone="79000000002">x --> & ${ELEMENTS[1]}`)],
	])('%s', (_, text) => {
		expect(fatesIn(xml.decodeSend(text))).toEqual(ALL);
	});

	it.each([
		['a raw ampersand', '<information phone="79000000002">A & B &co &amp; C</information>', 'A & B &co & C'],
		['a raw ampersand, and another one in CDATA', '<information phone="79000000002" text="A & B"><![CDATA[C & D]]></information>', 'C & D'],
		['an entity of HTML', '<information phone="79000000002">A&nbsp;&laquo;B&raquo; & C</information>', 'A\u00a0«B» & C'],
		['a lone less-than sign', '<information phone="79000000002">5 < 6</information>', '5 < 6'],
		['a control character', '<information phone="79000000002">Stop\0\x01list</information>', 'Stop  list'],
		['an attribute without quotes', '<information phone=79000000002>No</information>', 'No'],
	])('in a record %s', (_, record, reason) => {
		expect(fatesIn(xml.decodeSend(xmlOf(record)))).toEqual(['501', reason, '503']);
	});
});

describe('of a record of XML that cannot be read the recipient is unknown, and its ID is kept', () => {
	it.each([
		['a tag in its text', '<information phone="79000000002">No<br>way</information>', '?'],
		['no end', '<information id_message="502" phone="79000000002">send', '?502'],
		['the same attribute twice', '<information id_message="502" phone="79000000002" x="1" x="2"/>', '?502'],
		['an attribute without end', '<information id_message="502" phone="79000000002" x="1/>', '?502'],
		['half an ID', '<information phone="79000000002" id_message="50/>', '?'],
		['what looks like an ID in its text', '<information phone="79000000002">No<br> id_message="502" </information>', '?'],
		[
			'an ID without quotes, and one in single quotes that is none',
			`<information id_message=502 phone="79000000002" id_vk='x' note='a'b'/>`,
			'?502',
		],
	])('%s', (_, record, fate) => {
		expect(fatesIn(xml.decodeSend(xmlOf(record)))).toEqual(['501', fate, '503']);
	});

	it('keeps its place where phones are not told, but not outside of any message', () => {
		const inside = '<information id_message="501"/><information>a<br></information><information id_message="503"/>';
		expect(fatesIn(xml.decodeSend(`<response><message>${inside}</message></response>`))).toEqual(['501', '?', '503']);
		expect(fatesIn(xml.decodeSend(`<response>${inside}</response>&`))).toEqual(['?', '?', '?']);
	});

	it('leaves the messages their places', () => {
		const answer = xml.decodeSend(
			`<response><message><error>No & no</error></message><message><error>No<br></error></message><message>${ELEMENTS[0]}</message></response>`,
		);
		expect(answer).toMatchObject({ messages: [{ refused: 'No & no' }, { recipients: [] }, { recipients: [{ messageId: '501' }] }] });
	});
});

describe('a refusal of everything is read', () => {
	it.each([
		'{"error":"No"}}',
		"{'error':'No'}",
		`{"error":"No"}${HTML}`,
		`${PLAIN}{"error":["No"]} x`,
		'{"error":"N\0o"}'.replace('\0', ''),
		'{"error":{"text":"No","code":0}}',
	])('%j', (text) => {
		expect(json.decodeSend(text)).toEqual({ refused: 'No' });
		expect(json.decodeStates(text, ['1'])).toEqual({ refused: 'No' });
	});

	it.each(['<error>A & B</error>', '<error text="A &amp; B"/>', '<error><code>0</code><text>A & B</text></error>'])('%s', (inside) => {
		const around = ['', `<br>${HTML}`].flatMap((before) => ['', HTML, '<!DOCTYPE html><p>'].map((behind) => [before, behind]));
		for (const [before, behind] of around) {
			for (const response of ['<response>', '<response code="5" lang="ru">\n ']) {
				const text = `${before}${response}${inside}</response>${behind}`;
				expect(xml.decodeSend(text)).toEqual({ refused: 'A & B' });
				expect(xml.decodeStates(text, ['1'])).toEqual({ refused: 'A & B' });
			}
		}
	});

	it.each([
		['no end', '<br><response><error>No</error>', 'XML, or a part of it'],
		['a document type before it', '<!DOCTYPE html><br><response><error>No</error></response>', 'a web page'],
		['another beginning', '<br><responses><error>No</error></responses>', 'XML, or a part of it'],
		['another element around it', '<br><response><envelope><error>No</error></envelope></response>', 'XML, or a part of it'],
	])('but not where there is %s', (_, text, looks) => {
		const expected = { code: 'notXml', message: `The gateway answered with something that is not well-formed XML, but ${looks}.` };
		expect(protocolErrorOf(() => xml.decodeSend(text))).toMatchObject(expected);
		expect(protocolErrorOf(() => xml.decodeStates(text, ['1']))).toMatchObject(expected);
	});

	it('stands above what a document holds deeper than the protocol says', () => {
		expect(xml.decodeSend(`<response><error>No</error><p><message>${ELEMENTS[0]}</message></p></response>`)).toEqual({ refused: 'No' });
		expect(xml.decodeStates('<response><error>No</error><p><state id_message="501">send</state></p></response>', ['501'])).toEqual({
			refused: 'No',
		});
	});
});

describe('of states what is whole is read, and it is said that some is not', () => {
	const STATE = { json: '{"id_message":"501","state":"deliver"}', xml: '<state id_message="501">deliver</state>' };

	it.each([
		[json, `{"state":[${STATE.json},{"id_message":"502","state":"a "b""},{"id_message":"503","state":"send"}]}`],
		[xml, `<response>${STATE.xml}<state id_message="502">a<br></state><state id_message="503">send</state></response>`],
	])('one bad record', (codec, text) => {
		expect(codec.decodeStates(text, [])).toMatchObject({ states: [{ messageId: '501' }, { messageId: '503' }], isWhole: false });
	});

	it.each([
		[json, `${HTML}{"state":[${STATE.json},\n]}${PLAIN}`],
		[json, `{"state":${STATE.json}}${PLAIN}`],
		[xml, `${HTML}<response>${STATE.xml}</response>${PLAIN}`],
	])('with something around it, all', (codec, text) => {
		const answer = codec.decodeStates(text, []);
		expect(answer).toMatchObject({ states: [{ messageId: '501', state: 'deliver' }] });
		expect(answer).not.toHaveProperty('isWhole');
	});

	it('and that all is bad, where it is', () => {
		expect(json.decodeStates('{"state":[{"id_message":"501","state":"a "b""}]}', [])).toEqual({ states: [], isWhole: false });
	});
});
