import fc from 'fast-check';

import type { AcceptedAnswer, MessageAnswer, RecipientAnswer } from '../../nodes/CascadeMessaging/protocol/answers';
import { areInPlace, assign } from '../../nodes/CascadeMessaging/protocol/assigning';
import { matchAnswers } from '../../nodes/CascadeMessaging/protocol/matching';
import type { Content, Message, Recipient } from '../../nodes/CascadeMessaging/protocol/message';
import { RUNS } from './support/runs';

const content: Content = { cascade: ['sms'], channels: { sms: { text: 'Hi' } } };
const accepted = (messageId: string, who: Partial<Recipient>): AcceptedAnswer => ({
	accepted: true,
	messageId,
	parts: null,
	channelIds: {},
	raw: null,
	...who,
});

/** Few phones and numbers, so that they often meet. */
const phone = fc.constantFrom('79000000001', '79000000002', '79000000003');
const clientMessageId = fc.constantFrom('1', '2', '3', '4');
const numbered = { selector: (one: Partial<Recipient>) => one.clientMessageId ?? one, maxLength: 6 };

const recipients = fc.uniqueArray(fc.record({ phone, clientMessageId }, { requiredKeys: ['phone'] }), numbered);
const messages: fc.Arbitrary<Message[]> = fc.array(
	recipients.map((all) => ({ content, recipients: all })),
	{ minLength: 1, maxLength: 3 },
);

const recipientAnswer: fc.Arbitrary<RecipientAnswer> = fc.record({ phone, clientMessageId }, { requiredKeys: [] }).chain((who) =>
	fc
		.constantFrom<RecipientAnswer>(accepted('501', who), {
			accepted: false,
			reason: 'Stop list',
			raw: null,
			...who,
		})
		.map((one) => ({ ...one })),
);
const messageAnswer: fc.Arbitrary<MessageAnswer> = fc.oneof(
	{ weight: 5, arbitrary: fc.array(recipientAnswer, { maxLength: 6 }).map((all) => ({ recipients: all })) },
	{ weight: 1, arbitrary: fc.constant({ refused: 'No channel' }) },
);

/** The answers to several messages, each accepted recipient with an ID of its own. */
const messageAnswers = fc.array(messageAnswer, { maxLength: 4 }).map((all) => {
	let next = 500;
	return all.map((one): MessageAnswer =>
		'refused' in one ? one : { recipients: one.recipients.map((each) => (each.accepted ? { ...each, messageId: String(++next) } : each)) },
	);
});

it('every recipient gets one result, in order, and no answer is lost or used twice', () => {
	fc.assert(
		fc.property(messages, messageAnswers, (sent, answered) => {
			const { results, strays } = matchAnswers(sent, { messages: answered });
			expect(results.map(({ recipient }) => recipient)).toEqual(sent.flatMap((message) => message.recipients));
			const used = [...results.flatMap(({ answer }) => answer ?? []), ...strays];
			const given = answered.flatMap((one) => ('recipients' in one ? one.recipients : []));
			expect(used).toHaveLength(given.length);
			expect(new Set(used)).toEqual(new Set(given));
			expect(new Set(used).size).toBe(given.length);
		}),
		RUNS,
	);
});

it('no recipient is accepted on an answer that names somebody else', () => {
	fc.assert(
		fc.property(messages, messageAnswers, (sent, answered) => {
			for (const { outcome, recipient, answer } of matchAnswers(sent, { messages: answered }).results) {
				if (outcome === 'unanswered' || answer === undefined) continue;
				const wanted = recipient.clientMessageId !== undefined && answer.clientMessageId !== undefined ? 'clientMessageId' : 'phone';
				expect([undefined, recipient[wanted]]).toContain(answer[wanted]);
			}
		}),
		RUNS,
	);
});

/**
 * A message and the true answers to it: each names its recipient. A phone either has numbers or has none: where both meet,
 * an answer without a number may be either's.
 */
const recipientOfIts = fc.oneof(
	fc.record({ phone }),
	fc.record({
		phone: fc.constantFrom('79000000004', '79000000005'),
		clientMessageId: fc.stringMatching(/^[1-9]\d{0,5}$/),
	}),
);
const answeredMessage = fc.uniqueArray<Recipient, unknown>(recipientOfIts, { ...numbered, minLength: 1, maxLength: 8 }).map((all) => ({
	message: { content, recipients: all },
	answers: all.map((one, index) => accepted(String(index), one)),
}));

const keyOf = (who: Partial<Recipient>): string => who.clientMessageId ?? `phone ${who.phone ?? ''}`;

it('true answers reach their recipients, however they are shuffled', () => {
	const shuffled = answeredMessage.chain(({ message, answers }) =>
		fc.shuffledSubarray(answers, { minLength: answers.length }).map((order) => ({ message, order })),
	);
	fc.assert(
		fc.property(shuffled, ({ message, order }) => {
			const { results, strays } = matchAnswers([message], { messages: [{ recipients: order }] });
			expect(strays).toEqual([]);
			expect(results.every(({ outcome }) => outcome === 'accepted')).toBe(true);
			expect(results.map(({ answer }) => keyOf(answer ?? {}))).toEqual(message.recipients.map(keyOf));
		}),
		RUNS,
	);
});

it('where true answers are missing or come twice, the others still reach their recipients', () => {
	const perturbed = answeredMessage.chain(({ message, answers }) =>
		fc.tuple(fc.shuffledSubarray(answers), fc.subarray(answers)).map(([kept, doubled]) => ({
			message,
			given: [...kept, ...doubled.filter((one) => kept.includes(one)).map((one) => ({ ...one }))],
		})),
	);
	fc.assert(
		fc.property(perturbed, ({ message, given }) => {
			const { results, strays } = matchAnswers([message], { messages: [{ recipients: given }] });
			const count = (all: readonly Partial<Recipient>[], key: string): number => all.filter((one) => keyOf(one) === key).length;
			const winners = results.filter(({ outcome }) => outcome === 'accepted');
			expect(winners.map(({ answer }) => keyOf(answer ?? {}))).toEqual(winners.map(({ recipient }) => keyOf(recipient)));
			for (const key of new Set(message.recipients.map(keyOf))) {
				const waiting = count(message.recipients, key);
				expect(
					count(
						winners.map(({ recipient }) => recipient),
						key,
					),
				).toBe(Math.min(waiting, count(given, key)));
			}
			const said = [...results.flatMap(({ answer }) => answer ?? []), ...strays];
			expect(new Set(said.map(({ messageId }) => messageId))).toEqual(new Set(given.map(({ messageId }) => messageId)));
		}),
		RUNS,
	);
});

it('answers that stand in the places of their recipients would be assigned to just these', () => {
	const any = fc.array(fc.record({ phone, clientMessageId }, { requiredKeys: ['phone'] }), { maxLength: 5 });
	const changed = fc.option(fc.tuple(fc.nat(4), fc.record({ phone, clientMessageId }, { requiredKeys: [] })), { nil: undefined });
	const shared = fc.uniqueArray(phone, { maxLength: 2 }).map((phones) => new Set(phones));
	let seen = 0;
	fc.assert(
		fc.property(any, changed, shared, fc.boolean(), (to, change, doubted, isOrdered) => {
			const answers = to.map((who, index) => accepted(String(index), change?.[0] === index ? change[1] : who));
			const doubts = { shared: doubted, isOrdered };
			if (!areInPlace(to, answers, doubts)) return;
			seen++;
			expect(assign(to, answers, doubts)).toEqual(answers);
		}),
		RUNS,
	);
	expect(seen).toBeGreaterThan(0);
});
