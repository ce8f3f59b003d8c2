import { sampleFor } from '../../nodes/CascadeMessaging/tracking/sample';
import { passes } from '../../nodes/CascadeMessaging/tracking/report';
import type { Report } from '../../nodes/CascadeMessaging/tracking/report';

it.each([
	[[], 'delivered', 'deliver', 'sms', '2026-12-01T10:31:07+03:00'],
	[['delivered', 'expired'], 'delivered', 'deliver', 'sms', '2026-12-01T10:31:07+03:00'],
	[['notDelivered'], 'notDelivered', 'not_deliver', null, '2026-12-01T10:31:07+03:00'],
	[['expired'], 'expired', 'expired', null, '2026-12-01T10:31:07+03:00'],
	[['noReceipt'], 'noReceipt', 'partly_deliver', null, '2026-12-01T10:31:07+03:00'],
	[['unknown'], 'unknown', 'Сообщение с таким ID не принималось', null, null],
	[['timeout'], 'timeout', 'send', null, null],
])('for a trigger set to %j is %s', (outcomes, outcome, state, deliveredBy, changedAt) => {
	const sample = sampleFor({ outcomes, campaignName: '' });

	expect(Object.keys(sample)[0]).toBe('sample');
	expect(sample).toMatchObject({ sample: true, outcome, final: true, state, deliveredBy, changedAt, campaignName: 'Autumn sale' });
	expect(passes(sample as Report, { outcomes, campaignName: '' })).toBe(true);
	expect(sample.channels).toEqual(changedAt === null ? {} : { viber: expect.anything() as unknown, sms: expect.anything() as unknown });
});

it.each(['delivered', 'timeout', 'constructor'])('of a campaign bears its name (%s)', (outcome) => {
	expect(sampleFor({ outcomes: [outcome], campaignName: 'Spring' })).toMatchObject({ campaignName: 'Spring', data: { contactId: '42' } });
});
