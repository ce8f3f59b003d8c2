import { LONGEST_LIST, Mailbox, mailboxOf } from '../../../nodes/CascadeMessaging/tracking/memory/mailbox';
import type { Reader } from '../../../nodes/CascadeMessaging/tracking/memory/reader';
import type { TrackedMessage } from '../../../nodes/CascadeMessaging/tracking/trackedMessage';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const NOW = Date.parse('2026-12-01T09:00:00.000Z');

function message(messageId: string, sentAt = NOW, campaign: string | null = null, sendAt?: number): TrackedMessage {
	const unknown = { phone: null, clientMessageId: null, campaignName: campaign, workflowId: null, workflowName: null, executionId: null };
	const moments = { sentAt: isoOf(sentAt), sendAt: sendAt === undefined ? null : isoOf(sendAt) };
	return { messageId, ...moments, data: {}, ...unknown };
}

const isoOf = (moment: number): string => new Date(moment).toISOString();

type Restored = () => readonly TrackedMessage[];
const nothing: Restored = () => [];

/** A trigger comes to poll; returns its list. */
const poll = (mailbox: Mailbox, key: string, now = NOW, restored = nothing, longestPause = MINUTE): Reader =>
	mailbox.readerOf({ key, longestPause, restored }, now);
const waitingIn = (...args: Parameters<typeof poll>): string[] => [...poll(...args).waiting.keys()];

it('gives each trigger a list of its own', () => {
	const mailbox = new Mailbox();
	const one = poll(mailbox, 'one');
	poll(mailbox, 'two');
	mailbox.add([message('1'), message('2')], NOW);
	one.forget('1');

	expect(waitingIn(mailbox, 'one')).toEqual(['2']);
	expect(waitingIn(mailbox, 'two')).toEqual(['1', '2']);
	expect(poll(mailbox, 'one')).toBe(one);
});

it('gives a new trigger what it had before a restart, and what was sent lately', () => {
	const mailbox = new Mailbox();
	mailbox.add([message('new')], NOW);

	expect(waitingIn(mailbox, 'one', NOW, () => [message('old')])).toEqual(['old', 'new']);
});

it('asks for what was saved once only, since later the list itself is the truth', () => {
	const mailbox = new Mailbox();
	poll(mailbox, 'one');

	expect(waitingIn(mailbox, 'one', NOW, () => [message('old')])).toEqual([]);
});

it('keeps messages for newcomers for an hour', () => {
	const mailbox = new Mailbox();
	mailbox.add([message('1', NOW)], NOW);
	mailbox.add([message('2', NOW + 1)], NOW + 1);
	mailbox.add([message('3', NOW + HOUR)], NOW + HOUR);
	expect(waitingIn(mailbox, 'after an hour', NOW + HOUR)).toEqual(['2', '3']);
	expect(waitingIn(mailbox, 'later', NOW + HOUR + 1)).toEqual(['3']);
	expect(waitingIn(mailbox, 'much later', NOW + 2 * HOUR)).toEqual([]);
	mailbox.add([message('4', NOW + 5 * HOUR)], NOW + 5 * HOUR);

	expect(waitingIn(mailbox, 'at last', NOW + 5 * HOUR)).toEqual(['4']);
});

it('keeps what is scheduled for newcomers until an hour after it has gone out, and nothing beside it longer than that', () => {
	const mailbox = new Mailbox();
	const scheduled = (id: string, sendAt: number) => message(id, NOW, null, sendAt);
	mailbox.add([scheduled('tomorrow', NOW + 24 * HOUR), scheduled('gone by', NOW - 2 * HOUR), message('1', NOW)], NOW);
	mailbox.add([message('2', NOW + HOUR)], NOW + HOUR);
	expect(waitingIn(mailbox, 'after an hour', NOW + HOUR)).toEqual(['tomorrow', '2']);
	expect(mailbox.newest(9, () => true).map(({ messageId }) => messageId)).toEqual(['2', 'tomorrow']);
	expect(waitingIn(mailbox, 'tomorrow', NOW + 25 * HOUR - 1)).toEqual(['tomorrow']);

	expect(waitingIn(mailbox, 'too late', NOW + 25 * HOUR)).toEqual([]);
});

it('tells a trigger that comes back what it missed and has not gone out, and nothing that it has told', () => {
	const mailbox = new Mailbox();
	const one = poll(mailbox, 'one');
	mailbox.add([message('told', NOW, null, NOW + MINUTE)], NOW);
	poll(mailbox, 'one', NOW + MINUTE).forget('told');
	const gone = NOW + 3 * HOUR;
	mailbox.add([message('missed', gone, null, gone + 24 * HOUR)], gone);
	expect([...one.waiting.keys()]).toEqual([]);

	expect(waitingIn(mailbox, 'one', gone + 2 * HOUR)).toEqual(['missed']);
});

it('shows what was sent lately, the newest first, so many at most, of those that satisfy', () => {
	const mailbox = new Mailbox();
	mailbox.add([message('1', NOW, 'A'), message('2', NOW, 'B'), message('3', NOW, 'A'), message('4', NOW, 'A')], NOW);
	const ofA = ({ campaignName }: TrackedMessage): boolean => campaignName === 'A';

	expect(mailbox.newest(2, ofA).map(({ messageId }) => messageId)).toEqual(['4', '3']);
	expect(mailbox.newest(9, ofA).map(({ messageId }) => messageId)).toEqual(['4', '3', '1']);
	expect(new Mailbox().newest(9, () => true)).toEqual([]);
});

