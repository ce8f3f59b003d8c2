import { asked, readTo } from './support/reading';

const IVAN = {
	...{ phone: '79001234567', region: 'Москва', operator: 'Мегафон', name: 'Иван', surname: 'Иванов', patronymic: 'Иванович' },
	...{ date_birth: '1984-08-21', male: 'm', addition_1: 'VIP', addition_2: '', addition_3: '42', addition_4: 7 },
	last_update: '2026-11-15 11:02:29',
};
const IVAN_READ = {
	...{ phone: '79001234567', region: '<Москва>', operator: '<Мегафон>', name: 'Иван', surname: 'Иванов', patronymic: 'Иванович' },
	...{ birthday: '1984-08-21', gender: 'male', additions: ['VIP', null, '42', '7', null], changedAt: '2026-11-15 11:02:29' },
};
const NOBODY = {
	...{ phone: '79001234568', region: null, operator: null, name: null, surname: null, patronymic: null, birthday: null, gender: null },
	...{ additions: [null, null, null, null, null], changedAt: null },
};
const INPUT = { listId: '1234', page: 1 };

it('are asked for a page at a time, perhaps only those that are new', () => {
	expect(asked('contacts', INPUT)).toEqual({ type: 'list_phones', base: { id_base: '1234', page: '1' } });
	expect(asked('contacts', { ...INPUT, page: 12, changedSince: '2026-10-18 12:14:25' })).toEqual({
		type: 'list_phones',
		base: { id_base: '1234', page: '12', last_update: '2026-10-18 12:14:25' },
	});
});

it('are read with all that is known of them, on which page', () => {
	const answer = { page: '1', num_pages: '100', phones: [IVAN, { phone: 79001234568 }] };
	expect(readTo('contacts', answer, INPUT)).toEqual({ page: 1, pages: 100, entries: [IVAN_READ, NOBODY] });
});

it.each([
	['m', 'male'],
	['F', 'female'],
	['Женский', 'female'],
	['мужской', 'male'],
	['x', null],
	['1', null],
	['', null],
])('%j says whether it is a man or a woman: %j', (male, gender) => {
	expect(readTo('contacts', { phones: [{ ...IVAN, male }] }, INPUT)).toMatchObject({ entries: [{ gender }] });
});

it('were not born on a day of zeros', () => {
	const zeros = { ...IVAN, date_birth: '0000-00-00', last_update: '0000-00-00 00:00:00' };
	expect(readTo('contacts', { phones: zeros }, INPUT)).toMatchObject({ entries: [{ birthday: null, changedAt: null }] });
});

it.each([
	['1', '100', 1, 100],
	[2, 0, 2, 0],
	['one', '', null, null],
	['1.5', '-1', null, null],
	[undefined, undefined, null, null],
])('may stand on page %j of %j', (page, pages, readPage, readPages) => {
	expect(readTo('contacts', { page, num_pages: pages, phones: [] }, INPUT)).toEqual({ page: readPage, pages: readPages, entries: [] });
});

it.each([{ page: '1', num_pages: '1' }, { phones: ['79001234567'] }, { phones: [{ name: 'Иван' }] }])(
	'are not understood: %j',
	(answer) => {
		expect(readTo('contacts', answer, INPUT)).toMatchObject({ code: 'notUnderstood' });
	},
);
