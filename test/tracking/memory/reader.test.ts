import { Reader } from '../../../nodes/CascadeMessaging/tracking/memory/reader';
import { message, START } from '../support/dataTables';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

const many = (count: number) => Array.from({ length: count }, (_, index) => message(String(index + 1)));
const waitingIn = (reader: Reader): string[] => [...reader.waiting.keys()];

describe('a trigger’s list', () => {
	it('begins with what it had before, and holds each message once, as it was added last', () => {
		const reader = new Reader([message('1'), message('2')]);
		reader.add([message('3'), message('1', { phone: 'new' })], 9);

		expect(waitingIn(reader)).toEqual(['1', '2', '3']);
		expect(reader.waiting.get('1')).toEqual(message('1', { phone: 'new' }));
	});

	it('lets the oldest go of more than it may hold, and when they are due', () => {
		const reader = new Reader([]);
		reader.schedule.answered('1', START, START);
		reader.schedule.answered('2', START, START);
		reader.add(many(3), 2);

		expect(waitingIn(reader)).toEqual(['2', '3']);
		expect(reader.schedule.due(['1', '2'], START)).toEqual(['1']);
	});

	it('forgets a message, and when it is due', () => {
		const reader = new Reader(many(2));
		for (const id of ['1', '2']) reader.schedule.answered(id, START, START);
		reader.forget('1');

		expect(waitingIn(reader)).toEqual(['2']);
		expect(reader.schedule.due(['1', '2'], START)).toEqual(['1']);
	});
});

describe('too many messages', () => {
	const words = (count: string): string =>
		`Too many messages wait for a Cascade Messaging Trigger in memory, so it will not report ${count}, the oldest. They are on their way all the same. In the credential, choose to remember sent messages in a Data Table.`;

	it('are told of, with how many went since the last time, once an hour', () => {
		const reader = new Reader([]);
		reader.add(many(2), 2);
		expect(reader.warning(START)).toBeUndefined();
		reader.add([message('3')], 2);
		expect(reader.warning(START)).toBe(words('1 message'));
		expect(reader.warning(START + HOUR)).toBeUndefined();
		reader.add([message('4'), message('5')], 2);

		expect(reader.warning(START + HOUR - 1)).toBeUndefined();
		expect(reader.warning(START + HOUR)).toBe(words('2 messages'));
	});
});

describe('a trigger', () => {
	it('is silent when it should have polled an hour ago, by its longest pause', () => {
		const reader = new Reader([]);
		expect(reader.isSilent(HOUR)).toBe(false);
		reader.polls(START, 5 * MINUTE);

		expect(reader.polledAt).toBe(START);
		expect([0, 1].map((late) => reader.isSilent(START + 5 * MINUTE + HOUR + late))).toEqual([false, true]);
	});

	it('seems gone until it polls again', () => {
		const reader = new Reader([]);
		expect(reader.isGone).toBe(false);
		reader.goneSince = START;
		expect(reader.isGone).toBe(true);
		reader.polls(START, MINUTE);

		expect(reader.isGone).toBe(false);
	});
});
