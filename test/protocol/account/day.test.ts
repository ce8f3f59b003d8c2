import fc from 'fast-check';

import { readDay } from '../../../nodes/CascadeMessaging/protocol';
import { RUNS } from '../support/runs';

it.each([
	['1990-05-17', '1990-05-17'],
	['17.05.1990', '1990-05-17'],
	['7.5.1990', '1990-05-07'],
	['1990-05-17T00:00:00', '1990-05-17'],
	['1990-05-17 23:59', '1990-05-17'],
	// Midnight stands for the day, wherever it is.
	['1990-05-17T00:00:00.000Z', '1990-05-17'],
	['1990-05-17T00:00:00+09:00', '1990-05-17'],
	// What a Date of the workflow's midnight becomes.
	['1990-05-16T21:00:00.000Z', '1990-05-17'],
	['2000-02-29', '2000-02-29'],
])('%s is %s', (text, day) => {
	expect(readDay(text, 'Europe/Moscow')).toBe(day);
});

it.each(['', 'yesterday', '31.02.1990', '1990-13-01', '2001-02-29', '05/17/1990', '17.05.90', '17.05.1990 12:00', '0000-00-00', '1990'])(
	'%j is no day',
	(text) => {
		expect(readDay(text, 'Europe/Moscow')).toBeNull();
	},
);

it('is the same however it is written', () => {
	const days = fc.date({ min: new Date('1900-01-01T00:00:00Z'), max: new Date('2100-01-01T00:00:00Z'), noInvalidDate: true });
	fc.assert(
		fc.property(days, (date) => {
			const day = date.toISOString().slice(0, 10);
			const dotted = day.split('-').reverse().join('.');
			for (const text of [day, dotted, `${day}T00:00:00`, `${day}T00:00:00.000Z`, `${day} 13:37`]) {
				expect(readDay(text, 'Asia/Vladivostok')).toBe(day);
			}
		}),
		RUNS,
	);
});

it('is none or ten characters, whatever the text', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'binary' }), (text) => {
			expect(readDay(text, 'UTC') ?? '1990-05-17').toMatch(/^\d{4}-\d\d-\d\d$/);
		}),
		RUNS,
	);
});
