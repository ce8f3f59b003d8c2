import { Mailbox, mailboxOf } from '../../../nodes/CascadeMessaging/tracking/memory/mailbox';
import type { TrackedMessage } from '../../../nodes/CascadeMessaging/tracking/trackedMessage';

const HOUR = 3_600_000;
const NOW = Date.parse('2026-12-01T09:00:00.000Z');

function message(messageId: string, sentAt = NOW): TrackedMessage {
	const unknown = { phone: null, clientMessageId: null, campaignName: null, workflowId: null, workflowName: null, executionId: null };
	return { messageId, sentAt: new Date(sentAt).toISOString(), data: {}, ...unknown };
}

const nothing = () => [];
const waitingIn = (mailbox: Mailbox, reader: string, restored: () => readonly TrackedMessage[] = nothing, now = NOW): string[] => [
	...mailbox.readerOf(reader, restored, now).waiting.keys(),
];

it('gives each trigger a list of its own', () => {
	const mailbox = new Mailbox();
	const one = mailbox.readerOf('one', nothing, NOW);
	mailbox.readerOf('two', nothing, NOW);
	mailbox.add([message('1'), message('2')], NOW);
	one.waiting.delete('1');

	expect(waitingIn(mailbox, 'one')).toEqual(['2']);
	expect(waitingIn(mailbox, 'two')).toEqual(['1', '2']);
	expect(mailbox.readerOf('one', nothing, NOW)).toBe(one);
});

it('gives a new trigger what it had before a restart, and what was sent lately', () => {
	const mailbox = new Mailbox();
	mailbox.add([message('new')], NOW);

	expect(waitingIn(mailbox, 'one', () => [message('old')])).toEqual(['old', 'new']);
});

it('asks for what was saved once only, since later the list itself is the truth', () => {
	const mailbox = new Mailbox();
	mailbox.readerOf('one', nothing, NOW);

	expect(waitingIn(mailbox, 'one', () => [message('old')])).toEqual([]);
});

it('keeps messages for newcomers for an hour', () => {
	const mailbox = new Mailbox();
	mailbox.add([message('1', NOW)], NOW);
	mailbox.add([message('2', NOW + 1)], NOW + 1);
	mailbox.add([message('3', NOW + HOUR)], NOW + HOUR);
	expect(waitingIn(mailbox, 'after an hour', nothing, NOW + HOUR)).toEqual(['2', '3']);
	expect(waitingIn(mailbox, 'later', nothing, NOW + HOUR + 1)).toEqual(['3']);
	expect(waitingIn(mailbox, 'much later', nothing, NOW + 2 * HOUR)).toEqual([]);
	mailbox.add([message('4', NOW + 5 * HOUR)], NOW + 5 * HOUR);

	expect(waitingIn(mailbox, 'at last', nothing, NOW + 5 * HOUR)).toEqual(['4']);
});

it('knows the message that was sent last, and whether anybody reads', () => {
	const mailbox = new Mailbox();
	expect([mailbox.last, mailbox.hasReaders]).toEqual([undefined, false]);
	mailbox.add([message('1'), message('2')], NOW);
	mailbox.readerOf('one', nothing, NOW);

	expect([mailbox.last?.messageId, mailbox.hasReaders]).toEqual(['2', true]);
});

it('is one for each account', () => {
	expect(mailboxOf('a')).toBe(mailboxOf('a'));
	expect(mailboxOf('a')).not.toBe(mailboxOf('b'));
});
