import type { CountryCode } from 'libphonenumber-js/max';

import names from './countryNames.json';

/** An ISO 3166 country code whose local way of writing phone numbers is known. */
export type Country = CountryCode;

/**
 * The English name of each such country, in the order of the names. They stand here because n8n asks for them at its start: the phone
 * library and Node's own list take 30 ms to load.
 */
export const COUNTRY_NAMES: Readonly<Record<Country, string>> = names;

/** All countries whose local way of writing phone numbers is known. */
export const COUNTRIES = Object.keys(COUNTRY_NAMES) as readonly Country[];

const KNOWN: ReadonlySet<unknown> = new Set(COUNTRIES);

/** Says whether a value is the code of such a country. */
export function isCountry(value: unknown): value is Country {
	return KNOWN.has(value);
}
