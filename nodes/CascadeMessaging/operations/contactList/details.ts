import type { IDataObject, INodeProperties } from 'n8n-workflow';

import type { Contact, ContactDetails } from '../../protocol';
import { ADDITIONS } from '../../protocol';
import type { Values } from '../shared/values';
import { toName } from '../shared/values';
import { birthdayField, readBirthday } from './birthday';
import { genderField, readGender } from './gender';

const text = (displayName: string, name: string): INodeProperties => ({ displayName, name, type: 'string', default: '' });

const additionalFields = Array.from({ length: ADDITIONS }, (_, index) => text(`Additional Field ${index + 1}`, `additional${index + 1}`));
const nameField = text('First Name', 'name');
const surnameField = text('Last Name', 'surname');
const patronymicField = text('Patronymic', 'patronymic');

/** The parameter that holds what is known of a contact. */
export const contactFields: INodeProperties = {
	displayName: 'Contact Fields',
	name: 'contactFields',
	type: 'collection',
	placeholder: 'Add Field',
	default: {},
	description: 'What to keep of the contact. What is not added, or is empty, stays as it is.',
	options: [...additionalFields, birthdayField, nameField, genderField, surnameField, patronymicField],
};

/**
 * What an item says of a contact, of its values of Contact Fields; `timeZone` is the workflow's.
 *
 * @throws {ItemError} `valueNotReadable`, `birthdayInvalid` or `genderInvalid` when a field cannot be read.
 */
export function readDetails(values: Values, timeZone: string): ContactDetails {
	const textOf = ({ name, displayName }: INodeProperties): string | undefined => toName(values[name], displayName);
	return withoutGaps({
		name: textOf(nameField),
		surname: textOf(surnameField),
		patronymic: textOf(patronymicField),
		birthday: readBirthday(values, timeZone),
		gender: readGender(values),
		additions: additionalFields.map(textOf),
	});
}

type Gapped<T> = { readonly [Name in keyof T]: T[Name] | undefined };

function withoutGaps(details: Gapped<ContactDetails>): ContactDetails {
	return Object.fromEntries(Object.entries(details).filter(([, value]) => value !== undefined));
}

/** What is known of a contact, under the names of the fields. */
export function detailsJson({ name, surname, patronymic, birthday, gender, additions }: Contact): IDataObject {
	const additional = additionalFields.map((field, index) => [field.name, additions[index] ?? null] as const);
	return { name, surname, patronymic, birthday, gender, ...Object.fromEntries(additional) };
}
