import { readRetries, retriesField } from '../../../../nodes/CascadeMessaging/operations/shared/options/retries';
import { refusalOf } from '../../support/refusalOf';

it('are three where none are set, as the interface says', () => {
	expect(readRetries({})).toBe(3);
	expect(retriesField).toMatchObject({ name: 'retries', default: 3, typeOptions: { minValue: 0, maxValue: 10 } });
});

it.each([
	[0, 0],
	['2.9', 2],
	[10, 10],
])('%j are %d', (given, retries) => {
	expect(readRetries({ retries: given })).toBe(retries);
});

it.each([
	[-1, 'Retries must be 0 or more, but it is -1.'],
	[11, 'Retries must be 10 or less, but it is 11.'],
	[Infinity, 'Retries must be 0 or more, but it is Infinity.'],
])('refuses %j', (retries, message) => {
	expect(refusalOf(() => readRetries({ retries }))).toEqual({ code: 'valueNotReadable', field: 'Retries', message });
});
