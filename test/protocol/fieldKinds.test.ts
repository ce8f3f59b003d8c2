import { PROTOCOLS } from '../../nodes/CascadeMessaging/protocol/codecs';
import type { FieldKind, FieldValue } from '../../nodes/CascadeMessaging/protocol/fieldKinds';
import { FIELD_KINDS } from '../../nodes/CascadeMessaging/protocol/fieldKinds';
import { limitsWith } from './support/limits';

const NAMED = [{ name: 'Name', value: 'Anna' }];

it.each<[FieldKind, none: FieldValue[], some: FieldValue]>([
	['text', ['', ' \n'], ' x '],
	['name', ['', '\u200b'], 'x'],
	['minutes', [], 0],
	['flag', [false], true],
	['parameters', [[]], NAMED],
])('what is none is known by its kind: %s', (kind, none, some) => {
	expect(none.map((value) => FIELD_KINDS[kind].isNone(value))).toEqual(none.map(() => true));
	expect(FIELD_KINDS[kind].isNone(some)).toBe(false);
});

it.each<[FieldKind, FieldValue, string]>([
	['text', ' a\nb ', 'text: " a\\nb "'],
	['name', 'MyShop', 'text: "MyShop"'],
	['minutes', 30, 'text: "30"'],
	['flag', true, 'text: "1"'],
	['parameters', NAMED, 'parameters: [{"name":"Name","value":"Anna"}]'],
])('each kind is written as a protocol writes texts or named values: %s', (kind, value, written) => {
	const writer = {
		text: (text: string): string => `text: ${JSON.stringify(text)}`,
		parameters: (parameters: unknown): string => `parameters: ${JSON.stringify(parameters)}`,
	};
	expect(FIELD_KINDS[kind].write(value, writer)).toBe(written);
});

it.each<[FieldKind, FieldValue, codes: string[]]>([
	['text', 'Hello', ['textTooLong']],
	['name', 'Hel\0', ['characterNotAllowed']],
	['minutes', 0, ['minutesInvalid']],
	['flag', true, []],
	['parameters', [...NAMED, ...NAMED], ['parameterRepeated']],
])('each kind has checks of its own: %s', (kind, value, codes) => {
	const place = { where: 'Viber Text', bounds: { maxLength: 4 }, limits: limitsWith(PROTOCOLS.xml) };
	expect(FIELD_KINDS[kind].check(value, place).map(({ code, field }) => [code, field])).toEqual(codes.map((code) => [code, place.where]));
});
