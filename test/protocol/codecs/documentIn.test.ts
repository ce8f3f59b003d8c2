import { PROTOCOLS } from '../../../nodes/CascadeMessaging/protocol/codecs';
import { documentIn, withoutPhpMessages } from '../../../nodes/CascadeMessaging/protocol/codecs/documentIn';

const HTML_WARNING = '<br />\n<b>Warning</b>:  Undefined index: phone in <b>/var/www/send.php</b> on line <b>42</b><br />\n';
const HTML_NOTICE = '<br>\n<b>Notice</b>:  Trying to access array offset in <b>/var/www/send.php</b> on line <b>7</b><br>\n';
const PLAIN_WARNING = '\nWarning: Undefined array key "phone" in /var/www/send.php on line 42\n';
const LOG_DEPRECATED = 'PHP Deprecated:  strlen(): Passing null in /var/www/send.php on line 3\n';

it.each([
	['a byte-order mark and blanks', '\uFEFF \n{"a":1} \n'],
	['a byte-order mark behind many blanks', ' \r\n\uFEFF{"a":1}'],
	['a byte-order mark behind blanks', '\n\uFEFF{"a":1}'],
	['a warning', `${HTML_WARNING}{"a":1}`],
	['a warning with the line ends of Windows', `${HTML_WARNING}{"a":1}`.replaceAll('\n', '\r\n')],
	['several warnings', `\uFEFF${HTML_WARNING}${HTML_NOTICE}\n{"a":1}`],
	['warnings without HTML', `${PLAIN_WARNING}${LOG_DEPRECATED}{"a":1}`],
	['a warning and a byte-order mark', `${HTML_WARNING}\uFEFF{"a":1}`],
	['warnings with lines between them', `${HTML_WARNING}\n \n${HTML_NOTICE}{"a":1}`],
	['a warning with many blanks at its end', '<b>Warning</b>: x on line \n <b>5</b> \n <br>{"a":1}'],
	['a warning of one long line', `Warning: ${'x'.repeat(5000)} on line 5\n{"a":1}`],
	['a warning of 2,000 characters in lines', `Warning: \n${'x'.repeat(1989)} on line 5\n{"a":1}`],
])('leaves out %s', (_, answer) => {
	expect(documentIn(answer)).toBe('{"a":1}');
});

it.each([
	'Warning: your balance is low',
	'<br /><b>Fatal error</b>: x on line <b>1</b>',
	'Notice',
	'{"a":"Warning: x on line 1"}',
	'{"a":" \uFEFF"}',
])('leaves %j as it is', (answer) => {
	expect(documentIn(answer)).toBe(answer);
});

it('leaves out a warning before a document that speaks of errors', () => {
	expect(documentIn(`${HTML_WARNING}{"error":"Fatal error"}`)).toBe('{"error":"Fatal error"}');
});

describe('a warning of several lines', () => {
	it.each(['x {"a":1}', '{x', '[5]', '<b>', '5 x', "'5' x", 'x5', '""'])('may say %s', (words) => {
		expect(documentIn(`Warning: x\n${words}\n in a.php on line 5\n{"a":1}`)).toBe('{"a":1}');
	});

	/** It broke off, and the end found is that of another message behind the document. */
	it.each([
		...['{"a":1}', `  {\n\t'a':1}`, '{ }', '[{"a":1}]', '[[{"a":1}]]', '<response/>', '<?xml version="1.0"?>', '\r\n {"a":1}'],
		...['1179038981', '"1179038981"', `'1179038981, 1179038982; 1179038983'`, '5'],
	])('has no end where a line looks like the document: %j', (document) => {
		const answer = `Warning: x\n${document}\nNotice: y in a.php on line 5`;
		expect(documentIn(answer)).toBe(answer);
	});

	it('has none where it is longer than 2,000 characters', () => {
		const answer = `Warning: \n${'x'.repeat(1990)} on line 5\n{"a":1}`;
		expect(documentIn(answer)).toBe(answer);
	});
});

it('leaves messages out anywhere, each a line of its own', () => {
	expect(withoutPhpMessages('501<b>Warning</b>: x on line <b>5</b><br />502PHP Notice: y on line 6;503')).toBe('501\n502\n;503');
	expect(withoutPhpMessages('501Warning: x\n502\nNotice: y on line 6')).toBe('501Warning: x\n502\nNotice: y on line 6');
});

it('lets every protocol read what stands behind a warning', () => {
	const accepted = { messages: [{ recipients: [{ accepted: true, messageId: '1179038981' }] }] };
	expect(PROTOCOLS.json.decodeSend(`${HTML_WARNING}{"message":[[{"id_message":"1179038981"}]]}`)).toMatchObject(accepted);
	expect(
		PROTOCOLS.xml.decodeSend(`${PLAIN_WARNING}<response><message><information id_message="1179038981"/></message></response>`),
	).toMatchObject(accepted);
	expect(PROTOCOLS.get.decodeSend(`${HTML_NOTICE}1179038981`)).toMatchObject(accepted);
});
