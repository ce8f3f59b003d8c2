import { hasStem, wordsIn } from '../words';

/** A country whose operators the platform's clients write to: how its phones begin, its mobile country code, and what it is called. */
interface NetworkCountry {
	readonly digits: readonly string[];
	readonly mcc: string;
	readonly stems: readonly string[];
}

const COUNTRIES: readonly NetworkCountry[] = [
	{ digits: ['7'], mcc: '250', stems: ['росси', 'рф', 'russia'] },
	{ digits: ['76', '77'], mcc: '401', stems: ['казахстан', 'kazakhstan'] },
	{ digits: ['373'], mcc: '259', stems: ['молдов', 'молдав', 'moldova'] },
	{ digits: ['374'], mcc: '283', stems: ['армени', 'armenia'] },
	{ digits: ['375'], mcc: '257', stems: ['беларус', 'белорус', 'belarus'] },
	{ digits: ['380'], mcc: '255', stems: ['украин', 'ukrain'] },
	{ digits: ['992'], mcc: '436', stems: ['таджикистан', 'tajikistan'] },
	{ digits: ['994'], mcc: '400', stems: ['азербайджан', 'azerbaijan'] },
	{ digits: ['995'], mcc: '282', stems: ['грузи', 'georgia'] },
	{ digits: ['996'], mcc: '437', stems: ['киргиз', 'кыргыз', 'kyrgyz'] },
	{ digits: ['998'], mcc: '434', stems: ['узбекистан', 'uzbekistan'] },
];

const STEMS = COUNTRIES.flatMap(({ stems }) => stems);

/** All countries that are not in the table are one. */
const ELSEWHERE = 'elsewhere';

/** The country of a phone, which is given as digits: its mobile country code, or the one word for all countries that are not in the table. */
export function countryOfPhone(phone: string): string {
	const beginnings = COUNTRIES.flatMap(({ digits, mcc }) => digits.filter((one) => phone.startsWith(one)).map((one) => ({ one, mcc })));
	return beginnings.sort((a, b) => b.one.length - a.one.length)[0]?.mcc ?? ELSEWHERE;
}

/** The country of a row of prices, as `countryOfPhone` tells it; `undefined` where the row does not say. */
export function countryOfPrice({ operator, mcc }: { readonly operator: string | null; readonly mcc: string | null }): string | undefined {
	if (mcc !== null) return COUNTRIES.some((country) => country.mcc === mcc) ? mcc : ELSEWHERE;
	const words = wordsIn(operator ?? '');
	return COUNTRIES.find(({ stems }) => words.some((word) => hasStem(word, stems)))?.mcc;
}

/** The names operators go by: as a brand, in both scripts, and as the company behind it, which registers of numbers name. */
const BRANDS: ReadonlyMap<string, string> = new Map(
	[
		['мтс', 'mts', 'мобильныетелесистемы'],
		['билайн', 'beeline', 'вымпелком', 'вымпелкоммуникации', 'vimpelcom'],
		['мегафон', 'megafon'],
		['t2', 'т2', 'tele2', 'теле2', 'т2мобайл', 'т2mobile', 't2mobile'],
		['yota', 'йота', 'скартел'],
		['мотив', 'motiv'],
	].flatMap((names) => names.map((name) => [name, names[0] ?? name] as const)),
);

/** What says nothing of who the operator is: forms of companies, and words for all operators or for the rest of them. */
const EMPTY_WORDS = [
	...['пао', 'оао', 'зао', 'нао', 'ао', 'ооо', 'тоо', 'публичное', 'акционерное', 'общество', 'pjsc', 'ojsc', 'jsc', 'llc', 'ltd'],
	...['по', 'все', 'вся', 'другие', 'прочие', 'остальные', 'любые', 'операторы', 'операторов'],
	...['all', 'any', 'other', 'others', 'rest', 'of', 'the', 'operators'],
];

/**
 * Who is meant by the name of an operator, for comparing: without case, punctuation, forms of companies and countries, and one name for each
 * brand. Empty where the name means no operator, as "По России" and "Остальные операторы".
 *
 * @example operatorKey('ПАО "Вымпел-Коммуникации"') === operatorKey('Beeline (Россия)')
 */
export function operatorKey(name: string): string {
	const words = wordsIn(name).filter((word) => !EMPTY_WORDS.includes(word) && !hasStem(word, STEMS));
	const joined = words.join('');
	return BRANDS.get(joined) ?? joined;
}
