import fc from 'fast-check';
import smartEncoding from 'sms-segments-calculator/dist/libs/SmartEncodingMap';

import { dearCharacters, PLAIN } from '../../nodes/CascadeMessaging/protocol/dearCharacters';
import { smsPartsOf } from '../../nodes/CascadeMessaging/protocol/smsParts';
import { RUNS } from './support/runs';

describe('dearCharacters', () => {
	it('names what alone keeps a text from GSM-7, how often, what to write for it, and what that saves', () => {
		const text = '“Sale” — up to 50%… '.repeat(8);

		expect(dearCharacters(text)).toEqual({
			characters: [
				{ character: '“', count: 8, plain: '"' },
				{ character: '”', count: 8, plain: '"' },
				{ character: '—', count: 8, plain: '-' },
				{ character: '…', count: 8, plain: '...' },
			],
			parts: 3,
			plainParts: 2,
		});
	});

	it('names it too where it saves nothing yet', () => {
		expect(dearCharacters('Sale — 50%')).toEqual({ characters: [{ character: '—', count: 1, plain: '-' }], parts: 1, plainParts: 1 });
	});

	it.each([
		['«Shop»', '"Shop"'],
		['Don’t', "Don't"],
		['10\u00a0000\u202f₽', '10 000 RUB'],
		['Order №\u2009 15', 'Order N  15'],
		['zero\u200bwidth\ufeff', 'zerowidth'],
		['a\tb', 'a b'],
		['it`s', "it's"],
		['a\u2028b', 'a\nb'],
		['Menu → Settings', 'Menu -> Settings'],
		['2×2 ™', '2x2 (TM)'],
		['\u200eleft', 'left'],
	])('%j can be written %j', (text, plain) => {
		const found = dearCharacters(text)?.characters ?? [];

		expect(found.reduce((written, one) => written.replaceAll(one.character, one.plain), text)).toBe(plain);
		expect(found.every(({ count, character }) => text.split(character).length === count + 1)).toBe(true);
	});

	it.each(['', 'Sale - 50%', 'Price: 5 € {net}', 'Größe', '^|~'])('finds nothing in %j, which is GSM-7', (text) => {
		expect(dearCharacters(text)).toBeUndefined();
	});

	it.each(['Скидка — 50 % на «всё»…', 'Sale — 50% 😀', 'Café crème ça va — “oui”', `${'я'.repeat(69)}\u200b`, '👨‍👩‍👧'])(
		'finds nothing in %j, which is UCS-2 anyway',
		(text) => {
			expect(dearCharacters(text)).toBeUndefined();
		},
	);

	it.each(['е', 'ё', 'á', 'ç', '°'])('takes no other character for %s', (character) => {
		expect(dearCharacters(`a ${character} — b`)).toBeUndefined();
	});

	it('names in a Russian text only what nobody sees, where a part less is taken without it', () => {
		expect(dearCharacters(`«${'я'.repeat(68)}»\u200b\u00ad\u200b`)).toEqual({
			characters: [
				{ character: '\u200b', count: 2, plain: '' },
				{ character: '\u00ad', count: 1, plain: '' },
			],
			parts: 2,
			plainParts: 1,
		});
	});

	it('leaves emoji together, and words of other scripts as they are, though it would take a part less', () => {
		expect(dearCharacters(`${'я'.repeat(63)}👨‍👩‍👧`)).toBeUndefined();
		expect(dearCharacters(`${'م'.repeat(69)}\u200cه`)).toBeUndefined();
	});

	it('is silent where the plain text would take more parts', () => {
		expect(dearCharacters('…'.repeat(53))).toMatchObject({ parts: 1, plainParts: 1 });
		expect(dearCharacters('…'.repeat(54))).toBeUndefined();
	});
});

describe('the table', () => {
	const rows = PLAIN.flatMap(({ plain, dear }) => Array.from(dear, (character) => [character, plain] as const));

	it.each(rows)('%j is outside of GSM-7, and %j in it', (character, plain) => {
		expect(smsPartsOf(character).encoding).toBe('ucs2');
		expect(smsPartsOf(plain).encoding).toBe('gsm7');
	});

	it('has each character once', () => {
		expect(new Set(rows.map(([character]) => character)).size).toBe(rows.length);
	});

	it('says what the table of another library says, but for a few', () => {
		const others = new Map(Object.entries(smartEncoding));
		const differing = rows.filter(([character, plain]) => others.has(character) && others.get(character)?.trim() !== plain.trim());

		// A low quotation mark looks like a comma, and inner ones like arrows, but they are none. Blanks are not compared: the other table doubles them.
		expect(Object.fromEntries(differing)).toEqual({ '‚': "'", '‹': "'", '›': "'" });
	});
});

it('what it says is so: written as it says, the text takes as many parts, and never more than before', () => {
	const piece = fc.constantFrom(
		'a',
		'Sale',
		' ',
		'€',
		'я',
		'😀',
		'a'.repeat(60),
		'я'.repeat(60),
		...PLAIN.flatMap(({ dear }) => Array.from(dear)),
	);
	const latin = fc.constantFrom(
		'a',
		'Sale',
		' ',
		'€',
		'a'.repeat(60),
		'—'.repeat(9),
		'…'.repeat(9),
		...PLAIN.flatMap(({ dear }) => Array.from(dear)),
	);
	fc.assert(
		fc.property(fc.oneof(fc.array(piece, { maxLength: 12 }), fc.array(latin, { maxLength: 12 })), (pieces) => {
			const text = pieces.join('');
			const found = dearCharacters(text);
			if (found === undefined) return;
			const written = found.characters.reduce((plainly, one) => plainly.replaceAll(one.character, one.plain), text);
			expect(found.parts).toBe(smsPartsOf(text).parts);
			expect(found.plainParts).toBe(smsPartsOf(written).parts);
			expect(found.plainParts).toBeLessThanOrEqual(found.parts);
			expect(smsPartsOf(written).encoding === 'gsm7' || found.plainParts < found.parts).toBe(true);
		}),
		RUNS,
	);
});
