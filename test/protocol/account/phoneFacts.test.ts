import type { PhoneFacts } from '../../../nodes/CascadeMessaging/protocol/account/phoneFacts';
import { asked, readTo } from './support/reading';

const PHONE = '79130000001';
const MOSCOW = '74951234567';

const record = (phone: string, zone: unknown): object => ({ phone, operator: 'Tele2', region: 'Омск', time_zone: zone });

/** The zone that is read for a phone, when the gateway says these of it and of Moscow. */
const zoneOf = (zone: unknown, moscow: unknown): unknown => {
	const facts = readTo('phoneFacts', { phones: [record(PHONE, zone), record(MOSCOW, moscow)] }, { phones: [PHONE] });
	return (facts as PhoneFacts[])[0]?.zoneHours;
};

it('are asked for together with a phone of Moscow, unless that is asked for anyway', () => {
	expect(asked('phoneFacts', { phones: [PHONE] })).toEqual({ type: 'def', phones: [PHONE, MOSCOW] });
	expect(asked('phoneFacts', { phones: [MOSCOW, PHONE] })).toEqual({ type: 'def', phones: [MOSCOW, PHONE] });
});

describe('the hours of a phone', () => {
	it.each([
		['Omsk, counted from Moscow', '3', '0', 6],
		['Omsk, counted from UTC', '6', '3', 6],
		['numbers', 6, 3, 6],
		['Kaliningrad, counted from Moscow', '-1', '0', 2],
		['New York, counted from UTC', '-5', '3', -5],
		['Delhi', '2.5', '0', 5.5],
		['Delhi, with a comma', '5,5', '3', 5.5],
		['Nepal', '5.75', '3', 5.75],
		['the furthest east', '14', '3', 14],
		['the furthest west', '-12', '3', -12],
		['a sign', '+4', '0', 7],
	])('are measured from Moscow: %s', (_, zone, moscow, hours) => {
		expect(zoneOf(zone, moscow)).toBe(hours);
	});

	it.each([
		['nothing', '', '3'],
		['nothing at all', undefined, '3'],
		['words', 'MSK+1', '3'],
		['nothing of Moscow', '6', ''],
		['words of Moscow', '6', 'MSK'],
		['too far east', '14.25', '3'],
		['too far west', '-12.25', '3'],
		['no quarter of an hour', '6.1', '3'],
		['what is no number', '1e400', '3'],
	])('are not known where the gateway says %s', (_, zone, moscow) => {
		expect(zoneOf(zone, moscow)).toBeNull();
	});

	it('are not known without an answer for Moscow', () => {
		expect(readTo('phoneFacts', { phones: [record(PHONE, '6')] }, { phones: [PHONE] })).toEqual([
			{ phone: PHONE, operator: '<Tele2>', region: '<Омск>', zoneHours: null },
		]);
	});
});

it('come in the order of the phones, whatever the order of the answer', () => {
	const phones = [PHONE, '79130000002', MOSCOW, PHONE];
	const answer = { phones: [record(MOSCOW, 3), record('79130000002', 7), { phone: 79130000001, operator: 'MTS' }] };
	expect(readTo('phoneFacts', answer, { phones })).toEqual([
		{ phone: PHONE, operator: '<MTS>', region: null, zoneHours: null },
		{ phone: '79130000002', operator: '<Tele2>', region: '<Омск>', zoneHours: 7 },
		{ phone: MOSCOW, operator: '<Tele2>', region: '<Омск>', zoneHours: 3 },
		{ phone: PHONE, operator: '<MTS>', region: null, zoneHours: null },
	]);
});

it('of a phone that is not answered, or written with a plus', () => {
	const answer = { phones: [record('+7 (495) 123-45-67', 0), record('+79130000001', 3)] };
	expect(readTo('phoneFacts', answer, { phones: [PHONE, '380442589632'] })).toEqual([
		{ phone: PHONE, operator: '<Tele2>', region: '<Омск>', zoneHours: 6 },
		{ phone: '380442589632', operator: null, region: null, zoneHours: null },
	]);
});

it('may be those of one phone without a list', () => {
	expect(readTo('phoneFacts', { phones: record(MOSCOW, '0') }, { phones: [MOSCOW] })).toMatchObject([{ zoneHours: 3 }]);
});

it.each([{}, { phones: [PHONE] }, { phones: [{ operator: 'Tele2' }] }, { phones: 'x' }])('are not understood: %j', (document) => {
	expect(readTo('phoneFacts', document, { phones: [PHONE] })).toMatchObject({
		code: 'notUnderstood',
		message: 'The gateway\'s answer is not what is documented: it lacks a readable "phones".',
	});
});

it('are nothing where the gateway answers for nobody', () => {
	expect(readTo('phoneFacts', { phones: [] }, { phones: [PHONE] })).toEqual([
		{ phone: PHONE, operator: null, region: null, zoneHours: null },
	]);
});
