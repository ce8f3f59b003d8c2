import { getCountries, parsePhoneNumberFromString } from 'libphonenumber-js/min';
import type { CountryCode } from 'libphonenumber-js/min';

/** An ISO 3166 country code whose local way of writing phone numbers is known. */
export type Country = CountryCode;

/** All countries whose local way of writing phone numbers is known, as ISO 3166 codes. */
export const COUNTRIES: readonly Country[] = getCountries();

/** Says whether a value is the code of such a country. */
export function isCountry(value: unknown): value is Country {
	return COUNTRIES.some((country) => country === value);
}

/**
 * A phone number in any usual way of writing as the gateway's digits (`79000000001`), or null when no such number can
 * exist. Local forms are read as in `country`; digits that are no local number are tried as an international one without
 * its plus, the way the gateway writes them (PROTOCOL.md section 1).
 */
export function toGatewayPhone(text: string, country: Country): string | null {
	return digitsOf(text, country) ?? digitsOf(`+${text.trim()}`, country);
}

function digitsOf(text: string, country: Country): string | null {
	const number = parsePhoneNumberFromString(text, { defaultCountry: country, extract: false });
	const isPossible = number?.isPossible() === true && number.ext === undefined;
	return isPossible ? number.number.slice(1) : null;
}
