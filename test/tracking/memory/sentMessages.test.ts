import { mailboxOf } from '../../../nodes/CascadeMessaging/tracking/memory/mailbox';
import { findSent, keepForReplies, rememberSent, SentMessages } from '../../../nodes/CascadeMessaging/tracking/memory/sentMessages';
import { HOUR, iso, message, START } from '../support/dataTables';

const WEEK = 7 * 24 * HOUR;
const many = (count: number, first = 0) => Array.from({ length: count }, (_, index) => message(String(first + index)));

describe('SentMessages', () => {
	it('finds what was sent, for a week', () => {
		const sent = new SentMessages();
		sent.add([message('1'), message('2', { sentAt: iso(HOUR) })], START);
		expect(sent.find('1', START + WEEK - 1)).toEqual(message('1'));
		expect(sent.find('1', START + WEEK)).toBeUndefined();
		expect(sent.find('2', START + WEEK)).toMatchObject({ messageId: '2' });
		expect(sent.find('3', START)).toBeUndefined();
	});

	it('finds what is scheduled for a week after it has gone out', () => {
		const sent = new SentMessages();
		sent.add([message('1', { sendAt: iso(10 * WEEK) })], START);
		sent.add([message('2', { sentAt: iso(1) })], START + 1);
		expect(sent.find('1', START + 11 * WEEK - 1)).toMatchObject({ messageId: '1' });
		expect(sent.find('1', START + 11 * WEEK)).toBeUndefined();
	});

	it('lets old ones go that were sent after one that is scheduled', () => {
		const sent = new SentMessages();
		sent.add([message('scheduled', { sendAt: iso(10 * WEEK) }), message('old')], START);
		sent.add([message('new', { sentAt: iso(WEEK) })], START + WEEK);
		expect(['scheduled', 'old', 'new'].map((id) => sent.find(id, START)?.messageId)).toEqual(['scheduled', undefined, 'new']);
	});

	it('keeps the newest 100,000', () => {
		const sent = new SentMessages();
		sent.add(many(100_000), START);
		expect(sent.find('0', START)).toBeDefined();
		sent.add(many(2, 100_000), START);
		expect(['0', '1', '2', '100001'].map((id) => sent.find(id, START)?.messageId)).toEqual([undefined, undefined, '2', '100001']);
	});

	it('a message that is handed over again counts as new, with what is said of it now', () => {
		const sent = new SentMessages();
		sent.add(many(100_000), START);
		sent.add([message('0', { data: { again: true } })], START);
		sent.add(many(1, 100_000), START);
		expect(['0', '1'].map((id) => sent.find(id, START)?.data)).toEqual([{ again: true }, undefined]);
	});

	it('lets old ones go when new ones come', () => {
		const sent = new SentMessages();
		sent.add([message('old')], START);
		sent.add([message('new', { sentAt: iso(WEEK) })], START + WEEK);
		// Were it still there, an earlier moment would find it.
		expect(sent.find('old', START)).toBeUndefined();
	});
});

describe('an account', () => {
	it('keeps nothing until somebody waits for replies, or one comes', () => {
		rememberSent('nobody', [message('1')], START);
		expect(findSent('nobody', '1', START)).toBeUndefined();
		rememberSent('nobody', [message('2')], START);
		expect(findSent('nobody', '2', START)).toEqual(message('2'));
	});

	it('then keeps what is sent, and finds it', () => {
		keepForReplies('ours', START);
		rememberSent('ours', [message('1')], START);
		rememberSent('theirs', [message('2')], START);
		keepForReplies('ours', START);
		expect([findSent('ours', '1', START)?.messageId, findSent('ours', '2', START)]).toEqual(['1', undefined]);
	});

	it('begins with what its mailbox remembers, the oldest of it first to go', () => {
		mailboxOf('late').add([message('1'), message('2')], START);
		keepForReplies('late', START);
		rememberSent('late', many(99_999, 10), START);
		expect([findSent('late', '1', START), findSent('late', '2', START)?.messageId]).toEqual([undefined, '2']);
	});
});
