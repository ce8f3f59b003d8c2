import { isBlank, trimBlanks, withoutFormatting } from '../../nodes/CascadeMessaging/protocol/blanks';

const UNSEEN = [
	...[' ', '\t', '\n', '\r', '\u00a0', '\u2003', '\u202f', '\u3000', '\u2028', '\u2029', '\0', '\u0085'],
	...['\u00ad', '\u200b', '\u200e', '\u202d', '\u2060', '\u2066', '\u2069', '\ufeff', '\u034f'],
	...['\u115f', '\u1160', '\u17b4', '\u180b', '\u2800', '\u3164', '\ufe0f', '\uffa0', '\u{e0100}', '\u{e0041}'],
];
const SEEN = ['a', 'Я', '0', '.', '\u{1f600}', '\u0301', '한', '\ufffd', '_'];

describe('isBlank', () => {
	it.each(['', ...UNSEEN, UNSEEN.join('')])('takes %j for nothing', (text) => {
		expect(isBlank(text)).toBe(true);
	});

	it.each([...SEEN, ...SEEN.map((one) => ` ${one}\u200b`)])('sees %j', (text) => {
		expect(isBlank(text)).toBe(false);
	});
});

describe('trimBlanks', () => {
	it.each(UNSEEN)('takes off %j at both ends, and leaves it within', (unseen) => {
		expect(trimBlanks(`${unseen}${unseen}My${unseen}Shop${unseen}`)).toBe(`My${unseen}Shop`);
		expect(trimBlanks(unseen)).toBe('');
	});

	it.each(['', ...SEEN, 'https://shop.example/?a=1 2', '\u{1f600} sale \u{1f600}'])('leaves %j as it is', (text) => {
		expect(trimBlanks(text)).toBe(text);
	});
});

describe('withoutFormatting', () => {
	it.each([
		['\u202d+7 900 000-00-01\u202c', '+7 900 000-00-01'],
		['8\u00ad900\ufe0f\u034f', '8900'],
		['a\tb\u00a0c\n', 'a\tb\u00a0c\n'],
	])('makes of %j %j', (text, plain) => {
		expect(withoutFormatting(text)).toBe(plain);
	});
});
