import { findNonXmlCharacter, isXmlName } from '../../../nodes/CascadeMessaging/protocol/codecs/xmlText';

describe('findNonXmlCharacter', () => {
	it.each([
		['\0', 'U+0000'],
		['a\u0008b\0', 'U+0008'],
		['\v', 'U+000B'],
		['\f', 'U+000C'],
		['\u001b[0m', 'U+001B'],
		['\u001f', 'U+001F'],
		['\ufffe', 'U+FFFE'],
		['\uffff', 'U+FFFF'],
		['😀\ud83d', 'U+D83D'],
	])('finds in %j the character %s', (text, character) => {
		expect(findNonXmlCharacter(text)).toBe(character);
	});

	it.each(['', '\t\n\r', ' ~', '\u007f\u0085', '\u2028', '\ud7ff\ue000\ufffd', '\ufeff', '😀', '\u{10ffff}'])(
		'finds none in %j',
		(text) => {
			expect(findNonXmlCharacter(text)).toBeUndefined();
		},
	);
});

describe('isXmlName', () => {
	it.each(['Name', 'n', '_', '_1', 'a-b.c', 'Имя', '名前', 'é', 'a\u00b7', 'a\u0300', '__proto__', 'constructor', '\u{10000}'])(
		'takes %j',
		(name) => {
			expect(isXmlName(name)).toBe(true);
		},
	);

	it.each([
		'',
		' ',
		'1',
		'1a',
		'-a',
		'.a',
		'a b',
		' a',
		'a\n',
		'a:b',
		'a/b',
		'a>',
		'<a',
		'a"',
		'&amp;',
		'#text',
		'@phone',
		'\u00b7a',
		'\u0300a',
		'×',
		'\u037e',
		'\ud83d',
		'\u{f0000}',
	])('refuses %j', (name) => {
		expect(isXmlName(name)).toBe(false);
	});
});
