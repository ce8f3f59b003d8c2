import type { IDataObject } from 'n8n-workflow';

/** What the trigger shows in a test when there is no real message at hand. */
export const SAMPLE: IDataObject = {
	messageId: '1179038981',
	outcome: 'delivered',
	final: true,
	state: 'deliver',
	changedAt: '2026-12-01T10:31:07+03:00',
	deliveredBy: 'sms',
	engagement: null,
	channels: {
		viber: { outcome: 'expired', state: 'expired', price: 0 },
		sms: { outcome: 'delivered', state: 'deliver', price: 3.4, parts: 2 },
	},
	totalPrice: 3.4,
	phone: '79000000001',
	clientMessageId: null,
	campaignName: 'Autumn sale',
	sentAt: '2026-12-01T07:30:00.000Z',
	sentBy: { workflowId: '1', workflowName: 'Form to cascade message', executionId: '100' },
	data: { contactId: '42' },
};
