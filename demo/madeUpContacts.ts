import { seededRandom } from './seededRandom';

type Row = [name: string, phone: string];

const count = 1000;
const seed = 20261123;

const people = [
	['Анна', 'Борис', 'Вера', 'Глеб', 'Дарья', 'Егор', 'Жанна', 'Иван', 'Ксения', 'Лев', 'Мария', 'Никита', 'Ольга', 'Пётр'],
	['Олена', 'Тарас', 'Їжакевич Юрій', 'Соломія', 'Богдан', 'Євгенія', 'Ґава Остап', 'Катерина', 'Мар’яна', 'Назар'],
	['Alice', 'Brendan', 'Chloë', 'Dominik', 'Ève', 'François', 'Grace', 'Håkon', 'Ines', 'Jürgen', 'Łukasz', 'Zoë'],
];

/** Names that break careless programs: separators, quotes, markup, a template, emoji, a line break. */
const awkwardNames = [
	'Анна "Аня" Петрова',
	'Петренко, Олена',
	"Sean O'Neill, Jr.",
	'Иван 🎉',
	'👩‍🚀 Zoë',
	'Smith & Sons <info>',
	'{{ 1 + 1 }}',
	'=SUM(1;2)',
	'"В кавычках"',
	'Back\\slash',
	'Анна\nМария',
	'  spaces  ',
	'100 % Лев',
	'Naïve; semicolon',
	'Тарас\tТаб',
	'#name#',
];

/** Ways of writing a Russian mobile number, from its last ten digits. */
const russianNotations = [
	'+7 (xxx) xxx-xx-xx',
	'8 xxx xxx xx xx',
	'8xxxxxxxxxx',
	'7 xxx xxx-xx-xx',
	'+7xxxxxxxxxx',
	'8 (xxx) xxx-xx-xx',
	'8-xxx-xxx-xx-xx',
	'7xxxxxxxxxx',
	'+7\u00a0xxx\u00a0xxx\u00a0xx\u00a0xx',
	'+7.xxx.xxx.xx.xx',
	' +7 xxx xxxxxxx ',
	'8(xxx)xxxxxxx',
	'+7-xxx-xxx-xx-xx',
];

/** First digits of Russian numbers and how many of 1,000 get them; what the simulator makes of each is in its README. */
const russianNumbers: [start: string, count: number][] = [
	['900000', 700],
	['999001', 30],
	['999002', 20],
	['999003', 20],
	['999004', 20],
	['999005', 20],
	['999006', 30],
	['999008', 10],
	['999009', 10],
	['999010', 10],
	['999017', 8],
	['999018', 2],
];

/** Numbers of ranges that nobody has: Kyiv numbers with a zero in front, and those set aside for films. */
const foreignNotations: [notation: string, count: number][] = [
	['+380 44 0xx xx xx', 60],
	['+44 7700 900xxx', 25],
	['+1 (202) 555-01xx', 21],
];

const badPhones = [
	'',
	'',
	'12345',
	'нет телефона',
	'+7 900 000',
	'8 900 000 00',
	'+999 123 456 789',
	'79000000001234567',
	'call me',
	'+7 (9OO) OOO-OO-O1',
	'anna@example.com',
	'—',
];

/** The made-up contacts of the demo as a CSV with the columns name, phone and order: the same every time. */
export function madeUpContacts(): string {
	const random = seededRandom(seed);
	const phones = random.shuffled([...russianPhones(), ...foreignPhones(), ...badPhones]);
	const rows = phones.map((phone, index): Row => [awkwardNames[(index * 7) % count] ?? random.pick(random.pick(people)), phone]);
	const lines = rows.map(([name, phone], index) => [name, phone, `A-${String(index + 1).padStart(4, '0')}`].map(quoted).join(','));
	return `${['name,phone,order', ...lines].join('\n')}\n`;
}

function russianPhones(): string[] {
	const numbers = russianNumbers.flatMap(([start, many]) =>
		Array.from({ length: many }, (_, index) => start + String(index + 1).padStart(4, '0')),
	);
	const repeated = ['9000000001', '9000000002'];
	return [...numbers, ...repeated].map((digits, index) => written(russianNotations[index % russianNotations.length] ?? 'x', digits));
}

function foreignPhones(): string[] {
	return foreignNotations.flatMap(([notation, many]) =>
		Array.from({ length: many }, (_, index) => written(notation, String(index).padStart((notation.match(/x/g) ?? []).length, '0'))),
	);
}

/** Puts digits in the places of the x's. */
function written(notation: string, digits: string): string {
	let next = 0;
	return notation.replace(/x/g, () => digits.charAt(next++));
}

function quoted(value: string): string {
	return /[",\n\t]|^\s|\s$/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}
