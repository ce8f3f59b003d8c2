import type { Report } from '../../nodes/CascadeMessaging/tracking/report';
import { passes } from '../../nodes/CascadeMessaging/tracking/report';
import { sampleFor } from '../../nodes/CascadeMessaging/tracking/sample';

it.each([
	[[], 'delivered', 'deliver', 'sms', '2026-12-01T10:31:07+03:00'],
	[['delivered', 'expired'], 'delivered', 'deliver', 'sms', '2026-12-01T10:31:07+03:00'],
	[['notDelivered'], 'notDelivered', 'not_deliver', null, '2026-12-01T10:31:07+03:00'],
	[['expired'], 'expired', 'expired', null, '2026-12-01T10:31:07+03:00'],
	[['noReceipt'], 'noReceipt', 'partly_deliver', null, '2026-12-01T10:31:07+03:00'],
	[['unknown'], 'unknown', 'Сообщение с таким ID не принималось', null, null],
	[['timeout'], 'timeout', 'send', null, null],
])('for a trigger set to %j is %s', (outcomes, outcome, state, deliveredBy, changedAt) => {
	const sample = sampleFor({ events: ['finalOutcome'], outcomes, campaignName: '' });

	expect(Object.keys(sample)[0]).toBe('sample');
	expect(sample).toMatchObject({ sample: true, outcome, final: true, state, deliveredBy, changedAt, campaignName: 'Autumn sale' });
	expect(passes(sample as Report, { events: ['finalOutcome'], outcomes, campaignName: '' })).toBe(true);
	expect(sample.channels).toEqual(changedAt === null ? {} : { viber: expect.anything() as unknown, sms: expect.anything() as unknown });
});

it.each(['delivered', 'timeout', 'constructor'])('of a campaign bears its name (%s)', (outcome) => {
	expect(sampleFor({ events: ['finalOutcome'], outcomes: [outcome], campaignName: 'Spring' })).toMatchObject({
		campaignName: 'Spring',
		data: { contactId: '42' },
	});
});

const channels = (viber: string, sms: string, outcomes: { viber: string; sms: string }) => ({
	viber: { outcome: outcomes.viber, state: viber, price: 0 },
	sms: { outcome: outcomes.sms, state: sms, price: 3.4, parts: 2 },
});

it.each([
	['delivered', channels('expired', 'deliver', { viber: 'expired', sms: 'delivered' }), 3.4],
	['notDelivered', channels('not_deliver', 'not_deliver', { viber: 'notDelivered', sms: 'notDelivered' }), 3.4],
	['expired', channels('expired', 'expired', { viber: 'expired', sms: 'expired' }), 3.4],
	['noReceipt', channels('expired', 'partly_deliver', { viber: 'expired', sms: 'noReceipt' }), 3.4],
	['unknown', {}, null],
	['timeout', {}, null],
])('of the outcome %s has all that a report has', (outcome, shown, totalPrice) => {
	const { state, changedAt, deliveredBy, ...rest } = sampleFor({ events: ['finalOutcome'], outcomes: [outcome], campaignName: '' });

	expect([typeof state, changedAt === null, deliveredBy]).toEqual(['string', totalPrice === null, outcome === 'delivered' ? 'sms' : null]);
	expect(rest).toEqual({
		...{
			sample: true,
			event: 'finalOutcome',
			messageId: '1179038981',
			outcome,
			final: true,
			engagement: null,
			channels: shown,
			totalPrice,
		},
		...{ phone: '79000000001', clientMessageId: null, campaignName: 'Autumn sale', sentAt: '2026-12-01T07:30:00.000Z', sendAt: null },
		...{ sentBy: { workflowId: '1', workflowName: 'Form to cascade message', executionId: '100' }, data: { contactId: '42' } },
	});
});

it.each([
	[['read'], 'read', 'read'],
	[['linkOpened'], 'linkOpened', 'link'],
	[['unsubscribed'], 'unsubscribed', 'unsubscribe'],
	[['read', 'unsubscribed'], 'read', 'read'],
] as const)('of the events %j is %s, as the gateway would tell it', (events, event, word) => {
	const sample = sampleFor({ events, outcomes: ['expired'], campaignName: '' });

	expect(sample).toMatchObject({
		...{ sample: true, event, engagement: event, outcome: 'delivered', deliveredBy: 'viber', inferred: false },
		...{ changedAt: '2026-12-01T07:31:07.000Z', channels: { viber: { state: word } } },
	});
	expect(passes(sample as Report, { events, outcomes: ['expired'], campaignName: '' })).toBe(true);
});

it('is a final outcome where the trigger hears of that too', () => {
	expect(sampleFor({ events: ['finalOutcome', 'read'], outcomes: [], campaignName: '' })).toMatchObject({ event: 'finalOutcome' });
});
