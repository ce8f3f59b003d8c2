import { getCountries } from 'libphonenumber-js/max';

import { COUNTRIES, COUNTRY_NAMES, isCountry } from '../../nodes/CascadeMessaging/protocol/countries';

it('the countries are those whose phones the library reads', () => {
	expect([...COUNTRIES].sort()).toEqual([...getCountries()].sort());
});

it('they stand in the order of their names', () => {
	const names = Object.values(COUNTRY_NAMES);

	expect(names).toEqual([...names].sort(new Intl.Collator('en').compare));
});

it.each([
	['RU', 'Russia'],
	['BY', 'Belarus'],
	['CI', 'Côte d’Ivoire'],
	['XK', 'Kosovo'],
	['AC', 'Ascension Island'],
] as const)('%s is %s', (country, name) => {
	expect(COUNTRY_NAMES[country]).toBe(name);
});

describe('isCountry', () => {
	it('knows ISO codes', () => {
		expect(COUNTRIES.every(isCountry)).toBe(true);
	});

	it.each(['', 'ru', 'RUS', 'Russia', 'XX', '__proto__', 'toString', 7, null, undefined, ['RU']])('refuses %j', (value) => {
		expect(isCountry(value)).toBe(false);
	});
});
