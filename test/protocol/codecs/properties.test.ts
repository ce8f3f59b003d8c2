import fc from 'fast-check';

import type { Codec, GatewayRequest } from '../../../nodes/CascadeMessaging/protocol/codecs';
import { PROTOCOLS } from '../../../nodes/CascadeMessaging/protocol/codecs';
import type { Message } from '../../../nodes/CascadeMessaging/protocol/message';
import { checkMessage } from '../../../nodes/CascadeMessaging/protocol/rules';
import { anyAnswerTo } from '../support/anyAnswer';
import { anyGetMessage, anyMessage } from '../support/arbitraries';
import { limitsWith } from '../support/limits';
import { protocolErrorOf } from '../support/protocolError';
import { comparable, readGetRequest, readJsonRequest, readXmlRequest } from '../support/readBack';
import { RUNS } from '../support/runs';

const { json, xml, get } = PROTOCOLS;

const mayGo = (codec: Codec, { content, recipients }: Message): boolean =>
	recipients.every((recipient) => checkMessage(content, recipient, limitsWith(codec)).length === 0);

const bodyOf = (request: GatewayRequest): string => (request.method === 'POST' ? request.body : request.query);

describe('whatever the checks let through travels intact', () => {
	const anyMessages = fc.array(anyMessage, { minLength: 1, maxLength: 3 });

	it('in JSON', () => {
		fc.assert(
			fc.property(anyMessages, (messages) => {
				const sendable = messages.filter((message) => mayGo(json, message));
				fc.pre(sendable.length > 0);
				const read = readJsonRequest(bodyOf(json.encodeSend(sendable)));
				expect(read).toEqual(sendable.map((message) => comparable(message)));
			}),
			RUNS,
		);
	});

	it('in XML, where every line break becomes \\n', () => {
		fc.assert(
			fc.property(anyMessages, (messages) => {
				const sendable = messages.filter((message) => mayGo(xml, message));
				fc.pre(sendable.length > 0);
				const body = bodyOf(xml.encodeSend(sendable));
				expect(body).not.toMatch(/[\r\n]/);
				const oneKindOfBreak = (text: string): string => text.replace(/\r\n?/g, '\n');
				expect(readXmlRequest(body)).toEqual(sendable.map((message) => comparable(message, oneKindOfBreak)));
			}),
			RUNS,
		);
	});

	it('in GET', () => {
		fc.assert(
			fc.property(anyGetMessage, (message) => {
				fc.pre(mayGo(get, message));
				expect(readGetRequest(bodyOf(get.encodeSend([message])))).toEqual(comparable(message));
			}),
			RUNS,
		);
	});
});

it('the checks take any message, whatever it holds', () => {
	fc.assert(
		fc.property(anyMessage, fc.constantFrom(json, xml, get), ({ content, recipients: [recipient = { phone: '7' }] }, codec) => {
			for (const { code, field, message } of checkMessage(content, recipient, limitsWith(codec, 100))) {
				expect(code).toMatch(/^[a-z]+([A-Z][a-z]+)+$/);
				expect(field).not.toBe('');
				expect(message).not.toBe('');
			}
		}),
		RUNS,
	);
});

/** All that is said of an answer that cannot be read: nothing of the answer itself. */
const UNREADABLE = [
	undefined,
	['emptyAnswer', 'The gateway answered with nothing.'],
	['unexpectedShape', 'The gateway answered with a web page instead of message IDs.'],
	['unexpectedShape', 'The gateway answered with a part of a state only.'],
	['unexpectedShape', 'The gateway answered with a message of PHP instead of message IDs.'],
	['unexpectedShape', 'The gateway answered with something else than message IDs or words.'],
	['unexpectedShape', 'The gateway answered with something else than a state.'],
	...['a web page', 'XML, or a part of it', 'JSON, or a part of it', 'plain text'].flatMap((looks) => [
		['notJson', `The gateway answered with something that is not JSON, but ${looks}.`],
		['notXml', `The gateway answered with something that is not well-formed XML, but ${looks}.`],
	]),
	...['JSON answer lacks an object', 'JSON answer lacks "message"', 'JSON answer lacks "state"']
		.concat(['XML answer lacks <response>', 'XML answer lacks <message>', 'XML answer lacks <state>'])
		.map((what) => ['unexpectedShape', `The gateway's ${what}.`]),
];

describe.each(['json', 'xml', 'get'] as const)(
	'no answer makes the %s decoder throw anything but a ProtocolError that quotes nothing',
	(protocol) => {
		const codec = PROTOCOLS[protocol];

		it.each(['send', 'state'] as const)('to a %s request', (kind) => {
			fc.assert(
				fc.property(anyAnswerTo(kind), (text) => {
					const error = protocolErrorOf(() => (kind === 'send' ? codec.decodeSend(text) : codec.decodeStates(text, ['501'])));
					expect(UNREADABLE).toContainEqual(error && [error.code, error.message]);
				}),
				RUNS,
			);
		});
	},
);
