import { PROTOCOLS } from '../../../nodes/CascadeMessaging/protocol/codecs';
import { documentIn } from '../../../nodes/CascadeMessaging/protocol/codecs/documentIn';

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
])('leaves out %s', (_, answer) => {
	expect(documentIn(answer)).toBe('{"a":1}');
});

it.each(['Warning: your balance is low', '<br /><b>Fatal error</b>: x on line <b>1</b>', 'Notice', '{"a":"Warning: x on line 1"}', '{"a":" \uFEFF"}'])(
	'leaves %j as it is',
	(answer) => {
		expect(documentIn(answer)).toBe(answer);
	},
);

it('lets every protocol read what stands behind a warning', () => {
	const accepted = { messages: [{ recipients: [{ accepted: true, messageId: '1179038981' }] }] };
	expect(PROTOCOLS.json.decodeSend(`${HTML_WARNING}{"message":[[{"id_message":"1179038981"}]]}`)).toMatchObject(accepted);
	expect(
		PROTOCOLS.xml.decodeSend(`${PLAIN_WARNING}<response><message><information id_message="1179038981"/></message></response>`),
	).toMatchObject(accepted);
	expect(PROTOCOLS.get.decodeSend(`${HTML_NOTICE}1179038981`)).toMatchObject(accepted);
});
