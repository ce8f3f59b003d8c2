import { PROTOCOLS } from '../../../nodes/CascadeMessaging/protocol/codecs';
import { closeJson, closeXml } from '../../../nodes/CascadeMessaging/protocol/codecs/cutOff';
import type { SendAnswer } from '../../../nodes/CascadeMessaging/protocol/answers';
import { fixture } from '../support/fixtures';
import { protocolErrorOf } from '../support/protocolError';

const { json, xml, get } = PROTOCOLS;

describe('closing JSON', () => {
	it.each([
		['{"message":[[{"id":"1"},{"id":"2","pho', '{"message":[[{"id":"1"}]]}'],
		['{"message":[[{"id":"1"}],[{"id":"2"}],', '{"message":[[{"id":"1"}],[{"id":"2"}]]}'],
		['{"message":[{"error":"a } \\" ] b"},{"err', '{"message":[{"error":"a } \\" ] b"}]}'],
		['{"message":[[{"id":"1"}]]', '{"message":[[{"id":"1"}]]}'],
		['[[],[', '[[]]'],
	])('%s → %s', (cut, closed) => {
		expect(closeJson(cut)).toBe(closed);
	});

	it.each(['', '{"message":[[{"id":"1"', '{"a":"b', 'text', '{"a":[}', ']'])('finds nothing complete in %j', (cut) => {
		expect(closeJson(cut)).toBeUndefined();
	});
});

describe('closing XML', () => {
	it.each([
		['<r><m><i id="1">a</i><i id="2">b</', '<r><m><i id="1">a</i></m></r>'],
		['<r><m><i id="1"/><i id=', '<r><m><i id="1"/></m></r>'],
		['<?xml version="1.0" ?>\n<r><m><i a="/>"/></m><m>', '<?xml version="1.0" ?>\n<r><m><i a="/>"/></m></r>'],
		["<r>\n<e a='\"'>x</e>\n</r", "<r>\n<e a='\"'>x</e></r>"],
	])('%s → %s', (cut, closed) => {
		expect(closeXml(cut)).toBe(closed);
	});

	it.each(['', '<r><m>', '<r><m></r>', 'text', '<?xml version="1.0"?>', '</r>', '<r a="<i/>'])('finds nothing complete in %j', (cut) => {
		expect(closeXml(cut)).toBeUndefined();
	});
});

/** The IDs of accepted recipients, by phone. */
const acceptedIn = (answer: SendAnswer): [string | undefined, string][] =>
	'refused' in answer
		? []
		: answer.messages.flatMap((message) =>
				'refused' in message ? [] : message.recipients.flatMap((one): [string | undefined, string][] => (one.accepted ? [[one.phone, one.messageId]] : [])),
			);

describe.each([
	[json, 'json-send.response.json', 'notJson'],
	[xml, 'xml-send.response.xml', 'notXml'],
] as const)('of an answer whose end is missing', (codec, name, code) => {
	const whole = fixture(name);
	const [first, second] = acceptedIn(codec.decodeSend(whole));

	it.each([
		[0.1, []],
		[0.2, []],
		[0.5, [first]],
		[0.95, [first, second]],
	])('the %s of it that came is read: what is complete there, and nothing else', (share, expected) => {
		const cut = whole.slice(0, whole.length * share);
		if (expected.length === 0) expect(protocolErrorOf(() => codec.decodeSend(cut))?.code).toBe(code);
		else expect(acceptedIn(codec.decodeSend(cut))).toEqual(expected);
	});
});

describe('of message IDs in plain text', () => {
	const idsIn = (text: string, isCut?: boolean): unknown => {
		const answer = get.decodeSend(text, isCut);
		return 'refused' in answer ? answer : answer.messages.flatMap((one) => ('refused' in one ? [] : one.recipients.map((r) => r.messageId ?? null)));
	};

	it('a last one that is shorter than those before it is not trusted', () => {
		expect(idsIn('1179038981,1179038982,11790')).toEqual(['1179038981', '1179038982', null]);
		expect(idsIn('999,1000')).toEqual(['999', '1000']);
		expect(idsIn('117')).toEqual(['117']);
	});

	it('the last one is not trusted when the connection broke off', () => {
		expect(idsIn('1179038981,1179038982', true)).toEqual(['1179038981', null]);
		expect(protocolErrorOf(() => get.decodeSend('1179038981', true))?.code).toBe('emptyAnswer');
	});

	it.each(['sen', 'deliv', 'not_', 'partly_deliver'.slice(0, -1)])('a state that is only begun (%s) is no state', (text) => {
		expect(protocolErrorOf(() => get.decodeStates(text, ['1']))?.code).toBe('unexpectedShape');
	});
});
