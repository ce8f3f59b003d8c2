import { isBlank, trimBlanks, withoutInvisible } from '../../nodes/CascadeMessaging/protocol/blanks';

/** Each of them looks like nothing. */
const UNSEEN = [
	...[' ', '\t', '\n', '\r\n', '\v', '\u0000', '\u0085', '\u00A0', '\u00AD', '\u034F', '\u115F', '\u1160', '\u17B4', '\u17B5'],
	...['\u180E', '\u2003', '\u200B', '\u200D', '\u200E', '\u200F', '\u2028', '\u202A', '\u202E', '\u202F', '\u2060', '\u2066', '\u2069'],
	...['\u2800', '\u3000', '\u3164', '\uFE00', '\uFE0F', '\uFEFF', '\uFFA0', '\u{E0001}', '\u{E0100}'],
];

describe('isBlank', () => {
	it.each(['', ...UNSEEN, UNSEEN.join('')])('sees nothing in %j', (text) => {
		expect(isBlank(text)).toBe(true);
	});

	it.each(['a', '0', '.', '-', ' a ', '\u200B\u0301x', '❤\uFE0F', '😀', 'ᅠㅤж'])('sees something in %j', (text) => {
		expect(isBlank(text)).toBe(false);
	});
});

describe('trimBlanks', () => {
	it.each(UNSEEN.filter((one) => !/[\uFE00-\uFE0F\u{E0000}-\u{E01EF}]/u.test(one)))('takes %j off both ends', (one) => {
		expect(trimBlanks(`${one}${one}My ${one}Shop${one}${one}`)).toBe(`My ${one}Shop`);
		expect(trimBlanks(one)).toBe('');
	});

	it.each<[text: string, trimmed: string]>([
		['', ''],
		['x', 'x'],
		['Love ❤\uFE0F', 'Love ❤\uFE0F'],
		['Love ❤\uFE0F \u200B', 'Love ❤\uFE0F'],
		['MyShop \uFE0F', 'MyShop'],
		['\uFE0FMyShop', 'MyShop'],
		['\uFE0F', ''],
		['\uFE0F\uFE0F', ''],
		['🏴\u{E0067}\u{E007F}', '🏴\u{E0067}\u{E007F}'],
	])('makes %j %j: what belongs to an emoji stays', (text, trimmed) => {
		expect(trimBlanks(text)).toBe(trimmed);
	});
});

describe('withoutInvisible', () => {
	it('leaves out what takes no room, wherever it stands, and leaves blanks and line breaks', () => {
		expect(withoutInvisible('\u202D+7\u200B 900\u00AD\u00A0\t0\n\u0000\u202C')).toBe('+7 900\u00A0\t0\n');
	});
});
