import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { COUNTRIES } from '../../protocol/phone';

const regionNames = new Intl.DisplayNames(['en'], { type: 'region' });

const countryOptions: INodePropertyOptions[] = COUNTRIES.map((value) => ({
	name: `${regionNames.of(value) ?? value} (${value})`,
	value,
})).sort((a, b) => a.name.localeCompare(b.name, 'en'));

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
			'The phone number of the recipient, in any usual way of writing. Separate several with commas, semicolons or line breaks, or give a list by expression.',
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
