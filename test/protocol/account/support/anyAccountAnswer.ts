import fc from 'fast-check';

import type { QuestionName } from '../../../../nodes/CascadeMessaging/protocol/account/questions';
import { anyText, everyPlane } from '../../support/arbitraries';

const MOSCOW = '74951234567';
const PHONE = '79130000001';

/** An input and a documented answer of each question; what an answer holds is made up. */
export const EXAMPLES: Readonly<Record<QuestionName, { readonly input: object; readonly answer: object }>> = {
	balance: {
		input: {},
		answer: { money: { currency: 'RUR', value: '1' }, sms: [{ area: 'A', number: '3', price: '1.1', type_sms: 'sms', MCC: '250' }] },
	},
	senders: { input: {}, answer: { any_originator: 'FALSE', list_originator: [{ state: 'completed', originator: 'MyShop' }] } },
	phoneFacts: {
		input: { phones: [PHONE] },
		answer: { phones: [PHONE, MOSCOW].map((phone) => ({ phone, operator: 'A', region: 'B', time_zone: '3' })) },
	},
	clock: { input: {}, answer: { time: '2026-12-01 10:30:20' } },
	stopList: { input: {}, answer: { phones: [PHONE] } },
	changeStopList: { input: { changes: [{ phone: PHONE, action: 'add' }] }, answer: { phones: [{ phone: PHONE, action: 'add' }] } },
	contactLists: { input: {}, answer: { base: [{ id_base: '1', name_base: 'A' }] } },
	changeContactLists: {
		input: { changes: [{ action: 'add', name: 'A' }] },
		answer: { bases: [{ id_base: '1', action: 'insert', number_base: '1' }] },
	},
	contacts: {
		input: { listId: '1', page: 1 },
		answer: { page: '1', num_pages: '2', phones: [{ phone: PHONE, name: 'A', male: 'm', addition_1: 'B', last_update: '2026-12-01' }] },
	},
	changeContacts: {
		input: { listId: '1', changes: [{ action: 'delete', phone: PHONE }] },
		answer: { id_base: '1', phones: [{ phone: PHONE, number_phone: '1', action: 'delete' }] },
	},
	scheduled: {
		input: { page: 1 },
		answer: { page: '1', num_pages: '1', scheduled: [{ id_sms: '1', phone: PHONE, text_sms: 'A', count_sms: '1' }] },
	},
	cancelScheduled: { input: { messageIds: ['1'] }, answer: { scheduled: [{ id_sms: '1', action: 'delete' }] } },
};

const DOCUMENTED = Object.values(EXAMPLES).map(({ answer }) => JSON.stringify(answer));
const WORDS = DOCUMENTED.flatMap((text) => [...text.matchAll(/"([^"]*)"/g)].map(([, word = '']) => word));
const NASTY_NAMES = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'error', ''];

/** A document of the words that documented ones are made of, in any arrangement. */
const arranged: fc.Arbitrary<string> = (() => {
	const word = fc.constantFrom(...new Set([...WORDS, ...NASTY_NAMES]));
	const { value } = fc.letrec<{ value: unknown }>((tie) => ({
		value: fc.oneof(
			{ depthSize: 'small', withCrossShrink: true },
			word,
			anyText,
			fc.constantFrom(null, true, 0, 501, 1.5, -1, 1e21, 79130000001),
			fc.array(tie('value'), { maxLength: 3 }),
			fc.dictionary(word, tie('value'), { maxKeys: 4 }),
		),
	}));
	return fc.dictionary(word, value, { maxKeys: 4, minKeys: 1 }).map((document) => JSON.stringify(document));
})();

/** A documented answer with a piece cut out, put in twice, or replaced. */
const damaged: fc.Arbitrary<string> = fc
	.tuple(fc.constantFrom(...DOCUMENTED), fc.nat(200), fc.nat(20), anyText, fc.boolean())
	.map(([text, at, length, put, twice]) => {
		const [before, piece, after] = [text.slice(0, at), text.slice(at, at + length), text.slice(at + length)];
		return twice ? `${before}${piece}${piece}${after}` : `${before}${put}${after}`;
	});

/** Any text that could come instead of an answer, much of it close to one. */
export const anyAccountAnswer: fc.Arbitrary<string> = fc.oneof(everyPlane, anyText, fc.json(), arranged, damaged);
