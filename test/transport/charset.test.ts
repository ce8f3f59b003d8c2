import fc from 'fast-check';

import { decodeBody } from '../../nodes/CascadeMessaging/transport/charset';

/** Cyrillic letters in the charsets Russian gateways use. */
const IN_WINDOWS_1251 = Uint8Array.from([0xcd, 0xe5, 0xf2]);
const IN_KOI8_R = Uint8Array.from([0xee, 0xc5, 0xd4]);
const IN_CP866 = Uint8Array.from([0x8d, 0xa5, 0xe2]);
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const ascii = utf8;
const together = (...parts: Uint8Array[]): Uint8Array => Uint8Array.from(parts.flatMap((part) => [...part]));
const utf16 = (text: string, isBig: boolean): Uint8Array =>
	Uint8Array.from(
		Array.from(text)
			.flatMap((sign) => [sign.charCodeAt(0) & 0xff, sign.charCodeAt(0) >> 8])
			.map((_, index, all) => all[isBig ? index ^ 1 : index] ?? 0),
	);

describe('the Content-Type header', () => {
	it.each([
		'windows-1251',
		'Windows-1251',
		'cp1251',
		'CP-1251',
		'cp_1251',
		'win-1251',
		'win1251',
		'WINDOWS1251',
		'x-cp1251',
		'1251',
		'"windows-1251"',
		"'cp1251'",
	])('names Windows-1251 as %s', (label) => {
		expect(decodeBody([IN_WINDOWS_1251], `text/plain; charset=${label}`)).toBe('Нет');
	});

	it.each([
		['koi8-r', IN_KOI8_R],
		['KOI8R', IN_KOI8_R],
		['koi8_r', IN_KOI8_R],
		['cp866', IN_CP866],
		['IBM-866', IN_CP866],
		['utf-8', utf8('Нет')],
		['"utf8"', utf8('Нет')],
		['UTF_8', utf8('Нет')],
	])('names others too: %s', (label, bytes) => {
		expect(decodeBody([bytes], `application/json;charset=${label}; x=y`)).toBe('Нет');
		expect(decodeBody([bytes], `application/json; Charset = ${label}`)).toBe('Нет');
	});

	it.each(['dos-866', '866'])('may say %s', (label) => {
		expect(decodeBody([IN_CP866], `text/plain; charset=${label}`)).toBe('Нет');
	});

	it.each(['koi-r', 'KOI_R', 'koi8-r'])('may say %s', (label) => {
		expect(decodeBody([IN_KOI8_R], `text/plain; charset=${label}`)).toBe('Нет');
	});

	it.each(['xwindows-1251', 'windows-12511', 'x866', '8660', 'cp8660', 'xkoi8-r', 'koi8-ru2', 'xutf-16', 'utf-167'])(
		'names no charset there is: %s',
		(label) => {
			expect(decodeBody([IN_WINDOWS_1251], `text/plain; charset=${label}`)).toContain('\uFFFD');
		},
	);

	it.each([
		undefined,
		5,
		['text/xml'],
		'text/plain',
		'text/plain; charset=',
		'text/plain; charset=martian-7',
		`text/plain; x=${'y'.repeat(600)}; charset=windows-1251`,
	])('says nothing, and the text is UTF-8: %j', (header) => {
		expect(decodeBody([utf8('Нет')], header)).toBe('Нет');
	});

	it('names the charset of Western Europe only because servers do: the text is UTF-8', () => {
		expect(decodeBody([utf8('Нет')], 'text/html; charset=ISO-8859-1')).toBe('Нет');
		expect(decodeBody([Uint8Array.from([0x63, 0x61, 0x66, 0xe9, 0x21])], 'text/html; charset=ISO-8859-1')).toBe('café!');
	});
});

