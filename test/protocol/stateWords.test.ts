import { isFinal, isPartOfState, isState, readState } from '../../nodes/CascadeMessaging/protocol/stateWords';

describe('readState', () => {
	it.each([
		['send', 'inProgress', false],
		['deliver', 'delivered', true],
		['not_deliver', 'notDelivered', true],
		['expired', 'expired', true],
		['partly_deliver', 'noReceipt', true],
		[' Deliver\u00a0', 'delivered', true],
		['NOT_DELIVER', 'notDelivered', true],
	])('translates %s to %s (final: %s)', (state, outcome, final) => {
		expect(readState(state)).toEqual({ outcome, final });
	});

	it.each([
		['read', 'read'],
		['link', 'linkOpened'],
		['Unsubscribe', 'unsubscribed'],
	])('takes %s for delivered, and tells what the subscriber did: %s', (state, engagement) => {
		expect(readState(state)).toEqual({ outcome: 'delivered', final: true, engagement });
	});

	it.each(['Сообщение с таким ID не принималось', '', 'delivered', '__proto__', 'constructor', 'toString', 'hasOwnProperty'])(
		'takes %j for an error: final, outcome unknown',
		(state) => {
			expect(readState(state)).toEqual({ outcome: 'unknown', final: true });
		},
	);
});

describe('that an ID is not known', () => {
	const WORDS = 'Сообщение с таким ID не принималось';
	const MINUTE = 60_000;
	const IN_PROGRESS = { outcome: 'inProgress', final: false };
	const UNKNOWN = { outcome: 'unknown', final: true };

	it.each([
		[0, IN_PROGRESS],
		[14 * MINUTE + 59_999, IN_PROGRESS],
		[15 * MINUTE, UNKNOWN],
		[15 * MINUTE + 1_000, UNKNOWN],
		[NaN, UNKNOWN],
		[undefined, UNKNOWN],
	])('is final 15 minutes after it was given: after %p ms %j', (age, expected) => {
		expect(readState(WORDS, age)).toEqual(expected);
	});

	it.each([`${WORDS}.`, ' сообщение  с таким id НЕ принималось (1179038981)', 'Сообщение с таким ID не найдено'])(
		'may be written otherwise: %s',
		(words) => {
			expect(readState(words, 0)).toEqual(IN_PROGRESS);
		},
	);

	it.each(['Неверный логин или пароль', `Ответ: ${WORDS}`, 'Сообщение с таким ID', ''])('is no other trouble: %j', (words) => {
		expect(readState(words, 0)).toEqual(UNKNOWN);
	});

	it('does not change what a state means', () => {
		expect(readState('not_deliver', 0)).toEqual({ outcome: 'notDelivered', final: true });
	});
});

it.each(['send', 'deliver', 'READ', ' link', 'unsubscribe'])('%j is a state, and no part of one', (text) => {
	expect(isState(text)).toBe(true);
	expect(isPartOfState(text)).toBe(false);
});

it.each(['', 's', 'Deliv', 'rea', 'lin', 'unsub', 'not_', 'partly'])('%j is what is left of a state', (text) => {
	expect(isState(text)).toBe(false);
	expect(isPartOfState(text)).toBe(true);
});

it.each(['delivery', 'Сообщение', 'toString'])('%j is neither', (text) => {
	expect(isState(text)).toBe(false);
	expect(isPartOfState(text)).toBe(false);
});

it.each([
	['send', undefined, false],
	['deliver', undefined, true],
	['Что-то', 0, true],
	['Сообщение с таким ID не принималось', 15 * 60_000 - 1, false],
	['Сообщение с таким ID не принималось', 15 * 60_000, true],
	['Сообщение с таким ID не принималось', undefined, true],
])('%s, %p ms after the ID was given, is final: %p', (state, age, expected) => {
	expect(isFinal(state, age)).toBe(expected);
});
