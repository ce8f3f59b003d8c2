import { withoutInvisible } from '../../../protocol/blanks';
import { isCountry, toGatewayPhone } from '../../../protocol/phone';
import type { Country } from '../../../protocol/phone';
import { shorten, splitList } from '../../../protocol/text';
import type { Failure } from '../../shared/itemFailure';
import { unreadable } from '../../shared/itemFailure';
import type { ParameterReader } from '../../shared/parameterReader';
import { toText } from '../../shared/values';
import { countryName } from './phoneFields';

/**
 * The phones of an item, each as gateway digits or as the failure it is; a number written twice in one item counts once.
 * Throws `ItemError` when there is none at all.
 */
export function readPhones(reader: ParameterReader, item: number): (string | Failure)[] {
	const country = readCountry(reader.read('defaultCountry', item));
	const texts = textsOf(reader.read('phone', item));
	if (texts.length === 0) throw unreadable('phoneMissing', 'Phone', 'Phone is empty; give at least one number.');
	const phones = texts.map((text) => toGatewayPhone(text, country) ?? invalid(text, country));
	return phones.filter((phone, index) => phones.indexOf(phone) === index);
}

function textsOf(value: unknown): string[] {
	const parts: unknown[] = Array.isArray(value) ? value : [value];
	return parts.flatMap((part) => splitList(withoutDecimals(toText(part, 'Phone'))));
}

/** The `,0` of a spreadsheet that took a phone for a number is not a further phone of the list. */
function withoutDecimals(text: string): string {
	return text.replace(/(?<=\d{3}),0{1,2}(?=[,;\r\n]|$)/g, '');
}

function readCountry(value: unknown): Country {
	const code = toText(value, 'Default Country').trim().toUpperCase();
	if (isCountry(code)) return code;
	const message = `Default Country must be a two-letter country code such as RU, but it is "${shorten(code, 20)}".`;
	throw unreadable('valueNotReadable', 'Default Country', message);
}

function invalid(text: string, country: Country): Failure {
	const phone = withoutInvisible(text);
	const message = `Phone "${shorten(phone, 40)}" is not a valid number in ${countryName(country)}, nor with a country code in front. Look whether a digit is missing or too many, and write it in the international form, e.g. +7 900 000-00-01.`;
	return { code: 'phoneInvalid', outcome: 'notSent', field: 'Phone', phone, message };
}
