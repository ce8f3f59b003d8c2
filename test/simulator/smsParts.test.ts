import { countSmsParts } from '../../simulator/gateway/smsParts';

it.each<[string, string, number]>([
	['160 GSM-7 characters', 'a'.repeat(160), 1],
	['161 GSM-7 characters', 'a'.repeat(161), 2],
	['306 GSM-7 characters', 'a'.repeat(306), 2],
	['307 GSM-7 characters', 'a'.repeat(307), 3],
	['80 characters of the extension table', '€'.repeat(80), 1],
	['81 characters of the extension table', '€'.repeat(81), 2],
	['an escape pair that would be split', `${'a'.repeat(152)}€${'a'.repeat(153)}`, 3],
	['70 Cyrillic characters', 'я'.repeat(70), 1],
	['71 Cyrillic characters', 'я'.repeat(71), 2],
	['134 Cyrillic characters', 'я'.repeat(134), 2],
	['135 Cyrillic characters', 'я'.repeat(135), 3],
	['35 emoji', '😀'.repeat(35), 1],
	['a surrogate pair that would be split', `${'я'.repeat(66)}😀${'я'.repeat(66)}`, 3],
])('%s', (_, text, parts) => {
	expect(countSmsParts(text)).toBe(parts);
});
