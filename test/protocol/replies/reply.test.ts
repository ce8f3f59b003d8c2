import { readReply } from '../../../nodes/CascadeMessaging/protocol/replies/reply';
import { fixture } from '../support/fixtures';
import { posted, READ } from './support';

const reply = (document: unknown): unknown => readReply(JSON.stringify(document));

it('reads the documented example', () => {
	expect(readReply(fixture('reply.request.json'))).toEqual({
		reply: {
			messageId: '123456',
			phone: '79001234567',
			text: 'Да, перезвоните после шести',
			sender: 'TEST',
			repliedAt: '2023-01-01T09:00:00.000Z',
		},
	});
});

describe('accepts what can mean only the same', () => {
	const PYTHON = `{'message_id': '123456', 'timestamp': '2023-01-01 09:00:00', 'recipient_response': {'recipient': {'phone': 79001234567}, 'from': 'TEST', 'content': {'type': 'text', 'text': 'Call me'}}}`;
	it.each([
		['a byte-order mark and blanks around it', `\ufeff\r\n ${JSON.stringify(posted())}\n`],
		['indented', JSON.stringify(posted(), null, '\t')],
		['a list of one', JSON.stringify([posted()])],
		['single quotes', PYTHON],
		['a surplus comma', JSON.stringify(posted()).replace(/\}$/, ',}')],
		['fields nobody knows', JSON.stringify(posted({ version: 2, status: null }, { read: true }, { tracking: {} }))],
		['the ID as a number', JSON.stringify(posted({ message_id: 123456 }))],
		['the phone as text', JSON.stringify(posted({}, { recipient: { phone: '79001234567' } }))],
		['the phone with a plus', JSON.stringify(posted({}, { recipient: { phone: ' +79001234567' } }))],
		['another case', JSON.stringify(posted({}, {}, { type: 'Text' }))],
		['no channel', JSON.stringify(posted({ channel: undefined }))],
		['blanks around the sender', JSON.stringify(posted({}, { from: ' TEST ' }))],
	])('%s', (_, body) => {
		expect(readReply(body)).toEqual({ reply: READ });
	});

	it.each<[unknown, string]>([
		['2023-01-01T09:00:00', '2023-01-01T09:00:00.000Z'],
		['2023-01-01T09:00:00Z', '2023-01-01T09:00:00.000Z'],
		['2023-01-01 09:00:00 GMT', '2023-01-01T09:00:00.000Z'],
		['2023-01-01 09:00:00 utc', '2023-01-01T09:00:00.000Z'],
		['2023-01-01T09:00:00.5+03:00', '2023-01-01T06:00:00.500Z'],
		['2023-01-01 09:00:00 -0530', '2023-01-01T14:30:00.000Z'],
		[' 2024-02-29 23:59:59 ', '2024-02-29T23:59:59.000Z'],
	])('a moment written as %j', (timestamp, repliedAt) => {
		expect(reply(posted({ timestamp }))).toEqual({ reply: { ...READ, repliedAt } });
	});

	it.each<[unknown, string]>([
		['  yes\n', '  yes\n'],
		[1, '1'],
		['<script>alert(1)</script>', '<script>alert(1)</script>'],
		['={{ $json.secret }}', '={{ $json.secret }}'],
		['👍🏽', '👍🏽'],
		['a\u0000b', 'a\u0000b'],
	])('a text as it was written: %j', (text, read) => {
		expect(reply(posted({}, {}, { text }))).toEqual({ reply: { ...READ, text: read } });
	});

	it.each([[undefined], [null], [''], ['\u200b'], [{ name: 'TEST' }], [['TEST']]])('no sender where there is none: %j', (from) => {
		expect(reply(posted({}, { from }))).toEqual({ reply: { ...READ, sender: null } });
	});

	it('an ID longer than JavaScript keeps', () => {
		const body = JSON.stringify(posted()).replace('"123456"', '12345678901234567890');
		expect(readReply(body)).toEqual({ reply: { ...READ, messageId: '12345678901234567890' } });
	});
});

describe('refuses', () => {
	it.each([
		['', 'emptyBody', 'The body is empty.'],
		[' \ufeff\n', 'emptyBody', 'The body is empty.'],
		['hello', 'notJson', 'The body is not JSON.'],
		['message_id=123456&channel=viber', 'notJson', 'The body is not JSON.'],
		['<response><message_id>1</message_id></response>', 'notJson', 'The body is not JSON.'],
		[JSON.stringify(posted()).slice(0, -2), 'notJson', 'The body is not JSON.'],
		['[]', 'unexpectedShape', 'The body is not one object.'],
		['null', 'unexpectedShape', 'The body is not one object.'],
		['"text"', 'unexpectedShape', 'The body is not one object.'],
		['[[{}]]', 'unexpectedShape', 'The body is not one object.'],
		[JSON.stringify([posted(), posted()]), 'unexpectedShape', 'The body is not one object.'],
		['{}', 'unexpectedShape', 'message_id is missing, or not as documented.'],
	])('%j', (body, code, message) => {
		expect(readReply(body)).toEqual({ refusal: { code, message } });
	});

	it.each<[string, unknown]>([
		...[undefined, null, '', '0', 0, -1, 1.5, 'abc', '12 34', true, {}, [], ['1'], '1'.repeat(65)].map((message_id): [string, unknown] => [
			'message_id',
			posted({ message_id }),
		]),
		...[
			...[undefined, null, '', 'yesterday', 1672563600, '1672563600', '2023-01-01', '2023-01-01 09:00', '2023-02-30 09:00:00'],
			...['2023-01-01 24:00:00', '2023-01-01 09:61:00', '2023-01-01 09:00:61', '01.01.2023 09:00:00', '2023-01-01 09:00:00 MSK'],
			...['2023-01-01 09:00:00+99:99', {}, ['2023-01-01 09:00:00']],
		].map((timestamp): [string, unknown] => ['timestamp', posted({ timestamp })]),
		...[undefined, null, '', 0, -79001234567, '0044123456789', 'anonymous', 1e300, '7'.repeat(16), {}, [1]].map(
			(phone): [string, unknown] => ['recipient_response.recipient.phone', posted({}, { recipient: { phone } })],
		),
		...[undefined, null, [], 'x'].map((recipient): [string, unknown] => ['recipient_response.recipient.phone', posted({}, { recipient })]),
		...[undefined, null, '', ' \n', '\u200b', {}, ['x'], true].map((text): [string, unknown] => [
			'recipient_response.content',
			posted({}, {}, { text }),
		]),
		...[undefined, null, 1, {}].map((type): [string, unknown] => ['recipient_response.content', posted({}, {}, { type })]),
		['recipient_response.recipient.phone', posted({ recipient_response: 'x' })],
	])('a document without a usable %s: %j', (field, document) => {
		const message = `${field} is missing, or not as documented.`;
		expect(reply(document)).toEqual({ refusal: { code: 'unexpectedShape', message } });
	});

	it.each(['picture', 'image', 'sticker', ''])('content that is no text: %j', (type) => {
		const refusal = { code: 'notText', message: 'recipient_response.content is no text.' };
		expect(reply(posted({}, {}, { type, text: undefined, url: 'https://example.com/a.jpg' }))).toEqual({ refusal });
	});

	it('fields that stand on a prototype', () => {
		expect(readReply('{"__proto__":{"message_id":"1","timestamp":"2023-01-01 09:00:00"}}')).toHaveProperty('refusal');
		expect(({} as Record<string, unknown>).message_id).toBeUndefined();
	});
});
