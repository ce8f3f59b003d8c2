import examples from 'libphonenumber-js/examples.mobile.json';
import type { PhoneNumber } from 'libphonenumber-js/max';
import { getCountryCallingCode, getExampleNumber, parsePhoneNumberFromString } from 'libphonenumber-js/max';

import type { Country } from './countries';
import { COUNTRIES } from './countries';
import { isOtherNumber } from './otherNumbers';
import type { WrittenPhone } from './phoneWriting';
import { readWrittenPhone } from './phoneWriting';
import { isPlainNumber, plainLocalNumber } from './plainNumbers';

/**
 * A phone number in any usual way of writing as the gateway's digits (`79000000001`), or null when it is no valid number
 * (docs/protocol.md sections 1 and 6.9). Local forms are read as in `country`; without one, only what needs none is read.
 *
 * @example toGatewayPhone('8 (900) 000-00-01', 'RU') // '79000000001'
 */
export function toGatewayPhone(text: string, country?: Country): string | null {
	const written = readWrittenPhone(text);
	const digits = written === null ? undefined : READERS[written.form](written.digits, country);
	return digits === undefined || digits.length > MOST_DIGITS ? null : digits;
}

/** No number has more (ITU E.164), though the patterns of some countries let longer ones through. */
const MOST_DIGITS = 15;

/** The digits of the number that was written with these, its country code in front; `undefined` when there is none. */
const READERS: Record<WrittenPhone['form'], (digits: string, country: Country | undefined) => string | undefined> = {
	plus: readWithPlus,
	abroad: readWithCode,
	digits: readDigits,
};

function readWithPlus(digits: string): string | undefined {
	if (isPlainNumber(digits)) return digits;
	const number = parse(`+${digits}`);
	return number !== undefined && (number.isValid() || mayBeNew(number)) ? digitsOf(number) : undefined;
}

function readWithCode(digits: string): string | undefined {
	return isPlainNumber(digits) ? digits : digitsOf(valid(parse(`+${digits}`)));
}

/**
 * Says whether a number may be of a range that is newer than the library: it is possible, and as long as its country's mobile numbers. A
 * national number that begins with 0 is not. After +7, nor is one that begins with 8 or 79: it has a prefix or the country code once more,
 * and lacks a digit.
 */
function mayBeNew(number: PhoneNumber): boolean {
	const { countryCallingCode, nationalNumber } = number;
	if (nationalNumber.startsWith('0') || (countryCallingCode === '7' && /^(?:8|79)/.test(nationalNumber))) return false;
	return number.isPossible() && COUNTRIES.some((country) => isAsLong(country, number));
}

function isAsLong(country: Country, { countryCallingCode, nationalNumber }: PhoneNumber): boolean {
	if (getCountryCallingCode(country) !== countryCallingCode) return false;
	return getExampleNumber(country, examples)?.nationalNumber.length === nationalNumber.length;
}

/**
 * Reads digits without a plus, first as a number of the country. Digits that begin with its calling code are first taken for a number as
 * the gateway writes it, and only then for a local one.
 */
function readDigits(digits: string, country: Country | undefined): string | undefined {
	if (country === undefined) return withoutPlus(digits) ?? behindPrefix(digits);
	const plain = plainLocalNumber(digits, country);
	if (plain !== undefined) return plain;
	const code = getCountryCallingCode(country);
	const hasCode = digits.startsWith(code);
	if (hasCode && isWhole(digits)) return digits;
	const local = valid(parse(digits, country));
	const isOwn = local?.countryCallingCode === code;
	// Of two countries with one code, ten digits such as 7716123456 are local in Kazakhstan; in Russia, a digit is missing.
	if (isOwn && (local.country === country || !hasCode)) return digitsOf(local);
	// A number behind the country's own prefix for calls abroad has another code.
	return (hasCode ? undefined : withoutPlus(digits)) ?? (isOwn ? undefined : digitsOf(local)) ?? behindPrefix(digits);
}

/** The number behind a prefix that is used outside of the country as well: 8~10, and the 8 of Russia and Kazakhstan. */
function behindPrefix(digits: string): string | undefined {
	if (digits.startsWith('810')) return readWithCode(digits.slice(3));
	return /^8[79]\d{9}$/.test(digits) ? readWithCode(`7${digits.slice(1)}`) : undefined;
}

/** Fewer digits are more likely a date (20261201) or an order number than a phone number with its country code. */
const FEWEST_DIGITS = 9;

/** Takes digits for a number with its country code, where they are hardly anything else. */
function withoutPlus(digits: string): string | undefined {
	if (digits.length < FEWEST_DIGITS) return undefined;
	const isOther = isOtherNumber(digits);
	if (!isOther && isPlainNumber(digits)) return digits;
	const number = validAsIs(digits);
	return number?.country === undefined || (isOther && number.getType() !== 'MOBILE') ? undefined : digits;
}

/** The valid number that has exactly these digits: none was taken for a prefix. */
function validAsIs(digits: string): PhoneNumber | undefined {
	const number = valid(parse(`+${digits}`));
	return number?.number === `+${digits}` ? number : undefined;
}

function isWhole(digits: string): boolean {
	return isPlainNumber(digits) || validAsIs(digits) !== undefined;
}

function digitsOf(number: PhoneNumber | undefined): string | undefined {
	return number?.number.slice(1);
}

function valid(number: PhoneNumber | undefined): PhoneNumber | undefined {
	return number?.isValid() === true ? number : undefined;
}

function parse(text: string, defaultCountry?: Country): PhoneNumber | undefined {
	return parsePhoneNumberFromString(text, { ...(defaultCountry !== undefined && { defaultCountry }), extract: false });
}
