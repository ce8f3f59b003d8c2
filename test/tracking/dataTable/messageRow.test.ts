import type { Status } from '../../../nodes/CascadeMessaging/protocol';
import {
	MESSAGE_COLUMNS,
	messageOf,
	outcomeColumns,
	reportOfRow,
	rowGoesOutAt,
	rowOf,
	SEND_AT_COLUMNS,
} from '../../../nodes/CascadeMessaging/tracking/dataTable/messageRow';
import type { TrackedMessage } from '../../../nodes/CascadeMessaging/tracking/trackedMessage';

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
const status: Status = {
	messageId: '42',
	outcome: 'delivered',
	final: true,
	state: 'deliver',
	changedAt: '2026-12-01T12:01:00+03:00',
	deliveredBy: 'sms',
	engagement: null,
	channels: { sms: { outcome: 'delivered', state: 'deliver', price: 1.7, parts: 1 } },
	totalPrice: 1.7,
};

describe('a row', () => {
	const written = rowOf('account', message, true);
	const ended = { ...written, ...outcomeColumns(status), changedAt: status.changedAt, learntAt: '2026-12-01T09:02:00.000Z' };

	it('has a column of the table for everything in it, and no other', () => {
		expect(Object.keys(ended).sort()).toEqual([...MESSAGE_COLUMNS, ...SEND_AT_COLUMNS].map(({ name }) => name).sort());
	});

	it('gives the message back, and its report', () => {
		expect(messageOf({ id: 1, ...written })).toEqual(message);
		expect(reportOfRow({ id: 1, ...ended })).toMatchObject({ ...status, data: { contactId: 1 }, campaignName: 'Autumn' });
	});

	it('without the column for it is that of a message sent at once', () => {
		const old = rowOf('account', message, false);

		expect(Object.keys(old).sort()).toEqual(
			Object.keys(rowOf('account', message, true))
				.filter((name) => name !== 'sendAt')
				.sort(),
		);
		expect(messageOf({ id: 1, ...old })).toEqual({ ...message, sendAt: null });
	});

	it.each([
		['when it was sent', { sentAt: '2026-12-01T09:00:00.000Z' }, '2026-12-01T09:00:00.000Z'],
		['when it was sent, where it was not scheduled', { sentAt: '2026-12-01T09:00:00.000Z', sendAt: null }, '2026-12-01T09:00:00.000Z'],
		['for when it is scheduled', { sentAt: '2026-12-01T09:00:00.000Z', sendAt: '2026-12-02T06:00:00.000Z' }, '2026-12-02T06:00:00.000Z'],
		[
			'when it was sent, if that is later',
			{ sentAt: '2026-12-01T09:00:40.000Z', sendAt: '2026-12-01T09:00:00.000Z' },
			'2026-12-01T09:00:40.000Z',
		],
		['nobody knows when', {}, ''],
	])('is as old as what went out %s', (_, moments, outAt) => {
		expect(rowGoesOutAt({ id: 1, ...moments })).toBe(outAt);
	});

	it('of the first version, which held the gateway’s words alone, says what they mean', () => {
		const channels = JSON.stringify({
			viber: { state: 'read', price: '1,15' },
			sms: { state: 'send', price: 0, parts: 0 },
			fax: { state: 'read' },
			vk: 'send',
			whatsapp: {},
		});
		expect(reportOfRow({ id: 1, ...ended, channels })).toMatchObject({
			engagement: 'read',
			channels: {
				viber: { outcome: 'delivered', state: 'read', price: 1.15 },
				sms: { outcome: 'notUsed', state: 'send', price: 0, parts: 0 },
				whatsapp: { outcome: 'notUsed', state: null, price: null },
			},
		});
		expect(Object.keys(reportOfRow({ id: 1, ...ended, channels }).channels as object)).toEqual(['viber', 'sms', 'whatsapp']);
		expect(reportOfRow({ id: 1, ...ended, channels }).channels).toHaveProperty('viber', {
			outcome: 'delivered',
			state: 'read',
			price: 1.15,
		});
	});

	it('tells of an overall state that says more than delivered', () => {
		expect(reportOfRow({ id: 1, ...ended, channels: '{}', state: 'unsubscribe' }).engagement).toBe('unsubscribed');
	});

	it('is in progress at first', () => {
		expect(written).toMatchObject({ account: 'account', outcome: 'inProgress', final: false });
	});

	it('has columns whose values n8n keeps as they are: moments are texts', () => {
		const types = Object.fromEntries([...MESSAGE_COLUMNS, ...SEND_AT_COLUMNS].map(({ name, type }) => [name, type]));
		const kinds = Object.entries(ended).map(([name, value]): [string, string] => [name, typeof value]);

		expect(types).toEqual(Object.fromEntries(kinds));
	});
});

describe('a row that somebody emptied by hand', () => {
	const empty = { id: 1, ...Object.fromEntries(MESSAGE_COLUMNS.map(({ name }) => [name, null])) };

	it('tells of a message of which nothing is known', () => {
		expect(messageOf(empty)).toEqual({
			messageId: '',
			phone: null,
			clientMessageId: null,
			campaignName: null,
			sentAt: '',
			sendAt: null,
			workflowId: null,
			workflowName: null,
			executionId: null,
			data: {},
		});
	});

	it('reports an unknown outcome', () => {
		expect(reportOfRow(empty)).toMatchObject({
			messageId: '',
			outcome: 'unknown',
			final: true,
			state: '',
			changedAt: null,
			deliveredBy: null,
			engagement: null,
			channels: {},
			totalPrice: null,
		});
	});

	it.each(['[1]', 'no JSON', '"text"'])('has no data when its data are %s', (data) => {
		expect(messageOf({ ...empty, data }).data).toEqual({});
	});
});
