import type { ContactChange } from '../../../nodes/CascadeMessaging/protocol/account/contactChanges';
import { asked, readTo } from './support/reading';

const changes: readonly ContactChange[] = [
	{
		action: 'save',
		phone: '79001234567',
		details: {
			...{ name: 'Иван', surname: 'Иванов', patronymic: 'Иванович', birthday: '1985-09-21', gender: 'male' },
			additions: ['VIP', undefined, '42'],
		},
	},
	{ action: 'delete', phone: '79001234569' },
	{ action: 'save', phone: '79001234568', details: { gender: 'female' } },
];
const input = { listId: '1234', changes };

it('gives each phone a number, and leaves out what is not known', () => {
	expect(asked('changeContacts', input)).toEqual({
		type: 'phones',
		id_base: '1234',
		phones: [
			{
				...{ phone: '79001234567', name: 'Иван', surname: 'Иванов', patronymic: 'Иванович', date_birth: '1985-09-21', male: 'мужской' },
				...{ addition_1: 'VIP', addition_3: '42', number_phone: '1' },
			},
			{ phone: '79001234569', action: 'delete', number_phone: '2' },
			{ phone: '79001234568', male: 'женский', number_phone: '3' },
		],
	});
});

it('is answered for each phone, in the order of the changes', () => {
	const phones = [
		{ phone: '79001234568', number_phone: '3', action: 'insert' },
		{ phone: 79001234567, number_phone: 1, action: 'edit' },
		{ phone: '79001234569', number_phone: '2', action: 'not_found' },
	];
	expect(readTo('changeContacts', { id_base: '1234', phones }, input)).toEqual([
		{ phone: '79001234567', done: 'changed', words: null },
		{ phone: '79001234569', done: 'notFound', words: null },
		{ phone: '79001234568', done: 'added', words: null },
	]);
});

it('is answered by number where the phone is not repeated', () => {
	const phones = [
		{ number_phone: '2', action: 'delete' },
		{ number_phone: '3', action: 'insert' },
	];
	expect(readTo('changeContacts', { phones }, input)).toMatchObject([{ done: null }, { done: 'removed' }, { done: 'added' }]);
});

it('is answered by phone where the numbers are other ones', () => {
	const phones = [
		{ phone: '79001234567', number_phone: '0', action: 'insert' },
		{ phone: '79001234568', number_phone: '2', action: 'insert' },
	];
	expect(readTo('changeContacts', { phones }, input)).toMatchObject([{ done: 'added' }, { done: null }, { done: 'added' }]);
});

it('is answered in order for a phone that stands there twice', () => {
	const twice = [changes[0], changes[0]].flatMap((change) => change ?? []);
	const phones = [
		{ phone: '79001234567', action: 'insert' },
		{ phone: '79001234567', action: 'edit' },
	];
	expect(readTo('changeContacts', { phones }, { listId: '1', changes: twice })).toMatchObject([{ done: 'added' }, { done: 'changed' }]);
});

it('tells what went wrong with one of them', () => {
	const answer = { error: 'Не все телефоны верны', phones: { phone: '79001234567', action: 'Неверный номер' } };
	expect(readTo('changeContacts', answer, input)).toEqual([
		{ phone: '79001234567', done: null, words: '<Неверный номер>' },
		{ phone: '79001234569', done: null, words: null },
		{ phone: '79001234568', done: null, words: null },
	]);
});

it.each([{ id_base: '1234' }, { phones: ['79001234567'] }, { phones: [{ action: 'edit' }] }])('is not understood: %j', (answer) => {
	expect(readTo('changeContacts', answer, input)).toMatchObject({ code: 'notUnderstood' });
});
