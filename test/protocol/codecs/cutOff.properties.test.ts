import fc from 'fast-check';

import type { RecipientAnswer, SendAnswer } from '../../../nodes/CascadeMessaging/protocol/answers';
import { PROTOCOLS } from '../../../nodes/CascadeMessaging/protocol/codecs';
import { matchAnswers } from '../../../nodes/CascadeMessaging/protocol/matching';
import { sms } from '../support/check';
import { protocolErrorOf } from '../support/protocolError';
import { recipientsOf } from '../support/recipients';
import { RUNS } from '../support/runs';
import type { Sent } from '../support/validAnswers';
import { anyNaming, anySent, anyWarnings, jsonAnswerTo, xmlAnswerTo } from '../support/validAnswers';

const { json, xml, get } = PROTOCOLS;

/** What is read of an answer; `undefined` when it is none. */
function tryDecode(decode: () => SendAnswer): SendAnswer | undefined {
	let answer: SendAnswer | undefined;
	protocolErrorOf(() => {
		answer = decode();
	});
	return answer;
}

/** What an answer says of a recipient, without the part of it as it came, which has other words in other protocols. */
const said = (one: RecipientAnswer | undefined): unknown => one && { ...one, raw: undefined };

/** Of a recipient that is cut itself only the ID is told, and not that it was accepted. */
const isUnsure = (one: RecipientAnswer): boolean => !one.accepted && one.reason === null;

/** An ID that stands inside another field of a recipient: gateways do not do that, and it is not looked for. */
const INSIDE = '9';

/** A valid answer, with what it answers, and where it is cut. */
const answered = (answerTo: typeof jsonAnswerTo): fc.Arbitrary<{ sent: Sent; whole: string; cut: string }> =>
	fc
		.tuple(anySent, anyNaming, anyWarnings)
		.chain(([sent, naming, warnings]) => answerTo(sent, naming).map((text) => ({ sent, whole: warnings + text })))
		.chain(({ sent, whole }) => fc.nat(whole.length - 1).map((end) => ({ sent, whole, cut: whole.slice(0, end) })));

describe.each([
	['JSON', json, jsonAnswerTo],
	['XML', xml, xmlAnswerTo],
] as const)('of an answer in %s that is cut off anywhere', (_, codec, answerTo) => {
	it('whatever is read was said: in its place, with the same ID, phone, number and outcome', () => {
		let read = 0;
		fc.assert(
			fc.property(answered(answerTo), ({ whole, cut }) => {
				const all = codec.decodeSend(whole);
				const part = tryDecode(() => codec.decodeSend(cut));
				if (part === undefined) return;
				if ('refused' in part || 'refused' in all) throw new Error('Nothing was refused as a whole.');
				part.messages.forEach((message, index) => {
					const original = all.messages[index];
					if ('refused' in message) expect(message).toEqual(original);
					else
						message.recipients.forEach((one, place) => {
							read++;
							const wanted = recipientsOf(all)[index]?.[place];
							if (isUnsure(one)) expect([wanted?.messageId, INSIDE]).toContain(one.messageId);
							else expect(said(one)).toEqual(said(wanted));
						});
				});
			}),
			RUNS,
		);
		expect(read).toBeGreaterThan(RUNS.numRuns / 2);
	});

	it('nobody is accepted with another ID than the whole gives, nor anybody whom the whole refuses', () => {
		let accepted = 0;
		fc.assert(
			fc.property(answered(answerTo), ({ sent: { messages }, whole, cut }) => {
				const part = tryDecode(() => codec.decodeSend(cut));
				if (part === undefined) return;
				const all = matchAnswers(messages, codec.decodeSend(whole)).results;
				matchAnswers(messages, part).results.forEach((result, index) => {
					if (result.outcome === 'unanswered') return;
					expect(result.outcome).toBe(all[index]?.outcome);
					expect(result.answer?.messageId).toBe(all[index]?.answer?.messageId);
					if (result.outcome === 'accepted') accepted++;
				});
			}),
			RUNS,
		);
		expect(accepted).toBeGreaterThan(RUNS.numRuns / 5);
	});
});

