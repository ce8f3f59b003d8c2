import type { FollowedMessage } from '../../../nodes/CascadeMessaging/tracking/memory/followedList';
import { FollowedList } from '../../../nodes/CascadeMessaging/tracking/memory/followedList';
import { HOUR, iso, message, START } from '../support/dataTables';

const followed = (messageId: string, changes: Partial<FollowedMessage> = {}): FollowedMessage => ({
	...message(messageId),
	...{ followedSince: iso(), known: [] },
	...changes,
});
const MINUTE = 60_000;

describe('the list of what a trigger follows', () => {
	it('begins with what it had before; all of that is due', () => {
		const list = new FollowedList([followed('1'), followed('2')]);

		expect(list.list()).toEqual([followed('1'), followed('2')]);
		expect(list.schedule.due(list.byId.keys(), START)).toEqual(['1', '2']);
	});

	it('is the same one until something changes', () => {
		const list = new FollowedList([followed('1')]);
		const before = list.list();
		list.forget('none');
		expect(list.list()).toBe(before);
		list.put(followed('1', { known: ['read'] }), 9, START);

		expect(list.list()).toEqual([followed('1', { known: ['read'] })]);
		expect(before).toEqual([followed('1')]);
	});

	it('leaves a message alone for which the gateway has just answered, by how long it is followed', () => {
		const list = new FollowedList([]);
		list.put(followed('1'), 9, START);
		list.put(followed('2'), 9, START + HOUR);

		expect(list.schedule.due(['1', '2'], START + 10 * MINUTE)).toEqual(['1']);
		expect(list.schedule.due(['2'], START + HOUR + 30 * MINUTE - 1)).toEqual([]);
		expect(list.schedule.due(['2'], START + HOUR + 30 * MINUTE)).toEqual(['2']);
	});

	it('forgets a message, and when it is due', () => {
		const list = new FollowedList([]);
		list.put(followed('1'), 9, START);
		list.forget('1');

		expect(list.list()).toEqual([]);
		expect(list.schedule.due(['1'], START)).toEqual(['1']);
	});

	it('lets the oldest go of more than it may hold, and tells of it once an hour', () => {
		const list = new FollowedList([followed('1'), followed('2')]);
		expect(list.warning(START)).toBeUndefined();
		list.put(followed('3'), 2, START);

		expect([...list.byId.keys()]).toEqual(['2', '3']);
		expect(list.warning(START)).toBe(
			'A Cascade Messaging Trigger follows too many messages in memory, so it will not report what becomes of 1 delivered message, the oldest. In the credential, choose to remember sent messages in a Data Table.',
		);
		list.put(followed('4'), 1, START);
		expect(list.warning(START + HOUR - 1)).toBeUndefined();
		expect(list.warning(START + HOUR)).toContain('2 delivered messages');
	});
});
