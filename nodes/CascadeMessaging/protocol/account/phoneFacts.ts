import type { Fields } from '../codecs/fields';
import { numberOf } from '../numbers';
import { isZone } from '../zone';
import type { Question } from './question';
import { phoneIn, quotedIn, recordsIn } from './values';

/** What the gateway knows of a phone; null where it says nothing. */
export interface PhoneFacts {
	/** As it was asked about. */
	readonly phone: string;
	readonly operator: string | null;
	readonly region: string | null;
	/** By how many hours its clocks are ahead of UTC; less than 0 where they are behind. */
	readonly zoneHours: number | null;
}

/** A number everybody knows the time zone of, and its hours from UTC. */
const MOSCOW = { phone: '74951234567', hours: 3 };

/**
 * What is known of phones, which are given as digits: a record of each of them, in their order (docs/protocol.md section 8). Nobody knows
 * from where a gateway counts the hours of time zones, so a phone of Moscow is asked about too; without its answer no zone is known.
 */
export const phoneFactsQuestion: Question<{ readonly phones: readonly string[] }, readonly PhoneFacts[]> = {
	type: 'def',
	write: ({ phones }) => ({ phones: phones.includes(MOSCOW.phone) ? phones : [...phones, MOSCOW.phone] }),
	read: (fields, { input, quote }) => {
		const records = new Map(recordsIn(fields, 'phones', withPhone));
		const moscow = numberOf(records.get(MOSCOW.phone)?.time_zone);
		return input.phones.map((phone) => {
			const { operator, region, time_zone: zone } = records.get(phone) ?? {};
			const zoneHours = hoursFromUtc(numberOf(zone), moscow);
			return { phone, operator: quotedIn(operator, quote), region: quotedIn(region, quote), zoneHours };
		});
	},
};

function withPhone(record: Fields): readonly [phone: string, record: Fields] | null {
	const phone = phoneIn(record.phone);
	return phone === null ? null : [phone, record];
}

function hoursFromUtc(zone: number | null, moscow: number | null): number | null {
	if (zone === null || moscow === null) return null;
	const hours = zone - moscow + MOSCOW.hours;
	return isZone(hours) ? hours : null;
}