describe('of message IDs in plain text that are cut off anywhere', () => {
	/** IDs of any length; among refusals of six digits and more, since fewer could belong to the words. */
	const idList = fc.tuple(fc.array(fc.stringMatching(/^[1-9]\d{0,11}$/), { minLength: 1, maxLength: 5 }), fc.constantFrom(',', ', '));
	const longId = fc.stringMatching(/^[1-9]\d{5,11}$/);
	const refusal = fc.constantFrom('error: stop list', 'Error:no money, 0 rub', 'error: x');
	const mixedList = fc.tuple(fc.array(fc.oneof(longId, longId, refusal), { minLength: 1, maxLength: 5 }), fc.constant(','));
	const listed = fc
		.tuple(fc.oneof(idList, mixedList), anyWarnings)
		.map(([[parts, comma], warnings]) => ({ parts, warnings, whole: warnings + parts.join(comma) }))
		.chain((one) => fc.nat(one.whole.length - 1).map((end) => ({ ...one, cut: one.whole.slice(0, end) })));

	/** The IDs that recipients get, as many as there are parts; `refused` for those refused, `undefined` where nobody knows. */
	const idsIn = (parts: readonly string[], text: string, isCut = false): (string | undefined)[] => {
		const answer = tryDecode(() => get.decodeSend(text, { isCut }));
		const recipients = parts.map((_, index) => ({ phone: String(79_000_000_001 + index) }));
		const results = answer === undefined ? [] : matchAnswers([{ content: sms('Hi'), recipients }], answer).results;
		return parts.map((_, index) => {
			const result = results[index];
			if (result?.outcome === 'accepted') return result.answer.messageId;
			return result?.outcome === 'refused' ? 'refused' : undefined;
		});
	};

	/** What a part means, whatever is read of the whole: words with commas in them may leave it without a place for each phone. */
	const fateOf = (one = ''): string => (/^error/i.test(one) ? 'refused' : one);

	/**
	 * What cannot be told: the cut falls into the last ID, and what is left of it has no fewer digits than the shortest ID
	 * before it, or no ID is before it.
	 */
	const looksWhole = (left: string): boolean => {
		const parts = left.split(',').map((one) => one.trim());
		const last = parts.pop() ?? '';
		const before = parts.filter((one) => /^\d+$/.test(one));
		return before.length === 0 || before.some((one) => one.length <= last.length);
	};

	/**
	 * Nor can this: words are left and no ID, for which among words it takes six digits and no blank before them. They may be a
	 * refusal of all, or the first part of a list.
	 */
	const HAS_ID = /(^|,)\d{6}/;

	it('nobody gets an ID or a refusal that the whole does not give, unless what is left looks like a whole answer', () => {
		fc.assert(
			fc.property(listed, ({ parts, warnings, whole, cut }) => {
				const all = idsIn(parts, whole);
				const left = cut.slice(warnings.length);
				idsIn(parts, cut).forEach((given, index) => {
					if (given === undefined || given === all[index] || given === fateOf(parts[index])) return;
					if (given === 'refused') expect(left).not.toMatch(HAS_ID);
					else {
						expect(index).toBe(parts.length - 1);
						expect(all[index]?.startsWith(given)).toBe(true);
						expect(looksWhole(left)).toBe(true);
					}
				});
			}),
			RUNS,
		);
	});

	it('nobody ever gets such a one when the connection broke off', () => {
		fc.assert(
			fc.property(listed, ({ parts, whole, cut }) => {
				const all = idsIn(parts, whole);
				idsIn(parts, cut, true).forEach((given, index) => {
					if (given !== undefined) expect([all[index], fateOf(parts[index])]).toContain(given);
				});
			}),
			RUNS,
		);
	});
});
