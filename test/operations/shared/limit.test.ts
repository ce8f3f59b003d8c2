import { limitFields, readLimit } from '../../../nodes/CascadeMessaging/operations/shared/limit';
import { readerOf } from '../support/readerOf';
import { refusalOf } from '../support/refusalOf';

const read = (values: Record<string, unknown>): number => readLimit(readerOf(values), 0);

it.each([
	[{}, 50],
	[{ limit: 7 }, 7],
	[{ limit: '7.9' }, 7],
	[{ limit: '' }, 50],
	[{ returnAll: true, limit: 7 }, Infinity],
	[{ returnAll: 'false', limit: 7 }, 7],
])('%j is %d', (values, limit) => {
	expect(limitFields).toMatchObject([
		{ name: 'returnAll', default: false },
		{ name: 'limit', default: 50 },
	]);
	expect(read(values)).toBe(limit);
});

it.each([
	[0, 'Limit must be 1 or more, but it is 0.'],
	['many', 'Limit must be a number, but it is "many".'],
])('refuses %j', (limit, message) => {
	expect(refusalOf(() => read({ limit }))).toEqual({ code: 'valueNotReadable', field: 'Limit', message });
});
