import { contactFields, detailsJson, readDetails } from '../../../nodes/CascadeMessaging/operations/contactList/details';
import { namesRead } from '../support/namesRead';
import { refusalOf } from '../support/refusalOf';

const read = (values: Record<string, unknown>): unknown => readDetails(values, 'Europe/Moscow');

it('reads the fields it shows', () => {
	const shown = (contactFields.options ?? []).map(({ name }) => name).sort();
	expect(namesRead((values) => readDetails(values, 'UTC'))).toEqual(shown);
});

it('leaves out what is not known', () => {
	expect(read({ name: ' Анна ', surname: '', patronymic: null, birthday: '', gender: '' })).toEqual({
		name: 'Анна',
		additions: [undefined, undefined, undefined, undefined, undefined],
	});
});

it('reads all that is known', () => {
	const texts = { additional1: 'a', additional2: 2, additional3: true, additional4: 'd', additional5: 'e' };
	expect(read({ name: 'Анна', surname: 'Иванова', patronymic: 'Ивановна', birthday: '17.05.1990', gender: 'ж', ...texts })).toEqual({
		...{ name: 'Анна', surname: 'Иванова', patronymic: 'Ивановна', birthday: '1990-05-17', gender: 'female' },
		additions: ['a', '2', 'true', 'd', 'e'],
	});
});

it('names the field that is no text', () => {
	expect(refusalOf(() => read({ additional3: [] }))).toMatchObject({ code: 'valueNotReadable', field: 'Additional Field 3' });
});

it('tells what is known under the names of the fields', () => {
	const nothing = { operator: null, region: null, name: null, surname: null, patronymic: null, birthday: null, gender: null };
	expect(detailsJson({ ...nothing, phone: '79160000001', changedAt: null, name: 'Анна', additions: ['VIP', null] })).toEqual({
		...{ name: 'Анна', surname: null, patronymic: null, birthday: null, gender: null },
		...{ additional1: 'VIP', additional2: null, additional3: null, additional4: null, additional5: null },
	});
});
