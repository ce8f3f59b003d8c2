import { readFileSync } from 'node:fs';
import path from 'node:path';

import { digitsOf, readContacts } from '../../demo/contacts';
import { madeUpContacts } from '../../demo/madeUpContacts';

const file = readFileSync(path.join(__dirname, '../../demo/contacts.csv'), 'utf8');

describe('the contacts of the demo', () => {
	const contacts = readContacts(file);

	it('are what demo/makeContacts.ts writes', () => {
		expect(file).toBe(madeUpContacts());
	});

	it('are a thousand, each with an order of its own', () => {
		expect(contacts).toHaveLength(1000);
		expect(new Set(contacts.map(({ order }) => order)).size).toBe(1000);
	});

	it('hold names that break careless programs', () => {
		const names = contacts.map(({ name }) => name);
		expect(names).toEqual(expect.arrayContaining(['Анна "Аня" Петрова', 'Петренко, Олена', '👩‍🚀 Zoë', '{{ 1 + 1 }}', 'Анна\nМария']));
	});

	it('hold numbers nobody has, two of them twice in different writing', () => {
		const digits = contacts.map(({ phone }) => digitsOf(phone)).filter((phone) => phone.length >= 11 && phone.length <= 12);
		const made = /^(7900000\d{4}|79990[01]\d{5}|380440\d{6}|447700900\d{3}|120255501\d\d|999123456789)$/;
		expect(digits.filter((phone) => !made.test(phone))).toEqual([]);
		expect(digits.length - new Set(digits).size).toBe(2);
	});
});

describe('reading contacts', () => {
	it('counts rows from 1 and keeps phones as written', () => {
		const csv = '\ufeffname,phone,order\n"Petrov, Ivan",+7 900 000-00-01,A-1\n';
		expect(readContacts(csv)).toEqual([{ row: 1, name: 'Petrov, Ivan', phone: '+7 900 000-00-01', order: 'A-1' }]);
	});

	it('refuses two rows with one order, because nobody could tell them apart later', () => {
		expect(() => readContacts('name,phone,order\nA,1,X\nB,2,X\n')).toThrow('Some order numbers of the contacts come twice.');
	});
});

describe('the digits of a phone', () => {
	it.each([
		['+7 (900) 000-00-01', '79000000001'],
		['8 900 000 00 01', '79000000001'],
		['89000000001', '79000000001'],
		['7 900 000-00-01', '79000000001'],
		['+7\u00a0900\u00a0000\u00a000\u00a001', '79000000001'],
		['+380 44 000 00 32', '380440000032'],
		['call me', ''],
	])('%s → %s', (phone, digits) => {
		expect(digitsOf(phone)).toBe(digits);
	});
});
