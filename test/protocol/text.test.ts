import { counted, hasHalfCharacter, inTexts, lengthOf, looksOf, shorten, splitList } from '../../nodes/CascadeMessaging/protocol/text';

describe('lengthOf counts code points, as PHP does', () => {
	it.each([
		['', 0],
		['a', 1],
		['Привет', 6],
		['😀', 1],
		['😀😀', 2],
		['a😀b', 3],
		['👨‍👩‍👧', 5],
		['\u0438\u0306', 2],
		['\ud83d', 1],
		['\ude00\ud83d', 2],
		['\ud83d\ud83d\ude00', 2],
		['\u{10000}\u{10ffff}', 2],
		['\ude00\ude00', 2],
		['a\ude00', 2],
		['\ud83d\ue000', 2],
		['\ud83d\ud7ff', 2],
		['\r\n', 2],
	])('%j: %d', (text, length) => {
		expect(lengthOf(text)).toBe(length);
		expect(lengthOf(text)).toBe(Array.from(text).length);
	});
});

describe('hasHalfCharacter', () => {
	it.each(['\ud83d', '\ude00', 'a\ud83d', '\ude00\ud83d', '\ud83d\ud83d\ude00', '\ud83dn'])('finds one in %j', (text) => {
		expect(hasHalfCharacter(text)).toBe(true);
	});

	it.each(['', 'a', '😀', '\u{10ffff}', '\ufffd', '\ue000'])('finds none in %j', (text) => {
		expect(hasHalfCharacter(text)).toBe(false);
	});
});

describe('looksOf', () => {
	it.each([
		['<!DOCTYPE html><p>x', 'a web page'],
		[' \n<HTML lang="en">', 'a web page'],
		['<response><error>x', 'XML, or a part of it'],
		['<?xml version="1.0"?>', 'XML, or a part of it'],
		['{"error":', 'JSON, or a part of it'],
		['\t[1', 'JSON, or a part of it'],
		['error: Wrong password', 'plain text'],
		['"error"', 'plain text'],
		['', 'plain text'],
		['<'.repeat(1_000_000), 'XML, or a part of it'],
	])('says what it is, in words of its own', (answer, looks) => {
		expect(looksOf(answer)).toBe(looks);
	});
});

describe('shorten', () => {
	it.each([
		['short', 'short'],
		['  two\r\n\t lines ', 'two lines'],
		['1234567890', '1234567890'],
		['12345678901', '1234567890…'],
		['', ''],
	])('makes %j to %j', (text, line) => {
		expect(shorten(text, 10)).toBe(line);
	});

	it('cuts no emoji in two', () => {
		expect(shorten('123456789😀', 10)).toBe('123456789…');
		expect(shorten('😀34567890123', 10)).toBe('😀34567890…');
	});

	it('keeps 200 characters unless told otherwise', () => {
		expect(shorten('x'.repeat(200))).toBe('x'.repeat(200));
		expect(shorten('x'.repeat(201))).toBe(`${'x'.repeat(200)}…`);
	});
});

describe('splitList', () => {
	it.each([
		['79000000001', ['79000000001']],
		['79000000001,79000000002', ['79000000001', '79000000002']],
		[' +7 900 000-00-01 ; 8 (900) 000-00-02 ', ['+7 900 000-00-01', '8 (900) 000-00-02']],
		['1\n2\r\n3\r4', ['1', '2', '3', '4']],
		[',;\n 1 ,, ;', ['1']],
		['', []],
		[' \n ', []],
	])('splits %j at commas, semicolons and line breaks', (text, parts) => {
		expect(splitList(text)).toEqual(parts);
	});
});

describe('inTexts', () => {
	const strike = (text: string): string => text.replace('x', '***');

	it('changes the texts of a value, and the names of its fields', () => {
		const value = { x: 'x', b: [1, 'x', null, { c: 'ax' }], d: true };

		expect(inTexts(value, strike)).toEqual({ '***': '***', b: [1, '***', null, { c: 'a***' }], d: true });
	});

	it('leaves out what is nested too deep', () => {
		const nested = (levels: number): unknown => JSON.parse(`${'['.repeat(levels)}"x"${']'.repeat(levels)}`);

		expect(inTexts(nested(20), strike)).toEqual(JSON.parse(JSON.stringify(nested(20)).replace('x', '***')));
		expect(JSON.stringify(inTexts(nested(5000), strike))).toBe(`${'['.repeat(20)}null${']'.repeat(20)}`);
		const object = (levels: number, inside: string): unknown => JSON.parse('{"a":'.repeat(levels) + inside + '}'.repeat(levels));
		expect(inTexts(object(21, '"x"'), strike)).toEqual(object(20, 'null'));
	});
});

it('a number has its noun in the right form', () => {
	expect([0, 1, 2, 21].map((count) => counted(count, 'recipient'))).toEqual([
		'0 recipients',
		'1 recipient',
		'2 recipients',
		'21 recipients',
	]);
});
