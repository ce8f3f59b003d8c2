import type { INodeProperties } from 'n8n-workflow';

import type { Gender } from '../../protocol';
import { shorten } from '../../protocol';
import { unreadable } from '../shared/failure';
import type { Values } from '../shared/values';
import { toName } from '../shared/values';

/** The stable codes of genders that are none. */
export type GenderCode = 'genderInvalid';

/** Contact field: whether somebody is a man or a woman. */
export const genderField: INodeProperties = {
	displayName: 'Gender',
	name: 'gender',
	type: 'options',
	options: [
		{ name: 'Female', value: 'female' },
		{ name: 'Male', value: 'male' },
	],
	default: 'female',
};

/** How people and their systems write it. */
const WORDS: ReadonlyMap<string, Gender> = new Map([
	...['female', 'f', 'woman', 'женский', 'жен', 'ж'].map((word) => [word, 'female'] as const),
	...['male', 'm', 'man', 'мужской', 'муж', 'м'].map((word) => [word, 'male'] as const),
]);

/**
 * The gender among the fields of a contact.
 *
 * @throws {ItemError} `genderInvalid` for a word that names none.
 */
export function readGender({ gender }: Values): Gender | undefined {
	const field = genderField.displayName;
	const text = toName(gender, field);
	if (text === undefined) return undefined;
	const known = WORDS.get(text.toLowerCase().replace(/\.$/, ''));
	if (known !== undefined) return known;
	throw unreadable<GenderCode>('genderInvalid', field, `${field} must be female or male, but it is "${shorten(text, 40)}".`);
}
