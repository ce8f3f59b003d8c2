import { answerAccount, answerJson, answerXmlSend, emptyBook } from '../../../bench/gateway/answers';
import { bodyOf } from '../../../bench/send/floor';
import { makeContacts } from '../../../bench/send/ways';
import type { InputOf, MessageAnswer, QuestionName } from '../../../nodes/CascadeMessaging/protocol';
import { encodeQuestion, PROTOCOLS, readAccountAnswer } from '../../../nodes/CascadeMessaging/protocol';

const contacts = makeContacts(3);

/** The answer as the product reads it. */
function messagesIn(protocol: 'json' | 'xml', text: string): readonly MessageAnswer[] {
	const answer = PROTOCOLS[protocol].decodeSend(text);
	return 'messages' in answer ? answer.messages : [];
}

const phones = contacts.map(({ phone }) => phone);

describe('the quick gateway', () => {
	it.each([
		['json', 'one text', [phones]],
		['json', 'simple', phones.map((phone) => [phone])],
		['xml', 'one text', [phones]],
		['xml', 'simple', phones.map((phone) => [phone])],
	] as const)('accepts everybody over %s, %s, message for message', (protocol, way, expected) => {
		const answer = protocol === 'json' ? answerJson : answerXmlSend;

		const { text, about } = answer(bodyOf(contacts, way, protocol), emptyBook());

		expect(about).toBe(3);
		const recipients = messagesIn(protocol, text).map((message) => ('recipients' in message ? message.recipients : []));
		expect(recipients.map((them) => them.map(({ phone }) => phone))).toEqual(expected);
		const ids = recipients.flat().map((recipient) => ('messageId' in recipient ? recipient.messageId : undefined));
		expect(ids).toEqual(['1000000000', '1000000001', '1000000002']);
	});

	it('says of as many messages in a hundred as it was told that they were delivered', () => {
		const ids = Array.from({ length: 200 }, (_, index) => String(1_000_000_000 + index));
		const { body } = PROTOCOLS.json.encodeStates(ids) as { body: string };

		const { text, about } = answerJson(body, { ...emptyBook(), delivered: 7 });

		expect(about).toBe(200);
		expect(text.match(/"state":"deliver"/g)).toHaveLength(14);
		expect(text.match(/"state":"send"/g)).toHaveLength(186);
	});

	it('says of as many in a hundred that they were read, once Viber has delivered all', () => {
		const ids = Array.from({ length: 200 }, (_, index) => String(1_000_000_000 + index));
		const { body } = PROTOCOLS.json.encodeStates(ids) as { body: string };
		const { text } = answerJson(body, { ...emptyBook(), read: 3 });

		expect(text.match(/"state":"deliver","state_viber":"read"/g)).toHaveLength(6);
		expect(text.match(/"state":"deliver","state_viber":"deliver"/g)).toHaveLength(194);
	});
});

describe('the quick gateway, asked about the account,', () => {
	const quote = (words: string): string => words;
	const ask = <Name extends QuestionName>(name: Name, input: InputOf<Name>): unknown => {
		const { body } = encodeQuestion(name, input) as { body: string };
		return readAccountAnswer(name, answerAccount(body, emptyBook()).text, { input, quote });
	};

	it('has money and a price', () => {
		expect(ask('balance', {})).toMatchObject({ answer: { amount: 356.1, prices: [{ operator: 'Tele2', channel: 'sms', price: 1.7 }] } });
	});

	it('knows the operator of each phone', () => {
		expect(ask('phoneFacts', { phones })).toMatchObject({ answer: phones.map((phone) => ({ phone, operator: 'Tele2', zoneHours: 3 })) });
	});
});
