import { parallelRequestsField, readParallelRequests } from '../../../../nodes/CascadeMessaging/operations/message/send/parallelRequests';
import { refusalOf } from '../../support/refusalOf';

it('there are none where nothing is set, as the interface says', () => {
	expect(readParallelRequests({})).toBe(1);
	expect(parallelRequestsField).toMatchObject({ name: 'parallelRequests', default: 1, typeOptions: { minValue: 1, maxValue: 5 } });
});

it.each([
	[1, 1],
	['4.9', 4],
	[5, 5],
])('%j are %d', (parallelRequests, most) => {
	expect(readParallelRequests({ parallelRequests })).toBe(most);
});

it.each([
	[0, 'Parallel Requests must be 1 or more, but it is 0.'],
	[6, 'Parallel Requests must be 5 or less, but it is 6.'],
])('are not %d: the gateway may lose some of more than five', (parallelRequests, message) => {
	const refusal = { code: 'valueNotReadable', field: 'Parallel Requests', message };
	expect(refusalOf(() => readParallelRequests({ parallelRequests }))).toEqual(refusal);
});
