import { PROTOCOLS } from '../../../nodes/CascadeMessaging/protocol/codecs';
import { errorWordsOf } from '../../../nodes/CascadeMessaging/protocol/codecs/errorWords';
import { recipientsOf } from '../support/recipients';

const { json, xml } = PROTOCOLS;

const NO_ERRORS = [
	0,
	'0',
	'00',
	'',
	' ',
	false,
	[],
	{},
	null,
	undefined,
	'null',
	'false',
	'NULL',
	'none',
	'undefined',
	'OK',
	'success',
	[0, ''],
	{ code: 0, text: null },
];

it.each(NO_ERRORS)('%j is no error', (error) => {
	expect(errorWordsOf(error)).toBeUndefined();
});

it.each([
	['Stop list', 'Stop list'],
	[5, '5'],
	[true, 'true'],
	[' -1 ', '-1'],
	['ok then', 'ok then'],
	['not ok', 'not ok'],
	['Нет', 'Нет'],
	[['No', 'way', 5], 'No, way, 5'],
	[{ code: 5, text: 'No money' }, 'No money, 5'],
	[[55, 'No money'], 'No money, 55'],
	[['5 roubles short', 'Code 5', 'No money'], '5 roubles short, Code 5, No money'],
	[{ errors: [{ message: { text: 'Deep' } }] }, 'Deep'],
	[{ code: 0, text: 'No' }, 'No'],
	[['x'.repeat(2000)], 'x'.repeat(2000)],
	[['x'.repeat(600), 'y'.repeat(600)], `${'x'.repeat(600)}, ${'y'.repeat(398)}`],
])('of %j the words are %s', (error, words) => {
	expect(errorWordsOf(error)).toBe(words);
});

it('looks no deeper than a few levels, and at no more than a few texts', () => {
	expect(errorWordsOf([[[['x']]]])).toBe('x');
	expect(errorWordsOf([[[[['x']]]]])).toBeUndefined();
	expect(errorWordsOf([...Array.from({ length: 20 }, () => 0), 'x'])).toBeUndefined();
	expect(errorWordsOf(Array.from({ length: 1000 }, () => 'x'))?.split(', ')).toHaveLength(20);
	expect(errorWordsOf(Array.from({ length: 19 }, () => Array.from({ length: 19 }, () => 'x')))?.split(', ')).toHaveLength(20);
});

describe('an error beside an ID', () => {
	it.each(NO_ERRORS)('of JSON that is %j says nothing', (error) => {
		const record = { id_message: '501', phone: '79000000001', error };
		expect(recipientsOf(json.decodeSend(JSON.stringify({ error, message: [[record]] })))).toMatchObject([
			[{ accepted: true, messageId: '501' }],
		]);
		const without = { phone: '79000000001', error };
		expect(recipientsOf(json.decodeSend(JSON.stringify({ message: [[without]] })))).toMatchObject([[{ accepted: false, reason: null }]]);
	});

	it('of JSON is words, whatever it is', () => {
		const record = { id_message: '501', error: { code: 5, text: 'No money' } };
		expect(recipientsOf(json.decodeSend(JSON.stringify({ message: [[record]] })))).toMatchObject([
			[{ accepted: false, reason: 'No money, 5', messageId: '501' }],
		]);
		expect(json.decodeSend('{"message":[{"error":["No","channel"]}]}')).toEqual({ messages: [{ refused: 'No, channel' }] });
	});

	it.each(['<error>0</error>', '<error/>', '<error><code>0</code></error>'])('of XML that is %s says nothing', (error) => {
		const inside = `<information id_message="501" phone="7">send${error}</information>`;
		expect(recipientsOf(xml.decodeSend(`<response>${error}<message>${error}${inside}</message></response>`))).toMatchObject([
			[{ accepted: true, messageId: '501' }],
		]);
		expect(
			recipientsOf(xml.decodeSend(`<response><message><information phone="7">${error}</information></message></response>`)),
		).toMatchObject([[{ accepted: false, reason: null }]]);
	});

	it.each(['<information phone="7">0</information>', '<information phone="7" error="0"/>'])('%s says nothing', (inside) => {
		expect(recipientsOf(xml.decodeSend(`<response><message>${inside}</message></response>`))).toMatchObject([
			[{ accepted: false, reason: null }],
		]);
	});

	it.each([
		'<information id_message="501" error="No"/>',
		'<information id_message="501">send<error>No</error></information>',
		'<information id_message="501"><error code="0"><text>No</text></error></information>',
		'<information id_message="501"><error text="No"/></information>',
	])('of XML is words: %s', (inside) => {
		expect(recipientsOf(xml.decodeSend(`<response><message>${inside}</message></response>`))).toMatchObject([
			[{ accepted: false, reason: 'No', messageId: '501' }],
		]);
	});

	it.each(['<error>No</error>', '<text>No</text>'])('of XML may be the words of a recipient without ID: %s', (inside) => {
		expect(
			recipientsOf(xml.decodeSend(`<response><message><information phone="7">${inside}</information></message></response>`)),
		).toMatchObject([[{ accepted: false, reason: 'No' }]]);
	});
});

it.each([
	'-1',
	'"-1"',
	'"null"',
	'"error"',
	'1.17e+18',
	'"1.17e+18"',
	'1.17e+9',
	'"Нет"',
	'"0"',
	'1.5',
	'true',
	'{"id":5}',
	'[5]',
	'1179038981179038981179038981179038981179038981179038981179038981179',
])('an ID of %s is none', (id) => {
	const text = `{"message":[[{"id_message":${id},"phone":"79000000001","id_viber":${id}}]]}`;
	expect(recipientsOf(json.decodeSend(text))).toMatchObject([[{ accepted: false, reason: null }]]);
	expect(recipientsOf(json.decodeSend(text.replace('"phone"', '"id_message":"501","phone"')))).toMatchObject([
		[{ channelIds: { viber: null } }],
	]);
});

it.each(['-1', 'null', '1.17e+18', 'Нет'])('an ID of %s is none in XML', (id) => {
	const answer = xml.decodeSend(`<response><message><information id_message="${id}" phone="7">send</information></message></response>`);
	expect(recipientsOf(answer)).toMatchObject([[{ accepted: false, reason: null }]]);
});

it('another client number is told, even one that can be none', () => {
	const numberIn = (echo: string): unknown =>
		recipientsOf(json.decodeSend(`{"message":[[{"id_message":"501","client_id_message":${echo}}]]}`))[0]?.[0]?.clientMessageId;
	expect(['"abc"', '5', '"0"', '""', '"null"', 'null'].map(numberIn)).toEqual(['abc', '5', undefined, undefined, undefined, undefined]);
});
