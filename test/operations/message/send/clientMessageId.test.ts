import { readClientMessageId } from '../../../../nodes/CascadeMessaging/operations/message/send/clientMessageId';
import { TextReader } from '../../../../nodes/CascadeMessaging/operations/shared/templates/textReader';
import { clientNumberOf } from '../../../../nodes/CascadeMessaging/protocol';
import { readerOf } from '../../support/readerOf';
import { refusalOf } from '../../support/refusalOf';

type Parameters = Record<string, unknown>;

function idOf(values: Parameters, typed: Parameters = values): string | undefined {
	const texts = new TextReader({ refusesEmpty: false, evaluate: () => undefined }).of(0);
	return readClientMessageId(readerOf(values, typed), 0, texts)('79000000001');
}

const number = (value: unknown) => ({ clientMessageIdFrom: 'number', clientMessageNumber: value });
const key = (value: unknown) => ({ clientMessageIdFrom: 'key', clientMessageKey: value });

it('none is wanted', () => {
	expect(idOf({})).toBeUndefined();
	expect(idOf({ clientMessageIdFrom: 'none', clientMessageKey: 'undefined' }, key('={{ x }}'))).toBeUndefined();
});

it('is a number as given, without zeros before it', () => {
	expect(idOf(number(' 0042 '))).toBe('42');
	expect(idOf(number(0))).toBe('0');
	expect(idOf(number('10070'))).toBe('10070');
});

it('is made of a key and the phone', () => {
	expect(idOf(key(' order-42 '))).toBe(clientNumberOf('order-42', '79000000001'));
});

it.each([
	['Number', number],
	['Key', key],
])('%s must not be empty, and is refused broken or with a gap', (field, of) => {
	expect(refusalOf(() => idOf(of(' ')))).toEqual({
		code: 'clientMessageIdMissing',
		field,
		message: `${field} is empty, so nothing would keep this message from being sent twice. Fill it in, or set Prevent Duplicates to Off.`,
	});
	expect(refusalOf(() => idOf(of('1-undefined'), of('=1-{{ `${x}` }}')))).toMatchObject({ code: 'textBroken', field });
	expect(refusalOf(() => idOf(of('1-'), of('=1-{{ x }}')))).toMatchObject({ code: 'keyIncomplete', field });
});

it('comes from one of three sources', () => {
	expect(refusalOf(() => idOf({ clientMessageIdFrom: 'x' }))).toMatchObject({
		code: 'valueNotReadable',
		field: 'Prevent Duplicates',
		message: 'Prevent Duplicates must be one of none, number, key.',
	});
});
