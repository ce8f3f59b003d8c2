import { getCountries, parsePhoneNumberFromString } from 'libphonenumber-js/max';
import type { CountryCode, PhoneNumber } from 'libphonenumber-js/max';

import { readPhoneText } from './phoneText';

/** An ISO 3166 country code whose local way of writing phone numbers is known. */
export type Country = CountryCode;

/** All countries whose local way of writing phone numbers is known, as ISO 3166 codes. */
export const COUNTRIES: readonly Country[] = getCountries();

const KNOWN: ReadonlySet<unknown> = new Set(COUNTRIES);

/** Says whether a value is the code of such a country. */
export function isCountry(value: unknown): value is Country {
	return KNOWN.has(value);
}

/**
 * A phone number in any usual way of writing as the gateway's digits (`79000000001`), or null when it is no number: one that is
 * not valid would reach a stranger. Local forms are read as in `country`, then digits as an international number without its plus,
 * then as Russian. A number written with a plus need only be possible: new ranges appear before they are known (PROTOCOL.md section 6.9).
 */
export function toGatewayPhone(text: string, country: Country): string | null {
	if (text.length > LONGEST_WRITTEN) return null;
	const written = readPhoneText(text);
	const number = written.hasPlus ? possible(`+${written.text}`) : validIn(written.text, written.abroad, country);
	return number === undefined ? null : number.number.slice(1);
}

/** Longer ones are no phone, and the patterns would take long over them. */
const LONGEST_WRITTEN = 250;

function validIn(text: string, abroad: string | undefined, country: Country): PhoneNumber | undefined {
	const readings = [
		() => international(text, country),
		() => local(text, country),
		() => international(text),
		() => (abroad === undefined ? undefined : valid(`+${abroad}`)),
		() => russian(text),
	];
	for (const read of readings) {
		const number = read();
		if (number !== undefined) return number;
	}
	return undefined;
}

/** Ten digits that begin with the country's code may be a whole number that lacks a digit: then only the country's own count. */
function local(text: string, country: Country): PhoneNumber | undefined {
	const number = valid(text, country);
	if (number === undefined || number.country === country) return number;
	const mayLackDigit = countDigits(text) === number.nationalNumber.length && number.nationalNumber.startsWith(number.countryCallingCode);
	return mayLackDigit ? undefined : number;
}

/** Digits the way the gateway writes them, all of which must be the number's; of one country alone where it is given. */
function international(text: string, country?: Country): PhoneNumber | undefined {
	const number = valid(`+${text}`);
	const isWhole = number?.number.length === countDigits(text) + 1;
	return isWhole && (country === undefined || number.country === country) ? number : undefined;
}

/** Russian numbers are written with 8 or 7 in front wherever Russian is spoken. */
function russian(text: string): PhoneNumber | undefined {
	const number = countDigits(text) === 11 ? valid(text, 'RU') : undefined;
	return number?.country === 'RU' ? number : undefined;
}

/** Behind +7 people go on with the 8 they dial; one digit short, it has the length of a number. No area code begins with 89. */
function possible(text: string): PhoneNumber | undefined {
	const number = parse(text);
	const lacksDigit = number?.countryCallingCode === '7' && number.nationalNumber.startsWith('89');
	return number?.isPossible() === true && !lacksDigit ? number : undefined;
}

function valid(text: string, country?: Country): PhoneNumber | undefined {
	const number = parse(text, country);
	return number?.isValid() === true ? number : undefined;
}

function parse(text: string, defaultCountry?: Country): PhoneNumber | undefined {
	const number = parsePhoneNumberFromString(text, { ...(defaultCountry !== undefined && { defaultCountry }), extract: false });
	return number?.ext === undefined ? number : undefined;
}

function countDigits(text: string): number {
	return text.replace(/\P{Nd}/gu, '').length;
}
