import type { IDataObject } from 'n8n-workflow';

import type { StateRecord } from '../protocol';
import { statusOf } from '../protocol';
import type { Filter } from './report';
import { reportOf, timeoutOf } from './report';
import type { TrackedMessage } from './trackedMessage';

const MESSAGE: TrackedMessage = {
	messageId: '1179038981',
	phone: '79000000001',
	clientMessageId: null,
	campaignName: 'Autumn sale',
	sentAt: '2026-12-01T07:30:00.000Z',
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

const CHANGED_AT = '2026-12-01 10:31:07';

/** What the trigger shows in a test when no real message is at hand that fits: an invented one that does, marked as a sample. */
export function sampleFor({ outcomes, campaignName }: Filter): IDataObject {
	const message = campaignName === '' ? MESSAGE : { ...MESSAGE, campaignName };
	const [outcome = 'delivered'] = outcomes;
	if (outcome === 'timeout') return { sample: true, ...timeoutOf(message) };
	const invented = (Object.hasOwn(STATES, outcome) ? STATES[outcome] : undefined) ?? DELIVERED;
	const changedAt = outcome === 'unknown' ? null : CHANGED_AT;
	return { sample: true, ...reportOf(message, statusOf({ messageId: MESSAGE.messageId, changedAt, ...invented }, 'Europe/Moscow')) };
}
