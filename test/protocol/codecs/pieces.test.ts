import type { MessageAnswer, RecipientAnswer, SendAnswer, StateRecord } from '../../../nodes/CascadeMessaging/protocol/answers';
import type { Apart, Piece, ValuesOf } from '../../../nodes/CascadeMessaging/protocol/codecs/pieces';
import { sendAnswerOf, statesAnswerOf, unreadableRecord } from '../../../nodes/CascadeMessaging/protocol/codecs/pieces';

/** Unreadable records of these tests hold `name=value`, as often as they like. */
const valuesOf: ValuesOf = (record, name) =>
	[...record.matchAll(new RegExp(String.raw`\b${name}=(\w+)`, 'g'))].map(([, value = '']) => value);

const UNKNOWN = { accepted: false, reason: null, raw: null };

describe('of a record that cannot be read', () => {
	it.each([
		['x', [UNKNOWN]],
		['id_message=501', [{ ...UNKNOWN, messageId: '501' }]],
		['phone=79000000001', [{ ...UNKNOWN, phone: '79000000001' }]],
		['client_id_message=7', [{ ...UNKNOWN, clientMessageId: '7' }]],
		[
			'client_id_message=7 id_message=501 phone=79000000001',
			[{ ...UNKNOWN, messageId: '501', phone: '79000000001', clientMessageId: '7' }],
		],
		['id_message=0 phone=79000000001', [{ ...UNKNOWN, phone: '79000000001' }]],
	])('it is told what is there, and no more: %s', (record, told) => {
		expect(unreadableRecord(record, valuesOf)).toStrictEqual(told);
	});

	it.each([
		['phone=79000000001 phone=79000000002', [UNKNOWN]],
		['client_id_message=7 client_id_message=8 id_message=501', [{ ...UNKNOWN, messageId: '501' }]],
		[
			'id_message=501 phone=79000000001 id_message=502',
			[
				{ ...UNKNOWN, messageId: '501' },
				{ ...UNKNOWN, messageId: '502' },
			],
		],
	])('nobody’s are the IDs of one that was several: %s', (record, told) => {
		expect(unreadableRecord(record, valuesOf)).toStrictEqual(told);
	});
});

const WHOLE = { isEnded: true, isOrdered: true };

describe('an answer to sending that was taken apart', () => {
	const accepted = (messageId: string): RecipientAnswer => ({ accepted: true, messageId, parts: null, channelIds: {}, raw: messageId });
	const readMessage = (value: unknown): MessageAnswer => ({ refused: String(value) });
	const answerOf = (apart: Apart): SendAnswer | undefined =>
		sendAnswerOf(apart, { readRecipient: (value) => accepted(String(value)), readMessage, valuesOf });
	const value = (id: string): Piece => ({ value: id });

	it('has its messages and recipients in their places', () => {
		const entries = [
			{ inside: [value('501'), { unreadable: 'id_message=502' }] },
			{ inside: [] },
			value('Closed'),
			{ unreadable: 'id_message=503' },
		];
		expect(answerOf({ entries, ...WHOLE })).toStrictEqual({
			messages: [
				{ recipients: [accepted('501'), { ...UNKNOWN, messageId: '502' }] },
				{ recipients: [] },
				{ refused: 'Closed' },
				{ recipients: [{ ...UNKNOWN, messageId: '503' }] },
			],
		});
	});

	it('says nothing when there is nothing in it', () => {
		expect(answerOf({ entries: [], ...WHOLE })).toBeUndefined();
	});

	it('has no certain places when a record was several, or when that is known', () => {
		const entries = [{ inside: [value('501'), { unreadable: 'id_message=502 id_message=503' }] }];
		expect(answerOf({ entries, ...WHOLE })).toStrictEqual({
			messages: [{ recipients: [accepted('501'), { ...UNKNOWN, messageId: '502' }, { ...UNKNOWN, messageId: '503' }] }],
			isOrdered: false,
		});
		expect(answerOf({ entries: [value('Closed')], isEnded: true, isOrdered: false })).toStrictEqual({
			messages: [{ refused: 'Closed' }],
			isOrdered: false,
		});
	});

	describe('whose end is missing', () => {
		const cutTo = (...entries: Apart['entries']): SendAnswer | undefined => answerOf({ entries, isEnded: false, isOrdered: true });

		it('keeps the ID of the last record, and tells of nobody without one', () => {
			expect(cutTo({ inside: [value('501'), { unreadable: 'id_message=502' }] })).toStrictEqual({
				messages: [{ recipients: [accepted('501'), { ...UNKNOWN, messageId: '502' }] }],
			});
			expect(cutTo({ inside: [value('501'), { unreadable: 'phone=79000000001' }] })).toStrictEqual({
				messages: [{ recipients: [accepted('501')] }],
			});
		});

		it('still tells of one without ID before the last', () => {
			expect(cutTo({ inside: [{ unreadable: 'x' }, value('502')] })).toStrictEqual({
				messages: [{ recipients: [UNKNOWN, accepted('502')] }],
			});
		});

		it('leaves out its last message when nothing came of it, and no other', () => {
			expect(cutTo({ inside: [] }, { inside: [value('501')] }, { inside: [{ unreadable: 'x' }] })).toStrictEqual({
				messages: [{ recipients: [] }, { recipients: [accepted('501')] }],
			});
			expect(cutTo({ inside: [] })).toBeUndefined();
		});
	});
});

describe('an answer about states that was taken apart', () => {
	const stateOf = (messageId: string): StateRecord => ({ messageId, state: 'deliver', changedAt: null, channels: {} });
	const readState = (value: unknown): StateRecord[] => (typeof value === 'string' ? [stateOf(value)] : []);
	const entries = [{ value: '501' }, { inside: [{ value: '502' }] }, { value: null }];

	it('is whole when each record was read', () => {
		expect(statesAnswerOf({ entries, ...WHOLE }, false, readState)).toStrictEqual({ states: [stateOf('501'), stateOf('502')] });
		expect(statesAnswerOf({ entries: [], ...WHOLE }, false, readState)).toStrictEqual({ states: [] });
	});

	it('says so when one was not', () => {
		const states = [stateOf('501'), stateOf('502')];
		expect(statesAnswerOf({ entries: [...entries, { unreadable: 'x' }], ...WHOLE }, false, readState)).toStrictEqual({
			states,
			isWhole: false,
		});
	});

	it('whose end is missing is told only to those who know that', () => {
		const cut = { entries, isEnded: false, isOrdered: true };
		expect(statesAnswerOf(cut, true, readState)).toStrictEqual({ states: [stateOf('501'), stateOf('502')], isWhole: false });
		expect(statesAnswerOf(cut, false, readState)).toBeUndefined();
	});

	it('whose end is missing says nothing without a state', () => {
		expect(statesAnswerOf({ entries: [{ unreadable: 'x' }], isEnded: false, isOrdered: true }, true, readState)).toBeUndefined();
	});
});
