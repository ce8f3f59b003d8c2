import type { ChannelName, ChannelTable } from '../channels';
import { channelCalled } from '../channels';
import type { Fields } from '../codecs/fields';
import { isRecord } from '../isRecord';
import { listOf } from '../lists';
import { numberOf } from '../numbers';
import type { NoInput, Question, Quote } from './question';
import { plainQuestion } from './question';
import { lacking, quotedIn, recordsIn, textIn } from './values';

/** What one part costs to the phones of one operator, through one channel. */
export interface Price {
	readonly operator: string | null;
	/** Null for a word that names no channel. */
	readonly channel: ChannelName | null;
	/** What kind of text has this price, in the gateway's words: advertising, service. */
	readonly textKind: string | null;
	readonly price: number | null;
	/** How many would still go. They share the money: never add them up. */
	readonly remaining: number | null;
	/** The codes of the country and of the network. */
	readonly mcc: string | null;
	readonly mnc: string | null;
}

/** What is left on the account. */
export interface Balance {
	readonly amount: number;
	/** As the gateway writes it: `RUR`. */
	readonly currency: string | null;
	readonly prices: readonly Price[];
}

/** What is left, and what a part costs (docs/protocol.md section 8). Older editions of the manual know no prices. */
export function balanceQuestion(channels: ChannelTable): Question<NoInput, Balance> {
	return plainQuestion('balance', (fields, { quote }) => {
		const [money] = listOf(fields.money);
		const { value, currency } = isRecord(money) ? money : { value: money };
		const amount = numberOf(value);
		if (amount === null) throw lacking('"money"');
		const prices = Object.hasOwn(fields, 'sms') ? recordsIn(fields, 'sms', (record) => priceIn(record, channels, quote)) : [];
		return { amount, currency: quotedIn(currency, quote), prices };
	});
}

function priceIn(record: Fields, channels: ChannelTable, quote: Quote): Price {
	return {
		operator: quotedIn(record.area, quote),
		channel: channelCalled(textIn(record.type_sms) ?? '', channels),
		textKind: quotedIn(record.type_text, quote),
		price: numberOf(record.price),
		remaining: numberOf(record.number),
		mcc: textIn(record.MCC),
		mnc: textIn(record.MNC),
	};
}
