import { ItemError } from '../../../nodes/CascadeMessaging/operations/itemFailure';
import type { ParameterReader } from '../../../nodes/CascadeMessaging/operations/parameterReader';
import { readPhones } from '../../../nodes/CascadeMessaging/operations/send/readRecipients';

const read = (phone: unknown, defaultCountry: unknown = 'RU'): ReturnType<typeof readPhones> =>
	readPhones({ read: (name: string) => (name === 'phone' ? phone : defaultCountry) } as unknown as ParameterReader, 0);

const refusal = (shown: string, country = 'RU'): string =>
	`Phone "${shown}" is not a valid number in ${country}, the Default Country, nor with a country code. Check its digits, or write it in the international form, e.g. +7 900 000-00-01.`;

it.each<[unknown, string[]]>([
	['8 (900) 000-00-01', ['79000000001']],
	[79000000001, ['79000000001']],
	[9000000001, ['79000000001']],
	['79000000001,0', ['79000000001']],
	['79000000001, 8 900 000-00-02;+79000000003\n9000000004', ['79000000001', '79000000002', '79000000003', '79000000004']],
	[['79000000001', 79000000002, '79000000003, 79000000004'], ['79000000001', '79000000002', '79000000003', '79000000004']],
	['79000000001, +7 900 000-00-01', ['79000000001']],
	[' \u200b79000000001\ufeff ,, ', ['79000000001']],
])('reads %j', (phone, digits) => {
	expect(read(phone)).toEqual(digits);
});

it('reads local forms as in the default country, whatever the case of its code', () => {
	expect(read('044 258 96 32', 'UA')).toEqual(['380442589632']);
	expect(read('044 258 96 32', ' ua ')).toEqual(['380442589632']);
});

it.each<[unknown, string, string, string]>([
	['7916123456', 'RU', '7916123456', '7916123456'],
	[9655123456.5, 'RU', '9655123456.5', '9655123456.5'],
	['\u202d12\u202c', 'UA', '12', '12'],
	['1\u200b2', 'RU', '12', '1\u200b2'],
	['x'.repeat(50), 'RU', `${'x'.repeat(40)}…`, 'x'.repeat(50)],
	[true, 'RU', 'true', 'true'],
])('says of %j in %s what is wrong', (phone, country, shown, given) => {
	expect(read(phone, country)).toEqual([{ code: 'phoneInvalid', outcome: 'notSent', field: 'Phone', phone: given, message: refusal(shown, country) }]);
});

it('keeps the good numbers of a list beside the wrong ones, each of which is told', () => {
	expect(read('79000000001,12,12')).toMatchObject(['79000000001', { phone: '12' }, { phone: '12' }]);
});

it.each(['', ' ', '\u200b', null, undefined, [], [''], ',;'])('refuses %j: there is no number', (phone) => {
	expect(() => read(phone)).toThrow(new ItemError({ code: 'phoneMissing', outcome: 'notSent', field: 'Phone', message: 'Phone is empty; give at least one number.' }));
});

it.each(['', 'Russia', 'XX', 7])('refuses the country %j', (country) => {
	expect(() => read('79000000001', country)).toThrow(/^Default Country must be a two-letter country code such as RU, but it is ".*"\.$/);
});

it('refuses what is no text', () => {
	expect(() => read({ phone: 1 })).toThrow('Phone must be text, but its expression gives a list or an object.');
});