describe('a trigger that does not poll any more', () => {
	const gone = NOW + MINUTE + HOUR + 1;

	it('is no reader an hour after its next poll was due', () => {
		const mailbox = new Mailbox();
		expect(mailbox.hasReaders(NOW)).toBe(false);
		poll(mailbox, 'one');

		expect([gone - 1, gone].map((now) => mailbox.hasReaders(now))).toEqual([true, false]);
		poll(mailbox, 'two', NOW + HOUR);
		expect(mailbox.hasReaders(gone)).toBe(true);
	});

	it('gets nothing more, and is let go an hour later with a warning', () => {
		const mailbox = new Mailbox();
		const one = poll(mailbox, 'one');
		mailbox.add([message('1')], NOW);
		expect(mailbox.add([message('2', gone - 1)], gone - 1)).toEqual([]);
		expect(mailbox.add([message('3', gone)], gone)).toEqual([]);
		expect(mailbox.add([message('4', gone + HOUR)], gone + HOUR)).toEqual([]);
		expect([...one.waiting.keys()]).toEqual(['1', '2']);

		const words =
			'Cascade Messaging let go of a trigger that has not polled since 2026-12-01T09:00:00.000Z, and of its list of 2 waiting messages. Activated again, it goes on with what n8n has saved of it.';
		expect(mailbox.add([message('5', gone + HOUR + 1)], gone + HOUR + 1)).toEqual([words]);
		expect(mailbox.add([message('6', gone + HOUR + 2)], gone + HOUR + 2)).toEqual([]);
	});

	it('that comes back goes on with what was saved and what was sent lately', () => {
		const mailbox = new Mailbox();
		poll(mailbox, 'one');
		for (const now of [gone, gone + HOUR + 1, gone + HOUR + 2]) mailbox.add([message(String(now - gone), now)], now);

		const back = gone + HOUR + 3;
		expect(waitingIn(mailbox, 'one', back, () => [message('saved')])).toEqual(['saved', String(HOUR + 1), String(HOUR + 2)]);
		expect(mailbox.hasReaders(back)).toBe(true);
	});

	it('because the computer slept loses nothing: it polls a moment after it woke', () => {
		const mailbox = new Mailbox();
		const one = poll(mailbox, 'one');
		mailbox.add([message('before'), message('reported')], NOW + 1);
		const woke = NOW + 9 * HOUR;
		mailbox.add([message('after', woke)], woke);
		one.forget('reported');

		expect(waitingIn(mailbox, 'one', woke + 1)).toEqual(['before', 'after']);
		mailbox.add([message('next', woke + 2)], woke + 2);
		expect([...one.waiting.keys()]).toEqual(['before', 'after', 'next']);
	});

	it('is another one than a trigger that is set to poll seldom', () => {
		const mailbox = new Mailbox();
		poll(mailbox, 'daily', NOW, nothing, 24 * HOUR);
		for (const hours of [1, 12, 24, 25]) mailbox.add([message(String(hours), NOW + hours * HOUR)], NOW + hours * HOUR);

		expect(waitingIn(mailbox, 'daily', NOW + 25 * HOUR)).toEqual(['1', '12', '24', '25']);
	});
});

describe('too many messages', () => {
	const many = (count: number, from = 0): TrackedMessage[] => Array.from({ length: count }, (_, index) => message(String(from + index)));
	const words = (count: string): string =>
		`Too many messages wait for a Cascade Messaging Trigger in memory, so it will not report ${count}, the oldest. They are on their way all the same. In the credential, choose to remember sent messages in a Data Table.`;

	it('push out the oldest, which is told once an hour', () => {
		const mailbox = new Mailbox();
		const one = poll(mailbox, 'one');
		expect(mailbox.add(many(LONGEST_LIST), NOW)).toEqual([]);
		one.schedule.answered('0', NOW, NOW);
		expect(mailbox.add(many(1, LONGEST_LIST), NOW)).toEqual([words('1 message')]);
		expect(mailbox.add(many(2, LONGEST_LIST + 1), NOW + HOUR - 1)).toEqual([]);
		expect(mailbox.add([], NOW + HOUR)).toEqual([words('2 messages')]);
		expect(mailbox.add([], NOW + 2 * HOUR)).toEqual([]);

		expect([one.waiting.size, one.waiting.keys().next().value]).toEqual([LONGEST_LIST, '3']);
		expect(one.schedule.due(['0'], NOW)).toEqual(['0']);
	});

	it('are not kept for newcomers either', () => {
		const mailbox = new Mailbox();
		mailbox.add(many(LONGEST_LIST + 1), NOW);

		const { size } = poll(mailbox, 'one', NOW, () => [message('saved')]).waiting;
		expect([size, mailbox.newest(LONGEST_LIST + 9, () => true).at(-1)?.messageId]).toEqual([LONGEST_LIST, '1']);
		expect(mailbox.add([], NOW)).toEqual([words('1 message')]);
	});
});

it('is one for each account', () => {
	expect(mailboxOf('a')).toBe(mailboxOf('a'));
	expect(mailboxOf('a')).not.toBe(mailboxOf('b'));
});
