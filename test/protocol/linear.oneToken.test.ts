import type { ProtocolName } from '../../nodes/CascadeMessaging/protocol/codecs';
import { PROTOCOLS } from '../../nodes/CascadeMessaging/protocol/codecs';
import type { Content } from '../../nodes/CascadeMessaging/protocol/message';
import { checkMessage } from '../../nodes/CascadeMessaging/protocol/rules';
import { isLongRun } from '../support/longRun';
import { TO } from './support/check';
import { limitsWith } from './support/limits';
import { protocolErrorOf } from './support/protocolError';

const LENGTH = isLongRun ? 10_000_000 : 500_000;

/** Patterns that keep a place to go back to for each character end in a `RangeError` over ten million of such. */
const TOKENS: readonly [ProtocolName, name: string, before: string, token: string, after: string, outcome: string][] = [
	['json', 'digits', '{"message":[[{"id_message":', '1', '}]]}', 'read'],
	['json', 'digits without end', '{"message":[[{"id_message":', '1', '', 'notJson'],
	['json', 'digits of a fraction', '{"message":[[{"id_message":1.', '1', '}]]}', 'read'],
	['json', 'escapes', '{"error":"', '\\n', 'x"}', 'read'],
	['json', 'escapes without end', '{"message":[[{"error":"', '\\n', '', 'notJson'],
	['json', 'escaped quotes and a big number', '{"x":1234567890123456,"error":"', '\\"', '"}', 'read'],
	['json', 'blanks', '{"message":', ' ', '[]}', 'read'],
	['json', 'brackets', '', '[', '', 'notJson'],
	['json', 'letters', '', 'x', '', 'notJson'],
	['xml', 'letters of one name without end', '<', 'a', '', 'notXml'],
	['xml', 'letters of one attribute without end', '<response><message a="', 'a', '', 'notXml'],
	['xml', 'blanks in a tag', '<response><message', ' ', '/></response>', 'read'],
	['xml', 'text without end', '<response><error>', 'x', '', 'notXml'],
	['xml', 'letters of one entity', '<response><error>&', 'a', ';</error></response>', 'read'],
	['json', 'brackets in a list', '{"message":[', '[', '', 'notJson'],
	['json', 'letters between records', '{"message":[[{} ', 'x', ' {}]]}', 'read'],
	['xml', 'ampersands', '<response><error>', '&', '</error></response>', 'read'],
	['get', 'numbers among words', 'x', ' 123456', '', 'read'],
	['xml', 'one comment', '<response><!--', 'x', '--></response>', 'unexpectedShape'],
	['xml', 'one CDATA section', '<response><error><![CDATA[', 'x', ']]></error></response>', 'read'],
	// The parser gives up sooner or later, by how much stack there is.
	['xml', 'one instruction', '<?', 'x', '?><response/>', 'unexpectedShape|notXml'],
	['get', 'digits', '', '1', '', 'read'],
	['get', 'digits behind an ID', '1179038981,', '1', '', 'read'],
	['get', 'blanks', '1179038981,', ' ', '1', 'read'],
	['get', 'words', 'error: ', 'x', '', 'read'],
	['get', 'one PHP warning', 'Warning: ', 'x', ' on line 1\n1179038981', 'read'],
	['get', 'one PHP warning without end', 'Warning: ', 'x', '', 'unexpectedShape'],
	['get', 'line breaks', '1179038981', '\n', 'x', 'read'],
];

describe(`${LENGTH / 1_000_000} million characters of one token are read or refused`, () => {
	it.each(TOKENS)('%s: %s', (protocol, _, before, token, after, outcome) => {
		const text = before + token.repeat(LENGTH / token.length) + after;
		expect(protocolErrorOf(() => PROTOCOLS[protocol].decodeSend(text))?.code ?? 'read').toMatch(new RegExp(`^(${outcome})$`));
	});

	it('in the name of a template parameter, too', () => {
		const templateData = [{ name: 'n'.repeat(LENGTH), value: '' }];
		const content: Content = { cascade: ['vk'], channels: { vk: { templateId: '1', templateData } } };
		expect(checkMessage(content, TO, limitsWith(PROTOCOLS.xml))).toEqual([]);
	});
});
