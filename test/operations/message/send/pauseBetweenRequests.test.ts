import { pauseBetweenRequestsField, readPause } from '../../../../nodes/CascadeMessaging/operations/message/send/pauseBetweenRequests';
import { refusalOf } from '../../support/refusalOf';

it('there is none where none is set, as the interface says', () => {
	expect(readPause({})).toBe(0);
	expect(pauseBetweenRequestsField).toMatchObject({ name: 'pauseBetweenRequests', default: 0, typeOptions: { minValue: 0 } });
});

it.each([
	[0, 0],
	['1,5', 1500],
])('%j is %d milliseconds', (pauseBetweenRequests, milliseconds) => {
	expect(readPause({ pauseBetweenRequests })).toBe(milliseconds);
});

it('is not less than nothing', () => {
	expect(refusalOf(() => readPause({ pauseBetweenRequests: -1 }))).toEqual({
		code: 'valueNotReadable',
		field: 'Pause Between Requests',
		message: 'Pause Between Requests must be 0 or more, but it is -1.',
	});
});
