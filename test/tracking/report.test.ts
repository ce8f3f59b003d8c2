import { eventOf, isOfCampaign, passes, reportOf, timeoutOf } from '../../nodes/CascadeMessaging/tracking/report';
import type { TrackedMessage } from '../../nodes/CascadeMessaging/tracking/trackedMessage';

const message: TrackedMessage = {
	messageId: '42',
	phone: '79000000001',
	clientMessageId: '7',
	campaignName: 'Autumn',
	sentAt: '2026-12-01T09:00:00.000Z',
	sendAt: '2026-12-02T06:00:00.000Z',
	workflowId: 'w1',
	workflowName: 'Sending',
	executionId: '100',
	data: { contactId: 1 },
};
const known = {
	phone: '79000000001',
	clientMessageId: '7',
	campaignName: 'Autumn',
	sentAt: '2026-12-01T09:00:00.000Z',
	sendAt: '2026-12-02T06:00:00.000Z',
	sentBy: { workflowId: 'w1', workflowName: 'Sending', executionId: '100' },
	data: { contactId: 1 },
};

it('a report holds the status, and all that was known when the message was sent', () => {
	const status = {
		messageId: '42',
		outcome: 'delivered',
		final: true,
		state: 'deliver',
		changedAt: '2026-12-01T12:01:00+03:00',
		deliveredBy: 'sms',
		engagement: 'read',
		channels: { sms: { outcome: 'delivered', state: 'deliver', price: 1.7, parts: 1 } },
		totalPrice: 1.7,
	} as const;

	expect(reportOf(message, status)).toEqual({ event: 'finalOutcome', ...status, ...known });
});

it('a report of a message whose time is up says that nothing is known of its end', () => {
	expect(timeoutOf(message)).toEqual({
		event: 'finalOutcome',
		messageId: '42',
		outcome: 'timeout',
		final: true,
		state: 'send',
		changedAt: null,
		deliveredBy: null,
		engagement: null,
		channels: {},
		totalPrice: null,
		...known,
	});
});

it('a report of what the subscriber did says what and when, and whether that is inferred', () => {
	const report = timeoutOf(message);

	expect(eventOf(report, { event: 'read', at: '2026-12-01T09:01:00.000Z', inferred: true })).toEqual({
		...report,
		event: 'read',
		changedAt: '2026-12-01T09:01:00.000Z',
		inferred: true,
	});
});

describe('a trigger hears of an event', () => {
	const report = eventOf(timeoutOf(message), { event: 'read', at: '2026-12-01T09:01:00.000Z', inferred: false });

	it.each([
		['that it wants, whatever the outcomes', ['read', 'finalOutcome'], ['delivered'], '', true],
		['that it does not want', ['finalOutcome', 'linkOpened'], [], '', false],
		['of its campaign', ['read'], [], 'Autumn', true],
		['of no other campaign', ['read'], [], 'Spring', false],
	] as const)('%s', (_name, events, outcomes, campaignName, hears) => {
		expect(passes(report, { events, outcomes, campaignName })).toBe(hears);
	});

	it('and of no end where it does not want it', () => {
		expect(passes(timeoutOf(message), { events: ['read'], outcomes: [], campaignName: '' })).toBe(false);
	});
});

describe('a trigger hears of a report', () => {
	const report = timeoutOf(message);

	it.each([
		['that has any outcome and campaign, when it is set to none', [], '', true],
		['with one of its outcomes', ['delivered', 'timeout'], '', true],
		['with no other outcome', ['delivered'], '', false],
		['of its campaign', [], 'Autumn', true],
		['of no other campaign', [], 'Spring', false],
		['of its campaign only with its outcomes', ['delivered'], 'Autumn', false],
		['with its outcomes only of its campaign', ['timeout'], 'Spring', false],
	])('%s', (_name, outcomes, campaignName, hears) => {
		expect(passes(report, { events: ['finalOutcome'], outcomes, campaignName })).toBe(hears);
	});
});

it.each([
	['Autumn', 'Autumn', true],
	[' Autumn\u00a0', 'Autumn', true],
	['Autumn\u200b', 'Autumn', true],
	['Autumn', 'autumn', false],
	['Autumn sale', 'Autumn', false],
	[null, 'Autumn', false],
	[undefined, 'undefined', false],
	[null, '', true],
])('the campaign %j is %j for a trigger: %j', (campaignName, wanted, is) => {
	expect(isOfCampaign(campaignName, wanted)).toBe(is);
});
