import { readSettings } from '../../../../nodes/CascadeMessaging/operations/message/send/options';
import type { Answered } from '../../../../nodes/CascadeMessaging/operations/message/send/outcomes';
import { answeredLine, failedLine, strayLine, unsentLine } from '../../../../nodes/CascadeMessaging/operations/message/send/outcomes';
import type { PlannedRecipient } from '../../../../nodes/CascadeMessaging/operations/message/send/plannedRecipient';
import type { Content, RecipientAnswer } from '../../../../nodes/CascadeMessaging/protocol';
import { resultOf } from '../../../../nodes/CascadeMessaging/protocol/result';
import type { Account } from '../../../../nodes/CascadeMessaging/transport/account';

const PHONE = '79000000001';
const content: Content = { cascade: ['viber', 'sms'], channels: { viber: { text: 'Hi' }, sms: { text: 'Hi' } } };
const recipient: PlannedRecipient = { phone: PHONE, item: 3, slot: 0, data: {}, mayHaveBeenSent: false };
const numbered = { ...recipient, clientMessageId: '7' };
const account = {
	quote: (words: string) => words.replace('secret', '***'),
	redact: (words: string) => words.replace('secret', '***'),
	timeZone: 'Europe/Moscow',
} as Account;
const answered: Answered = { settings: readSettings({}), request: 2, account, wasUnsure: false };

const refused = (reason: string | null, messageId?: string): RecipientAnswer => ({
	accepted: false,
	reason,
	raw: 'secret',
	...(messageId !== undefined && { messageId }),
});
const lineOf = (answer: RecipientAnswer | undefined, to = recipient, how = answered): unknown =>
	answeredLine(resultOf({ recipient: to, content }, answer), how);

const QUEUED = 'Недостаточно средств для отправки SMS. SMS будет отправлена как только вы пополните счет по данному направлению.';

describe('accepted', () => {
	const accepted: RecipientAnswer = {
		accepted: true,
		messageId: '501',
		parts: 2,
		channelIds: { viber: '5001', sms: null },
		raw: { text: 'secret' },
	};
	const json = {
		phone: PHONE,
		accepted: true,
		repeat: false,
		messageId: '501',
		clientMessageId: null,
		sendAt: null,
		channels: { viber: { id: '5001' }, sms: {} },
		parts: 2,
		protocol: 'json',
		request: 2,
	};

	it('has the IDs that are known, and no others', () => {
		expect(lineOf(accepted)).toStrictEqual({ item: 3, json });
	});

	it('says when it goes out where that is later, on the clock of the gateway', () => {
		const scheduled = { ...content, sendAt: '2026-12-01 10:30' };
		expect(answeredLine(resultOf({ recipient, content: scheduled }, accepted), answered)).toStrictEqual({
			item: 3,
			json: { ...json, sendAt: '2026-12-01T10:30:00+03:00' },
		});
	});

	it('says why it is not tracked, and what the gateway answered where that is wanted', () => {
		const how = { ...answered, settings: readSettings({ includeRawAnswer: true }) };
		expect(answeredLine(resultOf({ recipient, content }, accepted), how, 'Not tracked.')).toStrictEqual({
			item: 3,
			json: { ...json, rawAnswer: { text: '***' }, warning: 'Not tracked.' },
		});
	});

	it('may be a repeat, with or without the ID of the earlier message', () => {
		const repeat = { ...json, repeat: true, clientMessageId: '7', channels: { viber: {}, sms: {} }, parts: null };
		expect(lineOf(refused('Данное сообщение уже было отправлено', '400'), numbered)).toStrictEqual({
			item: 3,
			json: { ...repeat, messageId: '400' },
		});
		expect(lineOf(refused('Данное сообщение уже было отправлено'), numbered)).toStrictEqual({
			item: 3,
			json: { ...repeat, messageId: null },
		});
	});
});

describe('refused', () => {
	const failure = { code: 'refusedByGateway', outcome: 'refused', phone: PHONE, request: 2 };

	it('for a known reason: with its code, the gateway’s words and advice, without doubled dots', () => {
		const message = `The gateway refused ${PHONE}: Номер телефона присутствует в стоп-листе. The recipient is on the operator's stop list; do not write to them again until they are taken off.`;
		for (const end of ['', '.']) {
			expect(lineOf(refused(`Номер телефона присутствует в стоп-листе${end}`))).toStrictEqual({
				item: 3,
				failure: { ...failure, reason: 'stopList', message },
			});
		}
	});

	it('for words that are not known: with these alone, fit to be shown', () => {
		expect(lineOf(refused('No, secret'), numbered)).toStrictEqual({
			item: 3,
			failure: { ...failure, clientMessageId: '7', message: `The gateway refused ${PHONE}: No, ***` },
		});
	});

	it('with an ID, which is not lost', () => {
		expect(lineOf(refused('Нет ссылки.', '501'))).toStrictEqual({
			item: 3,
			failure: {
				...failure,
				reason: 'content',
				messageId: '501',
				message: `The gateway refused ${PHONE}: Нет ссылки (message ID 501). Fill in what the message lacks.`,
			},
		});
		expect(lineOf(refused('No', '501'))).toMatchObject({
			failure: { messageId: '501', message: `The gateway refused ${PHONE}: No (message ID 501)` },
		});
	});

	it('as sent before, but without a number of its own', () => {
		expect(lineOf(refused('Данное сообщение уже было отправлено'))).toMatchObject({
			failure: { ...failure, reason: 'repeat', message: expect.stringContaining('Nothing was sent now.') as string },
		});
	});

	it.each([
		['by a try whose earlier one may have arrived', recipient, { ...answered, wasUnsure: true }],
		['in a run whose earlier one may have arrived', { ...recipient, mayHaveBeenSent: true }, answered],
	])('%s: nobody knows, so there is no advice to send again', (_, to, how) => {
		expect(lineOf(refused('Недостаточно средств', '501'), to, how)).toStrictEqual({
			item: 3,
			failure: {
				...{ code: 'refusedByGateway', outcome: 'unknown', reason: 'noCredit', phone: PHONE, request: 2, messageId: '501' },
				message: `The message to ${PHONE} may have been sent. An earlier try had no answer, and this one was refused: Недостаточно средств (message ID 501)`,
			},
		});
	});
});

