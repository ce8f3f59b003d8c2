import { getCountries, getCountryCallingCode, parsePhoneNumberFromString } from 'libphonenumber-js/min';
import type { CountryCode, PhoneNumber } from 'libphonenumber-js/min';

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
 * exist. Local forms are read as in `country`; digits may also be an international number without its plus, the way the
 * gateway writes them (PROTOCOL.md section 1). What is a real number counts more than what could be one.
 */
export function toGatewayPhone(text: string, country: Country): string | null {
	const plain = text.replace(/\p{Zs}/gu, ' ').trim();
	const local = parse(plain, country);
	const international = parse(`+${plain}`, country);
	const isOwn = international?.isValid() === true && international.countryCallingCode === getCountryCallingCode(country);
	const readings = isOwn ? [international, local] : [local, international];
	const number = readings.find((reading) => reading?.isValid()) ?? readings.find((reading) => reading?.isPossible());
	return number === undefined || lacksDigit(number) ? null : number.number.slice(1);
}

/**
 * Russian numbers are often written with 8 in front; one digit short, `8 900 000 00 0` has the length of a number without it.
 * No Russian or Kazakh area code begins with 89.
 */
function lacksDigit({ countryCallingCode, nationalNumber }: PhoneNumber): boolean {
	return countryCallingCode === '7' && nationalNumber.startsWith('89');
}

function parse(text: string, defaultCountry: Country): PhoneNumber | undefined {
	const number = parsePhoneNumberFromString(text, { defaultCountry, extract: false });
	return number?.ext === undefined ? number : undefined;
}
