import type { ChannelName } from '../channels';
import type { Price } from './balance';
import { countryOfPhone, countryOfPrice, operatorKey } from './operatorNames';

/** What something costs at least and at most: the same where its price is known. */
export interface PriceRange {
	readonly least: number;
	readonly most: number;
}

/** What messages to the phones of one operator cost. */
export interface Tariff {
	/** As the gateway calls it; null where it is not known. */
	readonly operator: string | null;
	/** What one part costs through a channel; null where that is not told. */
	readonly priceOf: (channel: ChannelName) => PriceRange | null;
}

/** The tariff of a phone, which is given as digits, and of its operator; the same one for all phones with the same prices. */
type TariffOf = (phone: string, operator: string | null) => Tariff;

/** A row of the price list that tells a price, or at least whose it would be. */
interface Row extends Pick<Price, 'channel' | 'price'> {
	readonly country: string | undefined;
	/** As `operatorKey` tells it. */
	readonly key: string;
	/** Whether it is for all operators that have no row of their own. */
	readonly isForOthers: boolean;
}

/** What is more cannot be the price of a part. */
const HIGHEST_PRICE = 1e6;

/**
 * Tells which prices of a list are those of a phone (docs/protocol.md section 8). A row counts that names its operator, whichever way; if none
 * does, a row that names no operator ("Россия", "Остальные"); if there is none either, or the operator is not known, any row but those of other
 * countries, from the cheapest to the dearest. Rows that differ in the kind of text are not told apart: nobody knows of which kind a text is.
 */
export function tariffsIn(prices: readonly Price[]): TariffOf {
	const rows = prices.map(rowOf);
	const tariffs = new Map<string, Tariff>();
	return (phone, operator) => {
		const country = countryOfPhone(phone);
		const name = `${country} ${operator ?? ''}`;
		const tariff = tariffs.get(name) ?? { operator, priceOf: pricesAmong(rowsFor(rows, country, operator)) };
		tariffs.set(name, tariff);
		return tariff;
	};
}

function rowOf({ channel, price, operator, mcc, mnc }: Price): Row {
	const key = operatorKey(operator ?? '');
	const isPrice = price !== null && price >= 0 && price <= HIGHEST_PRICE;
	return {
		channel,
		price: isPrice ? price : null,
		key,
		isForOthers: key === '' && mnc === null,
		country: countryOfPrice({ operator, mcc }),
	};
}

/** The rows of an operator for each channel. */
function rowsFor(rows: readonly Row[], country: string, operator: string | null): (channel: ChannelName) => readonly Row[] {
	const near = rows.filter((row) => row.country === undefined || row.country === country);
	const key = operatorKey(operator ?? '');
	return (channel) => {
		const all = near.filter((row) => row.channel === channel);
		const own = all.filter((row) => key !== '' && row.key === key);
		const forOthers = all.filter((row) => key !== '' && row.isForOthers);
		return [own, forOthers].find(({ length }) => length > 0) ?? all;
	};
}

function pricesAmong(rowsOf: (channel: ChannelName) => readonly Row[]): Tariff['priceOf'] {
	const known = new Map<ChannelName, PriceRange | null>();
	return (channel) => {
		const range = known.get(channel) ?? rangeOf(rowsOf(channel));
		known.set(channel, range);
		return range;
	};
}

function rangeOf(rows: readonly Row[]): PriceRange | null {
	const prices = rows.flatMap(({ price }) => (price === null ? [] : [price])).sort((a, b) => a - b);
	const [least] = prices;
	return least === undefined ? null : { least, most: prices.at(-1) ?? least };
}
