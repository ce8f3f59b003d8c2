import type { IDataObject } from 'n8n-workflow';

import type { Engagement, StateRecord } from '../protocol';
import { ENGAGEMENTS, statusOf } from '../protocol';
import { signsIn } from './following';
import type { Filter } from './report';
import { eventOf, reportOf, timeoutOf } from './report';
import type { TrackedMessage } from './trackedMessage';

const MESSAGE: TrackedMessage = {
	messageId: '1179038981',
	phone: '79000000001',
	clientMessageId: null,
	campaignName: 'Autumn sale',
	sentAt: '2026-12-01T07:30:00.000Z',
	sendAt: null,
	workflowId: '1',
	workflowName: 'Form to cascade message',
	executionId: '100',
	data: { contactId: '42' },
};

type Invented = Pick<StateRecord, 'state' | 'channels'>;

const DELIVERED: Invented = {
	state: 'deliver',
	channels: { viber: { state: 'expired', price: 0 }, sms: { state: 'deliver', price: 3.4, parts: 2 } },
};

/** What a gateway would say of a message with each outcome. */
const STATES: Readonly<Record<string, Invented>> = {
	delivered: DELIVERED,
	notDelivered: {
		state: 'not_deliver',
		channels: { viber: { state: 'not_deliver', price: 0 }, sms: { state: 'not_deliver', price: 3.4, parts: 2 } },
	},
	expired: { state: 'expired', channels: { viber: { state: 'expired', price: 0 }, sms: { state: 'expired', price: 3.4, parts: 2 } } },
	noReceipt: {
		state: 'partly_deliver',
		channels: { viber: { state: 'expired', price: 0 }, sms: { state: 'partly_deliver', price: 3.4, parts: 2 } },
	},
	unknown: { state: 'Сообщение с таким ID не принималось', channels: {} },
};

/** What a gateway would say of the channel for each thing a subscriber does. */
const WORDS: Readonly<Record<Engagement, string>> = { read: 'read', linkOpened: 'link', unsubscribed: 'unsubscribe' };

const CHANGED_AT = '2026-12-01 10:31:07';

/** What the trigger shows in a test when no real message is at hand that fits: an invented one that does, marked as a sample. */
export function sampleFor({ events, outcomes, campaignName }: Filter): IDataObject {
	const message = campaignName === '' ? MESSAGE : { ...MESSAGE, campaignName };
	const engagement = events.includes('finalOutcome') ? undefined : ENGAGEMENTS.find((one) => events.includes(one));
	if (engagement !== undefined) return { sample: true, ...eventSample(message, engagement) };
	const [outcome = 'delivered'] = outcomes;
	if (outcome === 'timeout') return { sample: true, ...timeoutOf(message) };
	const invented = (Object.hasOwn(STATES, outcome) ? STATES[outcome] : undefined) ?? DELIVERED;
	const changedAt = outcome === 'unknown' ? null : CHANGED_AT;
	return { sample: true, ...reportOf(message, statusOf({ messageId: MESSAGE.messageId, changedAt, ...invented }, 'Europe/Moscow')) };
}

function eventSample(message: TrackedMessage, engagement: Engagement): IDataObject {
	const invented: Invented = { state: 'deliver', channels: { viber: { state: WORDS[engagement], price: 1.15 } } };
	const status = statusOf({ messageId: message.messageId, changedAt: CHANGED_AT, ...invented }, 'Europe/Moscow');
	const sign = signsIn(status, [], 0).find(({ event }) => event === engagement);
	return sign === undefined ? reportOf(message, status) : eventOf(reportOf(message, status), sign);
}
