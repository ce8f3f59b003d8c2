import { statusLine } from '../../../../nodes/CascadeMessaging/operations/message/getStatus/statusLine';
import { recentIds } from '../../../../nodes/CascadeMessaging/tracking/recentIds';
import type { Account } from '../../../../nodes/CascadeMessaging/transport/account';
import type { StateReply } from '../../../../nodes/CascadeMessaging/transport/stateReply';

const account = { key: 'status-line', timeZone: 'UTC' } as Account;
const asked = { item: 3, messageId: '501' };
const inState = (state: string): StateReply => ({
	record: { messageId: '501', state, changedAt: '2026-12-01 10:00:00', channels: { sms: { state, price: 3.4 } } },
});
const UNKNOWN_ID = 'Сообщение с таким ID не принималось';

it('is what became of the message', () => {
	expect(statusLine(asked, inState('deliver'), { account, isSplit: false })).toEqual({
		item: 3,
		json: {
			...{ messageId: '501', outcome: 'delivered', final: true, state: 'deliver', changedAt: '2026-12-01T10:00:00+00:00' },
			...{
				deliveredBy: 'sms',
				engagement: null,
				totalPrice: 3.4,
				channels: { sms: { outcome: 'delivered', state: 'deliver', price: 3.4 } },
			},
		},
	});
});

it.each([
	['deliver', 0],
	['not_deliver', 1],
	['send', 3],
])('split, %s comes out of output %d', (state, output) => {
	expect(statusLine(asked, inState(state), { account, isSplit: true })).toMatchObject({ output });
});

it('an ID that was given a moment ago is not unknown for good', () => {
	const known = { ...account, key: 'status-line-2' };
	expect(statusLine(asked, inState(UNKNOWN_ID), { account: known, isSplit: true })).toMatchObject({
		json: { outcome: 'unknown', final: true },
		output: 2,
	});
	recentIds.remember(known.key, ['501'], Date.now());
	expect(statusLine(asked, inState(UNKNOWN_ID), { account: known, isSplit: true })).toMatchObject({
		json: { outcome: 'inProgress', final: false },
		output: 3,
	});
});

it('says why the status is not known', () => {
	expect(
		statusLine(asked, { trouble: { code: 'refusedByGateway', message: 'No.', reason: 'access' } }, { account, isSplit: true }),
	).toEqual({
		item: 3,
		failure: { code: 'refusedByGateway', reason: 'access', message: 'The status of message 501 is not known. No.', messageId: '501' },
	});
	expect(statusLine(asked, undefined, { account, isSplit: true })).toEqual({
		item: 3,
		failure: {
			code: 'notAnswered',
			message: 'The status of message 501 is not known. The gateway did not answer for this message.',
			messageId: '501',
		},
	});
});
