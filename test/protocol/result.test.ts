import type { AcceptedAnswer, RefusedAnswer } from '../../nodes/CascadeMessaging/protocol/answers';
import type { Recipient } from '../../nodes/CascadeMessaging/protocol/message';
import type { Result } from '../../nodes/CascadeMessaging/protocol/result';
import { declinedBy, resultOf } from '../../nodes/CascadeMessaging/protocol/result';
import { sms, TO } from './support/check';

const content = sms('Hi');
const NUMBERED: Recipient = { ...TO, clientMessageId: '42' };
const accepted = (given: Partial<AcceptedAnswer> = {}): AcceptedAnswer => ({
	accepted: true,
	messageId: '501',
	parts: 1,
	channelIds: {},
	raw: null,
	...given,
});
const refused = (reason: string | null, given: Partial<RefusedAnswer> = {}): RefusedAnswer => ({
	accepted: false,
	reason,
	raw: null,
	...given,
});
const result = (recipient: Recipient, answer: AcceptedAnswer | RefusedAnswer | undefined): Result =>
	resultOf({ recipient, content }, answer);

const REPEAT = 'Данное сообщение уже было отправлено';

describe('the result of a recipient', () => {
	it('is that the message was accepted', () => {
		const answer = accepted();
		expect(result(TO, answer)).toEqual({ recipient: TO, content, outcome: 'accepted', answer });
	});

	it('is a refusal in the words of the gateway, with the reason where it is known', () => {
		const unknown = refused('Not today');
		expect(result(TO, unknown)).toEqual({ recipient: TO, content, outcome: 'refused', reason: 'Not today', answer: unknown });
		const known = refused('Номер в стоп-листе');
		expect(result(TO, known)).toEqual({
			recipient: TO,
			content,
			outcome: 'refused',
			reason: 'Номер в стоп-листе',
			known: 'stopList',
			answer: known,
		});
	});

	it('is open without an answer', () => {
		expect(result(TO, undefined)).toEqual({
			recipient: TO,
			content,
			outcome: 'unanswered',
			reason: 'The gateway did not answer for this recipient.',
		});
	});

	it.each([
		['neither an ID nor a reason', refused(null), 'The gateway gave neither an ID nor a reason.'],
		['an ID in an answer that broke off', refused(null, { messageId: '501' }), 'The answer broke off before it was clear.'],
	])('is open with %s', (_, answer, reason) => {
		expect(result(TO, answer)).toEqual({ recipient: TO, content, outcome: 'unanswered', reason, answer });
	});

	it.each([accepted({ clientMessageId: '43' }), refused('No', { clientMessageId: '43' })])(
		'is open with the client number of somebody else',
		(answer) => {
			const reason = 'The gateway answered with client message ID 43 instead of 42.';
			expect(result(NUMBERED, answer)).toEqual({ recipient: NUMBERED, content, outcome: 'unanswered', reason, answer });
		},
	);

	it.each([
		['none was sent', TO, '43'],
		['none came back', NUMBERED, undefined],
		['it is the same', NUMBERED, '42'],
	])('is not open for its client number where %s', (_, recipient, clientMessageId) => {
		expect(result(recipient, accepted({ ...(clientMessageId !== undefined && { clientMessageId }) })).outcome).toBe('accepted');
	});

	it('is a repeat only where a client number was sent', () => {
		expect(result(NUMBERED, refused(REPEAT))).toMatchObject({ outcome: 'repeat', reason: REPEAT, known: 'repeat' });
		expect(result(TO, refused(REPEAT))).toMatchObject({ outcome: 'refused', reason: REPEAT, known: 'repeat' });
	});
});

describe('words of refusal', () => {
	it.each([
		['Not today', true, { outcome: 'refused', reason: 'Not today' }],
		['Номер в стоп-листе', true, { outcome: 'refused', reason: 'Номер в стоп-листе', known: 'stopList' }],
		[
			'Недостаточно средств. SMS уйдет позже',
			false,
			{ outcome: 'queued', reason: 'Недостаточно средств. SMS уйдет позже', known: 'queuedUntilTopUp' },
		],
		[REPEAT, true, { outcome: 'repeat', reason: REPEAT, known: 'repeat' }],
		[REPEAT, false, { outcome: 'refused', reason: REPEAT, known: 'repeat' }],
	])('%j (a repeat is possible: %s) mean %j', (reason, mayBeRepeat, declined) => {
		expect(declinedBy(reason, mayBeRepeat)).toEqual(declined);
	});
});
