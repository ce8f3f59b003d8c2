import {
	readRequestsPerMinute,
	requestsPerMinuteField,
} from '../../../../nodes/CascadeMessaging/operations/shared/options/requestsPerMinute';
import { refusalOf } from '../../support/refusalOf';

it('are as many as possible where nothing is set, as the interface says', () => {
	expect(readRequestsPerMinute({})).toBe(0);
	expect(requestsPerMinuteField).toMatchObject({ name: 'requestsPerMinute', default: 0, typeOptions: { minValue: 0 } });
});

it.each([
	['', 0],
	[0, 0],
	[30, 30],
	['0,5', 0.5],
])('%j are %d: of less than one, it is a pause of more than a minute', (requestsPerMinute, most) => {
	expect(readRequestsPerMinute({ requestsPerMinute })).toBe(most);
});

it('are not less than none', () => {
	expect(refusalOf(() => readRequestsPerMinute({ requestsPerMinute: -1 }))).toEqual({
		code: 'valueNotReadable',
		field: 'Requests per Minute',
		message: 'Requests per Minute must be 0 or more, but it is -1.',
	});
});
