import { PROTOCOLS } from '../../../nodes/CascadeMessaging/protocol/codecs';
import { plainTextOf, withoutEnds } from '../../../nodes/CascadeMessaging/protocol/codecs/getText';

const PAGE = '<html><body>1179038999</body></html>';

it.each([
	['1179038981&nbsp;1179038982', '1179038981 1179038982'],
	['Нет<br>', 'Нет'],
	['<!-- a --><!-- b -->1179038981<!---->', '1179038981'],
	['<!-->1179038999-->1179038981', '1179038981'],
	['1179038981<!-- 1179038999', '1179038981'],
	['5 < 6', '5 < 6'],
])('of %j the words are %j', (answer, text) => {
	expect(plainTextOf(answer).text).toBe(text);
});

describe('a page', () => {
	it('behind an ID is the next script’s', () => {
		expect(plainTextOf(`1179038981${PAGE}`)).toEqual({ text: '1179038981', isPage: false });
	});

	it('behind words may belong to them: what it says is kept', () => {
		expect(plainTextOf(`Ошибка 5${PAGE}`)).toEqual({ text: 'Ошибка 5\n\n1179038999', isPage: false });
		expect(PROTOCOLS.get.decodeSend(`Ошибка 5${PAGE}`)).toMatchObject({
			messages: [{ recipients: [{ accepted: false, messageId: '1179038999' }] }],
		});
	});

	it('alone is told as one', () => {
		expect(plainTextOf(PAGE)).toEqual({ text: '1179038999', isPage: true });
	});
});

it.each([
	[' "a b" ', 'a b'],
	['" "', ''],
	['', ''],
	['a', 'a'],
])('%j without blanks and quotes at its ends is %j', (text, rest) => {
	expect(withoutEnds(text, /[\s"]/)).toBe(rest);
});