describe('waiting for money', () => {
	it.each([
		['', recipient, answered],
		[', with a number', numbered, answered],
		[', after a try that may have arrived', recipient, { ...answered, wasUnsure: true }],
	])('is unknown, never refused%s: it goes out by itself', (_, to, how) => {
		expect(lineOf(refused(QUEUED, '501'), to, how)).toMatchObject({
			failure: {
				...{ code: 'queuedUntilTopUp', outcome: 'unknown', reason: 'queuedUntilTopUp', phone: PHONE, messageId: '501', request: 2 },
				message: `The message to ${PHONE} waits at the gateway: ${QUEUED.slice(0, -1)} (message ID 501). It goes out by itself once the account is topped up. Do not send it again: that would send it, and charge for it, twice.`,
			},
		});
	});

	it('may have no ID', () => {
		expect(lineOf(refused(QUEUED))).toMatchObject({
			failure: { code: 'queuedUntilTopUp', message: expect.not.stringContaining('message ID') as string },
		});
		expect(lineOf(refused(QUEUED))).not.toHaveProperty('failure.messageId');
	});
});

describe('not answered', () => {
	it('may have been sent', () => {
		expect(lineOf(undefined)).toStrictEqual({
			item: 3,
			failure: {
				code: 'notAnswered',
				outcome: 'unknown',
				phone: PHONE,
				request: 2,
				message: `The message to ${PHONE} may have been sent. The gateway did not answer for this recipient.`,
			},
		});
		expect(lineOf(refused(null, '501'))).toMatchObject({
			failure: {
				code: 'notAnswered',
				messageId: '501',
				message: `The message to ${PHONE} may have been sent. The answer broke off before it was clear. (message ID 501)`,
			},
		});
	});

	it.each([
		['connectionRefused', false, 'Closed.', 'notSent', 'was not sent. Closed.'],
		['timedOut', true, 'Late.', 'unknown', 'may have been sent. Late.'],
		['nodeFault', true, 'This is a fault of the node itself.', 'unknown', 'may have been sent. This is a fault of the node itself.'],
	])('because of %s', (code, mayHaveArrived, message, outcome, words) => {
		expect(failedLine(numbered, { failure: { code, message }, mayHaveArrived, request: 2 })).toStrictEqual({
			item: 3,
			failure: { code, outcome, message: `The message to ${PHONE} ${words}`, phone: PHONE, clientMessageId: '7', request: 2 },
		});
	});

	it('though there was an answer, whose ID is not lost', () => {
		expect(
			failedLine(recipient, { failure: { code: 'nodeFault', message: 'A fault.' }, mayHaveArrived: true, request: 2, messageId: '501' }),
		).toStrictEqual({
			item: 3,
			failure: {
				...{ code: 'nodeFault', outcome: 'unknown', phone: PHONE, messageId: '501', request: 2 },
				message: `The message to ${PHONE} may have been sent. A fault. (message ID 501)`,
			},
		});
	});

	it('by this try, but perhaps by an earlier one', () => {
		const closed = { code: 'connectionRefused', message: 'Closed.' };
		expect(failedLine({ ...recipient, mayHaveBeenSent: true }, { failure: closed, mayHaveArrived: false, request: 2 })).toMatchObject({
			failure: {
				outcome: 'unknown',
				message: `The message to ${PHONE} may have been sent by an earlier try, but not by this one. Closed.`,
			},
		});
	});
});

it.each([
	['stopped', 'stopped', 'the execution was stopped'],
	['failed', 'notReached', 'the run stopped at an earlier request'],
] as const)('what was never sent says why: %s', (reason, code, why) => {
	expect(unsentLine(recipient, reason)).toStrictEqual({
		item: 3,
		failure: { code, outcome: 'notSent', message: `The message to ${PHONE} was not sent, because ${why}.`, phone: PHONE },
	});
});

it('an answer for nobody keeps its ID', () => {
	expect(strayLine({ ...refused(null, '501'), phone: '79000000009' }, 1, 2)).toStrictEqual({
		item: 1,
		failure: {
			...{ code: 'answerForNobody', outcome: 'unknown', phone: '79000000009', messageId: '501', request: 2 },
			message: 'The gateway answered for 79000000009, which fits nobody in request 2. (message ID 501)',
		},
	});
	expect(strayLine(refused('No'), 1, 2)).toStrictEqual({
		item: 1,
		failure: {
			code: 'answerForNobody',
			outcome: 'unknown',
			request: 2,
			message: 'The gateway answered for a recipient it does not name, which fits nobody in request 2.',
		},
	});
});
