/** One operator: its name in price lists, its network, empty where phones of it get no messages. */
interface Network {
	readonly area: string;
	readonly mcc: string;
	readonly mnc: string;
}

const MTS: Network = { area: 'МТС', mcc: '250', mnc: '01' };
const MEGAFON: Network = { area: 'МегаФон', mcc: '250', mnc: '02' };
const YOTA: Network = { area: 'Yota', mcc: '250', mnc: '11' };
const TELE2: Network = { area: 'Tele2', mcc: '250', mnc: '20' };
const BEELINE: Network = { area: 'Билайн', mcc: '250', mnc: '99' };
const A1: Network = { area: 'A1 (Беларусь)', mcc: '257', mnc: '01' };
const KYIVSTAR: Network = { area: 'Kyivstar (Украина)', mcc: '255', mnc: '03' };
const KCELL: Network = { area: 'Kcell (Казахстан)', mcc: '401', mnc: '02' };
const AIRTEL: Network = { area: 'Airtel (Индия)', mcc: '404', mnc: '10' };

/** The networks the account may send to, each with its place in the price list. */
export const NETWORKS: readonly Network[] = [MTS, MEGAFON, YOTA, TELE2, BEELINE, A1, KYIVSTAR, KCELL, AIRTEL];

/** A range of phone numbers: the digits it starts with, and what the operator knows of them. */
interface Range {
	readonly digits: string;
	readonly operator: string;
	readonly region: string;
	/** Hours by which its clocks are ahead of Moscow. */
	readonly fromMoscow: number;
}

/** Made-up ranges, but for the fixed lines of Moscow. The time is that of the place, the operators deal differently. */
const RANGES: readonly Range[] = [
	range('7495', 'МГТС', 'Москва', 0),
	range('7812', 'Ростелеком', 'Санкт-Петербург', 0),
	range('7900', TELE2.area, 'Новосибирская область', 4),
	range('7901', TELE2.area, 'Краснодарский край', 0),
	range('7904', TELE2.area, 'Челябинская область', 2),
	range('7905', BEELINE.area, 'Москва и Московская область', 0),
	range('7909', BEELINE.area, 'Камчатский край', 9),
	range('7914', MTS.area, 'Приморский край', 7),
	range('7916', MTS.area, 'Москва и Московская область', 0),
	range('7921', MEGAFON.area, 'Санкт-Петербург и Ленинградская область', 0),
	range('7927', MEGAFON.area, 'Самарская область', 1),
	range('7961', BEELINE.area, 'Омская область', 3),
	range('7980', MTS.area, 'Белгородская область', 0),
	range('7981', MTS.area, 'Калининградская область', -1),
	range('7999', YOTA.area, 'Москва и Московская область', 0),
	range('37529', A1.area, 'Беларусь', 0),
	range('38044', KYIVSTAR.area, 'Киев', -1),
	range('7701', KCELL.area, 'Казахстан', 2),
	range('91', AIRTEL.area, 'Индия', 2.5),
];

/** From where the operator counts hours: the manual says Moscow, and means UTC in its example (PROTOCOL section 8). */
export type HoursFrom = 'moscow' | 'utc';

/** Moscow is so many hours ahead of UTC. */
const MOSCOW = 3;

/** What the operator knows of a phone. All is empty for a phone of no range. */
interface NumberInfo {
	readonly operator: string;
	readonly region: string;
	readonly time_zone: string;
}

/** Looks a phone number up (digits only). */
export function lookUp(phone: string, hoursFrom: HoursFrom): NumberInfo {
	const found = RANGES.find(({ digits }) => phone.startsWith(digits));
	if (!found) return { operator: '', region: '', time_zone: '' };
	const { operator, region, fromMoscow } = found;
	return { operator, region, time_zone: String(hoursFrom === 'utc' ? fromMoscow + MOSCOW : fromMoscow) };
}

/** The name a phone's operator has in the number plan; empty for a phone of no range. */
export function operatorOf(phone: string): string {
	return RANGES.find(({ digits }) => phone.startsWith(digits))?.operator ?? '';
}

function range(digits: string, operator: string, region: string, fromMoscow: number): Range {
	return { digits, operator, region, fromMoscow };
}
