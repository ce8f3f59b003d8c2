import { NodeHelpers } from 'n8n-workflow';

import { optionsField } from '../../../../nodes/CascadeMessaging/operations/message/send/options';
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

it('is kept by n8n in workflows that hold it, and shown in them alone', () => {
	const stored = (options: object): unknown =>
		NodeHelpers.getNodeParameters([optionsField], { options: { ...options } }, true, false, null, null)?.options;
	expect(stored({ pauseBetweenRequests: 2, retries: 1 })).toEqual({ pauseBetweenRequests: 2, retries: 1 });
	expect(stored({ pauseBetweenRequests: '={{ 2 }}' })).toEqual({ pauseBetweenRequests: '={{ 2 }}' });

	const isShown = (options: object): boolean => NodeHelpers.displayParameter({ ...options }, pauseBetweenRequestsField, null, null);
	expect([{}, { retries: 1 }, { pauseBetweenRequests: 0 }, { pauseBetweenRequests: 2 }].map(isShown)).toEqual([false, false, true, true]);
});

it('is not less than nothing', () => {
	expect(refusalOf(() => readPause({ pauseBetweenRequests: -1 }))).toEqual({
		code: 'valueNotReadable',
		field: 'Pause Between Requests',
		message: 'Pause Between Requests must be 0 or more, but it is -1.',
	});
});
