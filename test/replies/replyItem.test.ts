import { answeredBy, isWanted, itemOf } from '../../nodes/CascadeMessaging/replies/replyItem';
import { READ } from '../protocol/replies/support';
import { message } from '../tracking/support/dataTables';

describe('answeredBy', () => {
	it.each(['79001234567', '+7 900 123-45-67', '8 (900) 123-45-67', '9001234567', null, '', 'unknown', '12345'])(
		'is the message that was sent to %j: it may be that of 79001234567',
		(phone) => {
			expect(answeredBy(READ, message('123456', { phone }))).toMatchObject({ messageId: '123456' });
		},
	);

	it.each(['79001234568', '380441234567'])('is unknown when it was sent to %j', (phone) => {
		expect(answeredBy(READ, message('123456', { phone }))).toBe('unknown');
	});

	it('is unknown when there is none', () => {
		expect(answeredBy(READ, undefined)).toBe('unknown');
	});
});

describe('isWanted', () => {
	const autumn = message('1', { campaignName: 'Autumn' });
	it.each([
		[autumn, '', false, true],
		[autumn, 'Autumn', true, true],
		[autumn, 'Spring', false, false],
		[message('1'), '', true, true],
		[message('1'), 'Autumn', false, false],
		['unknown', '', false, true],
		['unknown', '', true, false],
		['unknown', 'Autumn', false, false],
		['notAsked', 'Autumn', true, true],
	] as const)('%j, only of campaign "%s", unknown ones ignored %j: %j', (answered, onlyCampaign, ignoreUnknown, wanted) => {
		expect(isWanted(answered, { onlyCampaign, ignoreUnknown })).toBe(wanted);
	});
});

describe('itemOf', () => {
	it('holds what was posted and what was known', () => {
		const sent = { campaignName: 'Autumn', data: { contactId: 1 } };
		expect(itemOf(READ, message('123456', sent))).toEqual({
			...READ,
			...sent,
			known: true,
			sentAt: '2026-12-01T09:00:00.000Z',
			sentBy: { workflowId: 'w1', workflowName: 'Sending', executionId: '100' },
		});
	});

	it.each([
		['unknown', false],
		['notAsked', null],
	] as const)('has the same fields when the message is %s', (answered, known) => {
		expect(itemOf(READ, answered)).toEqual({ ...READ, known, campaignName: null, sentAt: null, sentBy: null, data: {} });
	});
});
