import {
	readRecipientsPerRequest,
	recipientsPerRequestField,
} from '../../../nodes/CascadeMessaging/operations/message/recipientsPerRequest';
import { refusalOf } from '../support/refusalOf';

it('are 500 where none are set, as the interface says', () => {
	expect(readRecipientsPerRequest({})).toBe(500);
	expect(recipientsPerRequestField).toMatchObject({ name: 'recipientsPerRequest', default: 500, typeOptions: { minValue: 1 } });
});

it.each([
	[1, 1],
	['20.9', 20],
])('%j are %d', (recipientsPerRequest, most) => {
	expect(readRecipientsPerRequest({ recipientsPerRequest })).toBe(most);
});

it('are at least one', () => {
	expect(refusalOf(() => readRecipientsPerRequest({ recipientsPerRequest: 0 }))).toEqual({
		code: 'valueNotReadable',
		field: 'Recipients per Request',
		message: 'Recipients per Request must be 1 or more, but it is 0.',
	});
});
