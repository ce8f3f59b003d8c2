import { smsPartsOf } from '../../nodes/CascadeMessaging/protocol/smsParts';

/** Parts, units in the last part, and its room. */
const fillOf = (text: string): [number, number, number] => {
	const { parts, lastPart } = smsPartsOf(text);
	return [parts, lastPart.units, lastPart.room];
};

describe('smsPartsOf', () => {
	it('tells encoding, characters, units, parts and how full the last one is', () => {
		expect(smsPartsOf('Your code: 1234')).toEqual({
			encoding: 'gsm7',
			characters: 15,
			units: 15,
			parts: 1,
			lastPart: { units: 15, room: 160 },
		});
		expect(smsPartsOf('Код: 1234')).toEqual({ encoding: 'ucs2', characters: 9, units: 9, parts: 1, lastPart: { units: 9, room: 70 } });
		expect(smsPartsOf('я'.repeat(100))).toEqual({
			encoding: 'ucs2',
			characters: 100,
			units: 100,
			parts: 2,
			lastPart: { units: 33, room: 67 },
		});
	});

	it('takes an empty text for one empty part', () => {
		expect(smsPartsOf('')).toEqual({ encoding: 'gsm7', characters: 0, units: 0, parts: 1, lastPart: { units: 0, room: 160 } });
	});

	it.each<[string, string, [number, number, number]]>([
		['160 characters of GSM-7', 'a'.repeat(160), [1, 160, 160]],
		['161', 'a'.repeat(161), [2, 8, 153]],
		['306', 'a'.repeat(306), [2, 153, 153]],
		['307', 'a'.repeat(307), [3, 1, 153]],
		['80 characters of the extension table', '€'.repeat(80), [1, 160, 160]],
		['81', '€'.repeat(81), [2, 10, 153]],
		['an escape pair at the end of the only part', `${'a'.repeat(158)}€`, [1, 160, 160]],
		['an escape pair that would be split', `${'a'.repeat(152)}€${'a'.repeat(151)}`, [2, 153, 153]],
		['the same and one more', `${'a'.repeat(152)}€${'a'.repeat(152)}`, [3, 1, 153]],
		['70 characters of UCS-2', 'я'.repeat(70), [1, 70, 70]],
		['71', 'я'.repeat(71), [2, 4, 67]],
		['134', 'я'.repeat(134), [2, 67, 67]],
		['135', 'я'.repeat(135), [3, 1, 67]],
		['35 emoji', '😀'.repeat(35), [1, 70, 70]],
		['36 emoji, of which a part holds 33', '😀'.repeat(36), [2, 6, 67]],
		['a surrogate pair that would be split', `${'я'.repeat(66)}😀${'я'.repeat(65)}`, [2, 67, 67]],
		['the same and one more', `${'я'.repeat(66)}😀${'я'.repeat(66)}`, [3, 1, 67]],
		['Latin with one Russian letter', `${'a'.repeat(70)}я`, [2, 4, 67]],
		['characters that GSM-7 would write as two, in UCS-2', `${'€'.repeat(69)}я`, [1, 70, 70]],
	])('%s', (_, text, fill) => {
		expect(fillOf(text)).toEqual(fill);
	});

	it.each(Array.from('^{}[]~\\|€\f'))('counts %j as two of GSM-7', (character) => {
		expect(smsPartsOf(`a${character}b`)).toMatchObject({ encoding: 'gsm7', characters: 3, units: 4 });
	});

	it.each(Array.from('@£$¥èéùìòÇØøÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ¤¡ÄÖÑÜ§¿äöñüà\r\n'))('counts %j as one of GSM-7', (character) => {
		expect(smsPartsOf(`a${character}b`)).toMatchObject({ encoding: 'gsm7', characters: 3, units: 3 });
	});

	it.each(['ё', 'Ё', 'ç', 'á', 'Α', '`', '«', '—', '\u00a0', '\t', '№', '\0', '\u200b', '\u001b', '😀', 'e\u0301'])(
		'writes a text with %j in UCS-2',
		(text) => {
			expect(smsPartsOf(`a${text}b`)).toMatchObject({ encoding: 'ucs2', units: 2 + text.length });
		},
	);

	it.each([
		['in the middle', 'a\ud83db', 3],
		['at the end', 'a\ud83d', 2],
		['the other half', '\ude00a', 2],
		['before a whole one', '\ud83d😀', 3],
	])('counts half a character, which no gateway can be sent, as one: %s', (_, text, units) => {
		expect(smsPartsOf(text)).toMatchObject({ encoding: 'ucs2', units });
	});
});
