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
	const phones = texts.map((text) => toGatewayPhone(text, country) ?? impossible(text));
	return phones.filter((phone, index) => typeof phone !== 'string' || phones.indexOf(phone) === index);
}

function textsOf(value: unknown): string[] {
	const parts: unknown[] = Array.isArray(value) ? value : [value];
	return parts.flatMap((part) => splitList(toText(part, 'Phone')));
}

function readCountry(value: unknown): Country {
	const code = toText(value, 'Default Country').trim().toUpperCase();
	if (isCountry(code)) return code;
	const message = `Default Country must be a two-letter country code such as RU, but it is "${shorten(code, 20)}".`;
	throw unreadable('valueNotReadable', 'Default Country', message);
}

function impossible(text: string): Failure {
	const message = `Phone "${shorten(text, 40)}" is not a possible number. Write it in the international form, e.g. +7 900 000-00-01.`;
	return { code: 'phoneImpossible', outcome: 'notSent', field: 'Phone', phone: text, message };
}
