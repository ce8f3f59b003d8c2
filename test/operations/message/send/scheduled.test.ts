import type { SendFailure } from '../../../../nodes/CascadeMessaging/operations/message/send/failure';
import { momentOut, sendAtOf, tellingSendAt } from '../../../../nodes/CascadeMessaging/operations/message/send/scheduled';
import type { Content } from '../../../../nodes/CascadeMessaging/protocol';

const now: Content = { cascade: ['sms'], channels: { sms: { text: 'Hi' } } };
const later: Content = { ...now, sendAt: '2026-07-01 10:30' };
const failed = (outcome: SendFailure['outcome']) => ({ item: 0, failure: { code: 'timedOut', outcome, message: 'x' } as const });

it.each([
	[now, 'Europe/Moscow', null],
	[later, 'Europe/Moscow', '2026-07-01T10:30:00+03:00'],
	[later, 'Europe/Berlin', '2026-07-01T10:30:00+02:00'],
])('a message of %j in %s goes out at %s', (content, timeZone, sendAt) => {
	expect(sendAtOf(content, timeZone)).toBe(sendAt);
});

it('a failure says when its message goes out if it may have been sent, and is scheduled', () => {
	const unknown = failed('unknown');
	expect(tellingSendAt(unknown, later, 'UTC')).toEqual({ item: 0, failure: { ...unknown.failure, sendAt: '2026-07-01T10:30:00+00:00' } });
	for (const line of [failed('notSent'), failed('refused'), { item: 0, json: { accepted: true } }]) {
		expect(tellingSendAt(line, later, 'UTC')).toBe(line);
	}
	expect(tellingSendAt(unknown, now, 'UTC')).toBe(unknown);
});

it.each([
	[{ sendAt: '2026-07-01T10:30:00+03:00' }, Date.UTC(2026, 6, 1, 7, 30)],
	[{ sendAt: null }, undefined],
	[{}, undefined],
])('the line of %j goes out at %s', (json, moment) => {
	expect(momentOut({ item: 0, json })).toBe(moment);
});
