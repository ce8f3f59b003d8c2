import { NOT_ANSWERED, NOT_REACHED, refusalOf, safeRecord, SPOILT } from '../../nodes/CascadeMessaging/transport/stateReply';

const quote = (words: string): string => `<${words}>`;

it('each trouble has a code and a sentence', () => {
	expect([NOT_ANSWERED, NOT_REACHED, SPOILT]).toEqual([
		{ code: 'notAnswered', message: 'The gateway did not answer for this message.' },
		{ code: 'notReached', message: 'The gateway was not asked, because the run ended.' },
		{ code: 'unexpectedShape', message: 'What the gateway answered for this message cannot be read.' },
	]);
});

it('a refusal is told in the gateway’s words, with the reason where it is known', () => {
	expect(refusalOf('Что-то', quote)).toStrictEqual({ code: 'refusedByGateway', message: 'The gateway refused the question: <Что-то>' });
	expect(refusalOf('Неверный логин', quote)).toEqual({
		code: 'refusedByGateway',
		message: 'The gateway refused the question: <Неверный логин>',
		reason: 'access',
	});
});

it('states are shown as they are, and whatever stands in their place as words of the gateway', () => {
	const channels = { viber: { state: 'read', price: 1 }, vk: { state: 'secret', price: null }, sms: { state: null, price: 2, parts: 3 } };
	const record = { messageId: '1', state: 'secret', changedAt: '2026-01-01 00:00:00', channels };

	expect(safeRecord(record, quote)).toEqual({
		...record,
		state: '<secret>',
		channels: { viber: { state: 'read', price: 1 }, vk: { state: '<secret>', price: null }, sms: { state: null, price: 2, parts: 3 } },
	});
	expect(safeRecord({ ...record, state: 'deliver', channels: {} }, quote)).toEqual({ ...record, state: 'deliver', channels: {} });
});
