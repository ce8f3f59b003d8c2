import { PROTOCOLS } from '../../../nodes/CascadeMessaging/protocol/codecs';
import {
	isLongId,
	isMarked,
	possibleIds,
	readPart,
	splitParts,
	withoutMark,
} from '../../../nodes/CascadeMessaging/protocol/codecs/getParts';

const PHONES = ['79001234567', '79001234568'];

describe('an ID accepts', () => {
	it.each([
		'1179038981',
		' "1179038981"; ',
		'id 1179038981',
		'IDs: 1179038981',
		'id_message=1179038981',
		'messageId: 1179038981',
		'message_id="1179038981',
		'message_ids 1179038981',
		'queued: 1179038981',
	])('%j', (part) => {
		expect(readPart(part, PHONES)).toEqual({ accepted: true, messageId: '1179038981', parts: null, channelIds: {}, raw: part });
	});

	it.each([
		'79001234567:1179038981',
		'79001234567 : 1179038981',
		'+79001234567 = "1179038981"',
		'79001234567 1179038981',
		'79001234567-1179038981',
		'1179038981 +79001234567',
	])('the phone beside it: %j', (part) => {
		expect(readPart(part, PHONES)).toEqual({
			accepted: true,
			messageId: '1179038981',
			phone: '79001234567',
			parts: null,
			channelIds: {},
			raw: '1179038981',
		});
	});
});

describe('a part refuses', () => {
	it.each([
		['0', '0'],
		['000', '000'],
		[' error: Нет', 'Нет'],
		['ERROR = Нет', 'Нет'],
		['error:', null],
	])('%j with the reason %j', (part, reason) => {
		expect(readPart(part, PHONES)).toEqual({ accepted: false, reason, raw: part });
	});

	it('the phone beside it', () => {
		expect(readPart('79001234568=0', PHONES)).toEqual({ accepted: false, reason: '0', phone: '79001234568', raw: '0' });
	});
});

it.each(['', ' ', '-1', '-25', '1e9', '12e5', '1e+18', '1e-7', '1.17e18', '1.5E+9', 'null', 'None', 'OK', 'sent'])(
	'%j says nothing',
	(part) => {
		expect(readPart(part, PHONES)).toEqual({ accepted: false, reason: null, raw: part });
	},
);

describe('words are left to others, whatever ID is among them', () => {
	it.each([
		'not sent 1179038981',
		'id 1179038981 отклонён',
		'id: 0',
		'x 79001234567:1179038981',
		'79001234567:1179038981 нет',
		'79001234567x:1179038981',
		'79001234567x1179038981',
		'79001234567:79001234567',
		'1179038981:1179038982',
		'-нет',
		'ne5',
		'5.xe5',
		'5ex',
	])('%j', (part) => {
		expect(readPart(part, PHONES)).toBeUndefined();
	});

	it.each(['not sent 1179038981', 'id 1179038981 отклонён'])('so nobody is accepted by %j, and the ID is told as nobody’s', (text) => {
		expect(PROTOCOLS.get.decodeSend(text, { phones: ['79001234567'] })).toEqual({
			messages: [{ recipients: [{ accepted: false, reason: null, messageId: '1179038981', raw: text }] }],
		});
	});
});

it.each([
	['error: Нет', true],
	['Error : Нет', true],
	['error=Нет', true],
	['errors: Нет', false],
	['Нет, error: Нет', false],
])('%j calls itself a refusal: %j', (words, isRefusal) => {
	expect(isMarked(words)).toBe(isRefusal);
	expect(withoutMark(words)).toBe(isRefusal ? 'Нет' : words);
});

it.each([
	['501,502', ['501', '502']],
	['501\n\n502', ['501', '502']],
	['501; ;502;', ['501', '502']],
	['501|', ['501']],
	['501,502,\n503', ['501', '502', '503']],
	['501, \n503', ['501', '503']],
	['501,\n503,', ['501', '503', '']],
	['501,502\n503', ['501', '502', '503']],
	['501; error: Нет, нельзя', ['501', ' error: Нет, нельзя']],
	['error: Нет,501', ['error: Нет', '501']],
	['501 502', ['501 502']],
	['1179038981  1179038982', ['1179038981', '1179038982']],
	['1179038980, 1179038981 1179038982', ['1179038980', '1179038981', '1179038982']],
])('%j has the parts %j', (answer, parts) => {
	expect(splitParts(answer)).toEqual(parts);
});

it.each([
	['100000', true],
	['99999', false],
	['000000', false],
	['10000x', false],
])('%j is an ID among words: %j', (text, isId) => {
	expect(isLongId(text)).toBe(isId);
});

it.each([
	['Приняты 1179038981, 1179038982 и 1179038981', ['1179038981', '1179038982']],
	['Номер 89001234567 (+7 9001234567)', []],
	['Остаток 1179038981.50, договор a1179038981, всего 12345', []],
])('of %j the possible IDs are %j', (words, ids) => {
	expect(possibleIds(words, PHONES)).toEqual(ids);
});
