import fc from 'fast-check';

import type { InputOf, QuestionName } from '../../../nodes/CascadeMessaging/protocol/account/questions';
import { RUNS } from '../support/runs';
import { anyAccountAnswer, EXAMPLES } from './support/anyAccountAnswer';
import { asked, readTo } from './support/reading';

const NAMES = Object.keys(EXAMPLES) as QuestionName[];

const inputOf = <Name extends QuestionName>(name: Name): InputOf<Name> => EXAMPLES[name].input as InputOf<Name>;

/** Codes a reading may end with; what is read has none. */
const CODES = [undefined, 'refusedByGateway', 'notOffered', 'notUnderstood'];

const codeOf = (told: unknown): unknown => (typeof told === 'object' && told !== null && 'code' in told ? told.code : undefined);

describe.each(NAMES)('%s', (name) => {
	it('is answered as documented', () => {
		expect(codeOf(readTo(name, EXAMPLES[name].answer, inputOf(name)))).toBeUndefined();
	});

	it('is read, or told why not, whatever the answer', () => {
		fc.assert(
			fc.property(anyAccountAnswer, (text) => {
				expect(CODES).toContain(codeOf(readTo(name, text, inputOf(name))));
			}),
			RUNS,
		);
	});

	it('is read the same with numbers for texts, and with more than is documented', () => {
		const told = readTo(name, EXAMPLES[name].answer, inputOf(name));
		const text = JSON.stringify({ ...EXAMPLES[name].answer, more: { phones: [1] } });

		expect(readTo(name, text.replace(/"(\d+(?:\.\d+)?)"(?!:)/g, '$1'), inputOf(name))).toEqual(told);
		expect(
			readTo(
				name,
				text.replace(/\[(\{[^[\]]*\})\]/g, (list, one: string) => (one.includes('},') ? list : one)),
				inputOf(name),
			),
		).toEqual(told);
	});
});

const texts = fc.stringMatching(/^[1-9]\d{9,14}$/);

it('a refusal of the login is one, whatever is asked and however long its words', () => {
	fc.assert(
		fc.property(
			fc.constantFrom(...NAMES),
			fc.constantFrom('Неправильный логин или пароль', 'Неверный токен', 'Invalid login', 'Ваш аккаунт заблокирован'),
			fc.constantFrom('', '.', ' (тип запроса неизвестен)', ': unknown type', '!'.repeat(2000)),
			(name, words, more) => {
				expect(codeOf(readTo(name, { error: words + more }, inputOf(name)))).toBe('refusedByGateway');
			},
		),
		RUNS,
	);
});

it('there is one result for each phone, in their order, whatever the answer', () => {
	fc.assert(
		fc.property(fc.array(texts, { maxLength: 5 }), anyAccountAnswer, (phones, text) => {
			const told = readTo('phoneFacts', text, { phones });
			if ('code' in told) return;
			expect(told.map(({ phone }) => phone)).toEqual(phones);
		}),
		RUNS,
	);
});

it('phones and texts travel as they are', () => {
	fc.assert(
		fc.property(texts, fc.string({ unit: 'grapheme' }), (phone, name) => {
			expect(asked('changeContacts', { listId: '1', changes: [{ action: 'save', phone, details: { name } }] })).toEqual({
				...{ type: 'phones', id_base: '1' },
				phones: [{ phone, name, number_phone: '1' }],
			});
		}),
		RUNS,
	);
});
