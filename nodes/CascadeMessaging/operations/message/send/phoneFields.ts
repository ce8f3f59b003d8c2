import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { COUNTRIES } from '../../../protocol/phone';
import type { Country } from '../../../protocol/phone';

const regionNames = new Intl.DisplayNames(['en'], { type: 'region' });

/** A country as the interface names it, e.g. `Russia (RU)`. */
export function countryName(country: Country): string {
	return `${regionNames.of(country) ?? country} (${country})`;
}

const countryOptions: INodePropertyOptions[] = COUNTRIES.map((value) => ({ name: countryName(value), value })).sort((a, b) =>
	a.name.localeCompare(b.name, 'en'),
);

/** The parameters that say who the message goes to. */
export const phoneFields: INodeProperties[] = [
	{
		displayName: 'Phone',
		name: 'phone',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. +7 900 000-00-01',
		description:
			'The phone number of the recipient, in any usual way of writing. Only a valid number is sent to; a new one the node does not know yet needs its plus. Separate several with commas, semicolons or line breaks, or give a list by expression.',
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
