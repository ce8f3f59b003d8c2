import { countryName, readPhones, recipientFields } from '../../../nodes/CascadeMessaging/operations/shared/phone';
import { readerOf } from '../support/readerOf';
import { refusalOf } from '../support/refusalOf';

const read = (phone: unknown, defaultCountry: unknown = 'RU'): ReturnType<typeof readPhones> =>
	readPhones(readerOf({ phone, defaultCountry }), 0);

const invalid = (phone: string, country = 'Russia (RU)'): unknown => ({
	code: 'phoneInvalid',
	field: 'Phone',
	phone,
	message: `Phone "${phone}" is not a valid number in ${country}, nor with a country code in front. Look whether a digit is missing or too many, and write it in the international form, e.g. +7 900 000-00-01.`,
});

it.each<[given: unknown, phones: string[]]>([
	['8 (900) 000-00-01', ['79000000001']],
	[79000000001, ['79000000001']],
	[9655123456, ['79655123456']],
	[9655123456.0, ['79655123456']],
	[79161234567n, ['79161234567']],
	['79161234567.0', ['79161234567']],
	['79161234567,0', ['79161234567']],
	['79161234567,00', ['79161234567']],
	['79161234567,0;9161234568,0\r\n9161234569,0', ['79161234567', '79161234568', '79161234569']],
	['79161234567, 79161234568; 79161234569\n+7 916 123-45-60', ['79161234567', '79161234568', '79161234569', '79161234560']],
	[
		['79161234567', 79161234568, '8 916 123-45-69,8 916 123-45-60'],
		['79161234567', '79161234568', '79161234569', '79161234560'],
	],
	['79161234567, 8 916 123-45-67, +79161234567', ['79161234567']],
	['79161234567,\u200B;\uFEFF', ['79161234567']],
	['\u202D+7 916 123-45-67\u202C', ['79161234567']],
])('reads %p as %j', (given, phones) => {
	expect(read(given)).toEqual(phones);
});

it.each<[given: unknown, phone: string]>([
	['7916123456', '7916123456'],
	['\u202D+7 900\u200B\u202C', '+7 900'],
	[9655123456.5, '9655123456.5'],
	[1e21, '1e+21'],
	[2 ** 63, '9223372036854776000'],
	[NaN, 'NaN'],
	[true, 'true'],
])('refuses %p and shows it without what nobody sees', (given, phone) => {
	expect(read(given)).toEqual([invalid(phone)]);
});

it.each([-79161234567, -9161234567])('refuses the number %d', (given) => {
	expect(read(given)).toEqual([invalid(String(given))]);
});

it('names the country that was asked for', () => {
	expect(read('12', ' ua ')).toEqual([invalid('12', 'Ukraine (UA)')]);
});

it('shows no more than the beginning of a long text', () => {
	const [failure] = read('x'.repeat(100));
	expect(failure).toMatchObject({ message: expect.stringContaining(`Phone "${'x'.repeat(40)}…" is not`) as string });
});

it('keeps each phone that is none at its place, also the same one twice', () => {
	expect(read('12, 79161234567, 12')).toEqual([invalid('12'), '79161234567', invalid('12')]);
	expect(read('79161234567,12,0')).toEqual(['79161234567', invalid('12'), invalid('0')]);
	expect(read('79161234567,012')).toEqual(['79161234567', invalid('012')]);
});

it.each([undefined, null, '', ' \n', '\u200B', [], ['', ' '], ',;'])('finds no phone in %j', (given) => {
	expect(refusalOf(() => read(given))).toEqual({
		code: 'phoneMissing',
		field: 'Phone',
		message: 'Phone is empty; give at least one number.',
	});
});

it('refuses an object', () => {
	expect(refusalOf(() => read([{}]))?.message).toBe('Phone must be text, but its expression gives a list or an object.');
});

it.each<[country: unknown, shown: string]>([
	['Russia', 'RUSSIA'],
	['', ''],
	['X'.repeat(30), `${'X'.repeat(20)}…`],
])('refuses the country %j', (country, shown) => {
	expect(refusalOf(() => read('79161234567', country))).toEqual({
		code: 'valueNotReadable',
		field: 'Default Country',
		message: `Default Country must be a two-letter country code such as RU, but it is "${shown}".`,
	});
});

it('a country that is no text is refused', () => {
	expect(refusalOf(() => read('79161234567', {}))).toMatchObject({ code: 'valueNotReadable', field: 'Default Country' });
});

it('a country is named in words and by its code', () => {
	expect(countryName('RU')).toBe('Russia (RU)');
	expect(countryName('AC')).toBe('Ascension Island (AC)');
});

it('the countries to choose from stand in the order of the alphabet', () => {
	const names = recipientFields[1]?.options?.map(({ name }) => name) ?? [];
	expect(names.slice(0, 2)).toEqual(['Afghanistan (AF)', 'Åland Islands (AX)']);
	expect(names).toContain('Russia (RU)');
	expect(names.length).toBeGreaterThan(200);
});
