import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import type { Country } from '../../protocol';
import { COUNTRIES, COUNTRY_NAMES, isCountry, shorten, splitList, toGatewayPhone, withoutInvisible } from '../../protocol';
import type { Failure } from './failure';
import { unreadable } from './failure';
import type { ParameterReader } from './parameterReader';
import { toText } from './values';

/** The stable codes of phones that cannot be read. */
export type PhoneCode = 'phoneMissing' | 'phoneInvalid';

/** Why a phone cannot be used. */
interface PhoneFailure extends Failure<PhoneCode> {
	/** As it was given. */
	readonly phone: string;
}

/** A country as the interface names it, e.g. `Russia (RU)`. */
export function countryName(country: Country): string {
	return `${COUNTRY_NAMES[country]} (${country})`;
}

const countryOptions: INodePropertyOptions[] = COUNTRIES.map((value) => ({ name: countryName(value), value }));

const severalWords = 'Separate several with commas, semicolons or line breaks, or give a list by expression.';

const phoneFieldsWith = (description: string): INodeProperties[] => [
	{
		displayName: 'Phone',
		name: 'phone',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. +7 900 000-00-01',
		description: `${description} ${severalWords}`,
	},
	{
		displayName: 'Default Country',
		name: 'defaultCountry',
		type: 'options',
		options: countryOptions,
		default: 'RU',
		description: 'The country in which numbers without a country code are read, such as 8 (900) 000-00-01',
	},
];

/** The parameters that say who the message goes to. */
export const recipientFields = phoneFieldsWith(
	'The phone number of the recipient, in any usual way of writing. Only a valid number is sent to; a new one the node does not know yet needs its plus.',
);

/** The parameters that name phones to which nothing is sent. */
export const phoneFields = phoneFieldsWith(
	'A phone number, in any usual way of writing; a new one the node does not know yet needs its plus.',
);

/**
 * The phones of an item, each as gateway digits or as a failure; a number written twice in one item counts once.
 *
 * @throws {ItemError} `phoneMissing` when there is none at all, `valueNotReadable` for an unknown country or a phone that is not text.
 */
export function readPhones(reader: ParameterReader, item: number): (string | PhoneFailure)[] {
	const country = readCountry(reader.read('defaultCountry', item));
	const given = listGiven(reader.read('phone', item));
	if (given.length === 0) throw unreadable<PhoneCode>('phoneMissing', 'Phone', 'Phone is empty; give at least one number.');
	const phones = given.map((text) => toGatewayPhone(text, country) ?? invalid(text, country));
	return phones.length === 1 ? phones : [...new Set(phones)];
}

function listGiven(value: unknown): string[] {
	return Array.isArray(value) ? value.flatMap(phonesIn) : phonesIn(value);
}

function phonesIn(value: unknown): string[] {
	return splitList(withoutDecimals(toText(value, 'Phone')));
}

/** The `,0` of a spreadsheet that took a phone for a number is not a further phone of the list. */
function withoutDecimals(text: string): string {
	return !text.includes(',') ? text : text.replace(/(?<=\d{3}),0{1,2}(?=[,;\r\n]|$)/g, '');
}

function readCountry(value: unknown): Country {
	const code = toText(value, 'Default Country').trim().toUpperCase();
	if (isCountry(code)) return code;
	const message = `Default Country must be a two-letter country code such as RU, but it is "${shorten(code, 20)}".`;
	throw unreadable('valueNotReadable', 'Default Country', message);
}

function invalid(text: string, country: Country): PhoneFailure {
	const phone = withoutInvisible(text);
	const message = `Phone "${shorten(phone, 40)}" is not a valid number in ${countryName(country)}, nor with a country code in front. Look whether a digit is missing or too many, and write it in the international form, e.g. +7 900 000-00-01.`;
	return { code: 'phoneInvalid', field: 'Phone', phone, message };
}
