import { readTimeout, timeoutField } from '../../../../nodes/CascadeMessaging/operations/shared/options/timeout';
import { refusalOf } from '../../support/refusalOf';

it('is ten minutes where none is set, as the interface says', () => {
	expect(readTimeout({})).toBe(600);
	expect(timeoutField).toMatchObject({ name: 'timeout', default: 600, typeOptions: { minValue: 1 } });
});

it.each([
	[1, 1],
	['30', 30],
	['1,5', 1.5],
])('%j is %d seconds', (timeout, seconds) => {
	expect(readTimeout({ timeout })).toBe(seconds);
});

it.each([
	[0.9, 'Timeout must be 1 or more, but it is 0.9.'],
	['soon', 'Timeout must be a number, but it is "soon".'],
])('refuses %j', (timeout, message) => {
	expect(refusalOf(() => readTimeout({ timeout }))).toEqual({ code: 'valueNotReadable', field: 'Timeout', message });
});