describe('the XML declaration', () => {
	const declared = (encoding: string, bytes: Uint8Array): Uint8Array =>
		together(ascii(`<?xml version="1.0" encoding=${encoding}?><r>`), bytes, ascii('</r>'));

	it('may have blanks around its sign', () => {
		const start = ascii('<?xml version="1.0" encoding = "windows-1251"?>');

		expect(decodeBody([together(start, IN_WINDOWS_1251)], undefined)).toMatch(/Нет$/);
	});

	it.each(['"windows-1251"', "'cp1251'", '"WIN-1251" standalone="yes"', '" windows-1251 "'])('names the charset: %s', (encoding) => {
		expect(decodeBody([declared(encoding, IN_WINDOWS_1251)], undefined)).toContain('<r>Нет</r>');
	});

	it('is heard where the bytes are not what the header says', () => {
		expect(decodeBody([declared('"windows-1251"', IN_WINDOWS_1251)], 'text/xml; charset=utf-8')).toContain('<r>Нет</r>');
	});

	it('is not heard where the header fits', () => {
		expect(decodeBody([declared('"windows-1251"', utf8('Нет'))], 'text/xml; charset=utf-8')).toContain('<r>Нет</r>');
	});

	it('may stand behind a warning of PHP', () => {
		expect(decodeBody([ascii('Warning: x in y on line 1\n'), declared('"windows-1251"', IN_WINDOWS_1251)], undefined)).toContain('Нет');
	});

	it('is not looked for further on, nor does it name what it surely is not', () => {
		expect(decodeBody([ascii(' '.repeat(1024)), declared('"windows-1251"', IN_WINDOWS_1251)], undefined)).toContain('\uFFFD');
		expect(decodeBody([declared('"UTF-16"', utf8('Нет'))], undefined)).toContain('<r>Нет</r>');
	});
});

describe('a byte-order mark', () => {
	it.each([
		['UTF-8', together(Uint8Array.from([0xef, 0xbb, 0xbf]), utf8('{"Нет"'))],
		['UTF-16, little end first', together(Uint8Array.from([0xff, 0xfe]), utf16('{"Нет"', false))],
		['UTF-16, big end first', together(Uint8Array.from([0xfe, 0xff]), utf16('{"Нет"', true))],
	])('says %s, whatever the header says', (_, bytes) => {
		expect(decodeBody([bytes], undefined)).toBe('{"Нет"');
		expect(decodeBody([bytes], 'text/plain; charset=windows-1251')).toBe('{"Нет"');
		expect(decodeBody([bytes], 'text/plain; charset=utf-16')).toBe('{"Нет"');
	});

	it('is passed over where the bytes are something else', () => {
		expect(decodeBody([Uint8Array.from([0xef, 0xbb, 0xbf]), IN_WINDOWS_1251], 'text/plain; charset=cp1251')).toMatch(/Нет$/);
	});
});

describe('UTF-16 without a mark', () => {
	it.each([
		['little', utf16('{"Нет"', false)],
		['big', utf16('{"Нет"', true)],
	])('is known by its zeros, %s end first', (_, bytes) => {
		expect(decodeBody([bytes], 'application/json; charset=UTF-16')).toBe('{"Нет"');
	});

	it('is none without them', () => {
		expect(decodeBody([utf8('{"Нет"')], 'application/json; charset=UTF-16')).toBe('{"Нет"');
	});
});

describe('bytes that are nothing', () => {
	it('become replacement characters, and the rest is read', () => {
		expect(decodeBody([together(ascii('a'), Uint8Array.from([0xff]), ascii('b'))], undefined)).toBe('a\uFFFDb');
		expect(decodeBody([together(ascii('a'), Uint8Array.from([0xff]), ascii('b'))], 'x; charset=utf-8')).toBe('a\uFFFDb');
		expect(decodeBody([], 'x; charset=cp1251')).toBe('');
	});

	it('a character that is cut off does not change the charset of the others', () => {
		const cut = together(ascii('<?xml encoding="windows-1251"?>'), utf8('Не').slice(0, 3));

		expect(decodeBody([cut], 'text/xml; charset=utf-8')).toBe('<?xml encoding="windows-1251"?>Н\uFFFD');
	});
});

it('the edges of pieces never show', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'grapheme' }), fc.array(fc.nat(40), { maxLength: 8 }), (text, cuts) => {
			const bytes = utf8(text);
			const edges = [0, ...cuts.map((cut) => Math.min(cut, bytes.length)).sort((one, other) => one - other), bytes.length];
			const pieces = edges.slice(1).map((end, index) => bytes.slice(edges[index], end));

			expect(decodeBody(pieces, undefined)).toBe(decodeBody([bytes], undefined));
		}),
	);
});

it('never throws', () => {
	fc.assert(
		fc.property(fc.array(fc.uint8Array()), fc.anything(), (chunks, header) => {
			expect(typeof decodeBody(chunks, header)).toBe('string');
		}),
	);
});
