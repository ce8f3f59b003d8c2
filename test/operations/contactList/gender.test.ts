import { genderField, readGender } from '../../../nodes/CascadeMessaging/operations/contactList/gender';
import { refusalOf } from '../support/refusalOf';

it.each([
	[undefined, undefined],
	['', undefined],
	['female', 'female'],
	[' Male ', 'male'],
	['F', 'female'],
	['Жен.', 'female'],
	['м', 'male'],
	['Мужской', 'male'],
])('%j is read as %j', (given, gender) => {
	expect(genderField.name).toBe('gender');
	expect(readGender({ gender: given })).toBe(gender);
});

it.each(['other', 'constructor', 1])('refuses %j', (gender) => {
	expect(refusalOf(() => readGender({ gender }))).toEqual({
		code: 'genderInvalid',
		field: 'Gender',
		message: `Gender must be female or male, but it is "${gender}".`,
	});
});
