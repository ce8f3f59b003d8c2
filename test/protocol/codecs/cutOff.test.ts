import type { SendAnswer } from '../../../nodes/CascadeMessaging/protocol/answers';
import { PROTOCOLS } from '../../../nodes/CascadeMessaging/protocol/codecs';
import { fixture } from '../support/fixtures';
import { protocolErrorOf } from '../support/protocolError';

const { json, xml, get } = PROTOCOLS;

it.each([
	['{"state":[{"id_message":"1"},{"id_me', json, 'notJson'],
	['[["501"],["50', json, 'notJson'],
	['<html><body>502</body><', xml, 'notXml'],
	['<state><id_message>1</id_message><id_', xml, 'notXml'],
] as const)('of something else that is cut off, nothing is read: %s', (cut, codec, code) => {
	expect(protocolErrorOf(() => codec.decodeSend(cut))?.code).toBe(code);
});

/** The IDs of accepted recipients, by phone. */
const acceptedIn = (answer: SendAnswer): [string | undefined, string][] =>
	'refused' in answer
		? []
		: answer.messages.flatMap((message) =>
				'refused' in message
					? []
					: message.recipients.flatMap((one): [string | undefined, string][] => (one.accepted ? [[one.phone, one.messageId]] : [])),
			);

describe.each([
	[json, 'json-send.response.json', 'notJson'],
	[xml, 'xml-send.response.xml', 'notXml'],
] as const)('of an answer whose end is missing', (codec, name, code) => {
	const whole = fixture(name);

	it('the little that came says nothing: not even an ID is complete there', () => {
		const cut = whole.slice(0, whole.indexOf('1179038981') + 5);
		expect(protocolErrorOf(() => codec.decodeSend(cut))?.code).toBe(code);
	});

	it.each([
		['1179038981', 0],
		['1179038982', 1],
	])('an ID that came whole (%s) is kept, though its record breaks off: it is not known whether it was accepted', (id, accepted) => {
		const answer = codec.decodeSend(whole.slice(0, whole.indexOf(id) + id.length + 2));
		const all = 'refused' in answer ? [] : answer.messages.flatMap((one) => ('refused' in one ? [] : one.recipients));
		expect(all.at(-1)).toMatchObject({ accepted: false, reason: null, messageId: id });
		expect(acceptedIn(answer)).toHaveLength(accepted);
	});

	it.each([
		[0.5, 1],
		[0.95, 2],
	])('the %s of it that came is read: the %d accepted that are complete there, and nothing else', (share, count) => {
		const accepted = acceptedIn(codec.decodeSend(whole));
		expect(accepted).toHaveLength(2);
		expect(acceptedIn(codec.decodeSend(whole.slice(0, whole.length * share)))).toEqual(accepted.slice(0, count));
	});
});

describe('of message IDs in plain text', () => {
	const idsIn = (text: string, isCut = false): unknown => {
		const answer = get.decodeSend(text, { isCut });
		return 'refused' in answer
			? answer
			: answer.messages.flatMap((one) => ('refused' in one ? [] : one.recipients.map((r) => r.messageId ?? null)));
	};

	it('a last one that is shorter than those before it is not trusted', () => {
		expect(idsIn('1179038981,1179038982,11790')).toEqual(['1179038981', '1179038982', null]);
		expect(idsIn('999,1000')).toEqual(['999', '1000']);
		expect(idsIn('1000,999,998')).toEqual(['1000', '999', '998']);
		expect(idsIn('117')).toEqual(['117']);
	});

	it('the last one is not trusted when the connection broke off', () => {
		expect(idsIn('1179038981,1179038982', true)).toEqual(['1179038981', null]);
		expect(protocolErrorOf(() => get.decodeSend('1179038981', { isCut: true }))?.code).toBe('emptyAnswer');
	});

	it.each(['sen', 'deliv', 'not_', 'partly_deliver'.slice(0, -1)])('a state that is only begun (%s) is no state', (text) => {
		expect(protocolErrorOf(() => get.decodeStates(text, ['1']))).toMatchObject({
			code: 'unexpectedShape',
			message: 'The gateway answered with a part of a state only.',
		});
	});
});
