import { withoutFormatting } from '../../protocol/blanks';
import { isCountry, toGatewayPhone } from '../../protocol/phone';
import type { Country } from '../../protocol/phone';
import { shorten, splitList } from '../../protocol/text';
import type { Failure } from '../itemFailure';
import { unreadable } from '../itemFailure';
import type { ParameterReader } from '../parameterReader';
import { toText } from '../values';

/**
 * The phones of an item, each as gateway digits or as the failure it is; a number written twice in one item counts once.
 * Throws `ItemError` when there is none at all.
 */
export function readPhones(reader: ParameterReader, item: number): (string | Failure)[] {
	const country = readCountry(reader.read('defaultCountry', item));
	const texts = textsOf(reader.read('phone', item));
	if (texts.length === 0) throw unreadable('phoneMissing', 'Phone', 'Phone is empty; give at least one number.');
	const phones = texts.map((text) => toGatewayPhone(text, country) ?? invalid(text, country));
	return phones.filter((phone, index) => typeof phone !== 'string' || phones.indexOf(phone) === index);
}

function textsOf(value: unknown): string[] {
	const parts: unknown[] = Array.isArray(value) ? value : [value];
	return parts.flatMap((part) => splitList(withoutFraction(toText(part, 'Phone'))));
}

/** A spreadsheet that took a phone for a number may write `79000000001,0`, which is no list of two. */
function withoutFraction(text: string): string {
	return text.replace(/(?<=\d),0{1,2}(?=\s*$)/, '');
}

function readCountry(value: unknown): Country {
	const code = toText(value, 'Default Country').trim().toUpperCase();
	if (isCountry(code)) return code;
	const message = `Default Country must be a two-letter country code such as RU, but it is "${shorten(code, 20)}".`;
	throw unreadable('valueNotReadable', 'Default Country', message);
}

function invalid(text: string, country: Country): Failure {
	const message = `Phone "${shorten(withoutFormatting(text), 40)}" is not a valid number in ${country}, the Default Country, nor with a country code. Check its digits, or write it in the international form, e.g. +7 900 000-00-01.`;
	return { code: 'phoneInvalid', outcome: 'notSent', field: 'Phone', phone: text, message };
}
