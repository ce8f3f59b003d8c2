import type { AcceptedAnswer, RecipientAnswer, RefusedAnswer, SendAnswer } from '../../nodes/CascadeMessaging/protocol/answers';
import type { Matched } from '../../nodes/CascadeMessaging/protocol/matching';
import { matchAnswers } from '../../nodes/CascadeMessaging/protocol/matching';
import type { Content, Message, Recipient } from '../../nodes/CascadeMessaging/protocol/message';

const content: Content = { cascade: ['sms'], channels: { sms: { text: 'Hi' } } };
const to = (...recipients: Recipient[]): Message => ({ content, recipients });

type Who = Partial<Recipient>;
const accepted = (messageId: string, who: Who = {}): AcceptedAnswer => ({
	accepted: true,
	messageId,
	parts: null,
	channelIds: {},
	raw: null,
	...who,
});
const refused = (reason: string, who: Who = {}): RefusedAnswer => ({ accepted: false, reason, raw: null, ...who });
const answers = (...recipients: (AcceptedAnswer | RefusedAnswer)[]): SendAnswer => ({ messages: [{ recipients }] });

/** Results in short: the message ID, or what happened instead. */
const inShort = ({ results, strays }: Matched): { results: string[]; strays: string[] } => ({
	results: results.map((result) => (result.outcome === 'accepted' ? result.answer.messageId : `${result.outcome}: ${result.reason}`)),
	strays: strays.map((answer) => (answer.accepted ? answer.messageId : `refused: ${answer.reason}`)),
});
const match = (message: Message, answer: SendAnswer): ReturnType<typeof inShort> => inShort(matchAnswers([message], answer));

const empty = (who: Who & { messageId?: string } = {}): RefusedAnswer => ({ accepted: false, reason: null, raw: null, ...who });

const NO_ANSWER = 'unanswered: The gateway did not answer for this recipient.';
const NOTHING_SAID = 'unanswered: The gateway gave neither an ID nor a reason.';
const A = { phone: '79000000001' };
const B = { phone: '79000000002' };
const C = { phone: '79000000003' };

describe('an answer goes to its recipient', () => {
	it('by client number, whatever the order', () => {
		const one = { ...A, clientMessageId: '1' };
		const two = { ...A, clientMessageId: '2' };
		expect(match(to(one, two), answers(accepted('502', two), refused('Stop list', one)))).toEqual({
			results: ['refused: Stop list', '502'],
			strays: [],
		});
	});

	it('by client number, even when the phone is written otherwise or not at all', () => {
		const message = to({ ...A, clientMessageId: '1' }, { ...B, clientMessageId: '2' });
		const given = answers(accepted('502', { phone: '9000000002', clientMessageId: '2' }), accepted('501', { clientMessageId: '1' }));
		expect(match(message, given)).toEqual({ results: ['501', '502'], strays: [] });
	});

	it('by phone where no number was sent or none came back', () => {
		const message = to(A, { ...B, clientMessageId: '2' }, C);
		expect(match(message, answers(accepted('503', C), accepted('502', B), accepted('501', A)))).toEqual({
			results: ['501', '502', '503'],
			strays: [],
		});
	});

	it('by client number before phone', () => {
		const message = to(A, { ...A, clientMessageId: '2' });
		expect(match(message, answers(accepted('502', { ...A, clientMessageId: '2' }), accepted('501', A)))).toEqual({
			results: ['501', '502'],
			strays: [],
		});
	});

	it('by phone to the one without a number, when only one of the two is answered', () => {
		const message = to({ ...A, clientMessageId: '1' }, A);
		expect(match(message, answers(accepted('502', A)))).toEqual({ results: [NO_ANSWER, '502'], strays: [] });
	});

	it('by position where the answers name nobody', () => {
		expect(match(to(A, B, C), answers(accepted('501'), refused('Stop list'), accepted('503')))).toEqual({
			results: ['501', 'refused: Stop list', '503'],
			strays: [],
		});
	});

	it('by position where one answer names nobody', () => {
		expect(match(to(A, B), answers(accepted('501', A), refused('No such number')))).toEqual({
			results: ['501', 'refused: No such number'],
			strays: [],
		});
	});

	it('in order, where the same phone stands twice', () => {
		expect(match(to(A, B, A), answers(accepted('501', A), accepted('503', A), accepted('502', B)))).toEqual({
			results: ['501', '502', '503'],
			strays: [],
		});
	});

	it('in order, where the same phone stands many times', () => {
		const same = [{ ...A }, { ...A }, { ...A }, { ...A }];
		const ids = ['501', '502', '503', '504'];
		expect(match(to(...same), answers(...ids.map((id) => accepted(id, A))))).toEqual({ results: ids, strays: [] });
	});

	it('of its own message', () => {
		const answer: SendAnswer = {
			messages: [{ recipients: [accepted('501', A)] }, { recipients: [accepted('502', A)] }],
		};
		expect(inShort(matchAnswers([to(A), to(A)], answer))).toEqual({ results: ['501', '502'], strays: [] });
	});

	it('and brings recipient and content along', () => {
		const recipient = { ...A, item: 7 };
		const { results } = matchAnswers([{ content, recipients: [recipient] }], answers(accepted('501', A)));
		expect(results[0]?.recipient).toBe(recipient);
		expect(results[0]?.content).toBe(content);
	});
});

describe('nothing missing is a silent success', () => {
	it('a recipient without an answer is unanswered', () => {
		expect(match(to(A, B), answers(accepted('501', B)))).toEqual({ results: [NO_ANSWER, '501'], strays: [] });
	});

	it('positions say nothing when an answer is missing: nobody is guessed at', () => {
		expect(match(to(A, B), answers(accepted('501')))).toEqual({
			results: [NO_ANSWER, NO_ANSWER],
			strays: ['501'],
		});
	});

	it('positions say nothing when an answer is too many', () => {
		expect(match(to(A), answers(accepted('501'), accepted('502')))).toEqual({
			results: [NO_ANSWER],
			strays: ['501', '502'],
		});
	});

	it('an answer with neither an ID nor a reason says nothing', () => {
		expect(match(to(A, B), answers(empty(A), accepted('502', B)))).toEqual({
			results: [NOTHING_SAID, '502'],
			strays: [],
		});
	});

	it('a message without an answer leaves its recipients unanswered', () => {
		const answer: SendAnswer = { messages: [{ recipients: [accepted('501', A)] }] };
		expect(inShort(matchAnswers([to(A), to(B, C)], answer))).toEqual({
			results: ['501', NO_ANSWER, NO_ANSWER],
			strays: [],
		});
	});

	it('no answer at all leaves everybody unanswered', () => {
		expect(inShort(matchAnswers([to(A), to(B)], { messages: [] }))).toEqual({
			results: [NO_ANSWER, NO_ANSWER],
			strays: [],
		});
	});
});

describe('a list that ends with a comma has an empty answer too many', () => {
	it('which counts for nothing', () => {
		expect(match(to(A, B), answers(accepted('501'), accepted('502'), empty()))).toEqual({
			results: ['501', '502'],
			strays: [],
		});
	});

	it('but is the last recipient’s own where it is not too many', () => {
		expect(match(to(A, B), answers(accepted('501'), empty()))).toEqual({ results: ['501', NOTHING_SAID], strays: [] });
	});

	it('only one is left out: of two nobody knows which', () => {
		expect(matchAnswers([to(A)], answers(accepted('501'), empty(), empty()))).toMatchObject({
			results: [{ outcome: 'unanswered' }],
			strays: [{ messageId: '501' }],
		});
	});

	it.each<[string, RefusedAnswer]>([
		['a reason', refused('Stop list')],
		['a phone', empty(B)],
		['a client number', empty({ clientMessageId: '7' })],
		['an ID', empty({ messageId: '502' })],
	])('but one with %s is not empty', (_, last) => {
		const { results, strays } = matchAnswers([to(A)], answers(accepted('501'), last));
		expect(results).toMatchObject([{ outcome: 'unanswered' }]);
		expect(strays).toEqual([accepted('501'), last]);
	});
});

describe('when the answer has more or fewer messages than were sent', () => {
	const split = (...messages: (AcceptedAnswer | RefusedAnswer)[][]): SendAnswer => ({
		messages: messages.map((recipients) => ({ recipients })),
	});

	it('an answer finds its recipient in any message: the first was left out', () => {
		expect(inShort(matchAnswers([to(A), to(B), to(C)], split([accepted('502', B)], [accepted('503', C)])))).toEqual({
			results: [NO_ANSWER, '502', '503'],
			strays: [],
		});
	});

	it('one message may answer for all', () => {
		const answer = split([accepted('502', B), refused('Stop list', C), accepted('501', A)]);
		expect(inShort(matchAnswers([to(A, B), to(C)], answer))).toEqual({
			results: ['501', '502', 'refused: Stop list'],
			strays: [],
		});
	});

	it('each recipient may have a message of its own', () => {
		const one = { ...A, clientMessageId: '1' };
		const two = { ...A, clientMessageId: '2' };
		expect(inShort(matchAnswers([to(one, two)], split([accepted('502', two)], [accepted('501', one)])))).toEqual({
			results: ['501', '502'],
			strays: [],
		});
	});

	it('a phone that stands in several messages could be any of them: it is nobody’s', () => {
		expect(inShort(matchAnswers([to(A), to(A, B)], split([accepted('501', A), accepted('502', B)])))).toEqual({
			results: [NO_ANSWER, NO_ANSWER, '502'],
			strays: ['501'],
		});
	});

	it('nor does its position tell whose it is', () => {
		const nameless = [accepted('501'), accepted('502'), accepted('503')];
		expect(inShort(matchAnswers([to(A), to(A, B)], split(nameless)))).toEqual({
			results: [NO_ANSWER, NO_ANSWER, '503'],
			strays: ['501', '502'],
		});
	});

	it('a phone that stands twice in one message is clear', () => {
		expect(inShort(matchAnswers([to(A, { ...A }), to(B)], split([accepted('501', A), accepted('502', A)])))).toEqual({
			results: ['501', '502', NO_ANSWER],
			strays: [],
		});
	});

	it('a number of its own tells a phone in several messages apart', () => {
		const one = { ...A, clientMessageId: '1' };
		const two = { ...A, clientMessageId: '2' };
		expect(inShort(matchAnswers([to(one), to(two)], split([accepted('502', two)])))).toEqual({
			results: [NO_ANSWER, '502'],
			strays: [],
		});
	});

	it('nobody knows whose message was refused: nobody is refused', () => {
		const answer: SendAnswer = { messages: [{ refused: 'No channel' }] };
		expect(inShort(matchAnswers([to(A), to(B)], answer))).toEqual({ results: [NO_ANSWER, NO_ANSWER], strays: [] });
	});

	it('nobody is guessed at, and nothing is lost', () => {
		expect(inShort(matchAnswers([to(A), to(B)], split([accepted('501')])))).toEqual({
			results: [NO_ANSWER, NO_ANSWER],
			strays: ['501'],
		});
	});
});

describe('an answer that fits nobody is handed back', () => {
	it('when its phone is nobody’s', () => {
		expect(match(to(A), answers(accepted('501', B)))).toEqual({ results: [NO_ANSWER], strays: ['501'] });
	});

	it('when it comes twice', () => {
		expect(match(to(A), answers(accepted('501', A), accepted('502', A)))).toEqual({
			results: ['501'],
			strays: ['502'],
		});
	});

	it('when it comes twice with another ID and its phone also stands there without a number', () => {
		const one = { ...A, clientMessageId: '1' };
		expect(match(to(one, A), answers(accepted('501', one), accepted('502', one)))).toEqual({
			results: ['501', NO_ANSWER],
			strays: ['502'],
		});
	});

	it('but not when its ID is said twice', () => {
		const one = { ...A, clientMessageId: '1' };
		expect(match(to(one, A), answers(accepted('501', one), accepted('501', one)))).toEqual({
			results: ['501', NO_ANSWER],
			strays: [],
		});
	});

	it('when it comes twice with its number alone: the second is not the next recipient’s', () => {
		const one = { ...A, clientMessageId: '1' };
		const [first, second] = [accepted('501', { clientMessageId: '1' }), accepted('502', { clientMessageId: '1' })];
		expect(match(to(one, B), answers(first, second))).toEqual({ results: ['501', NO_ANSWER], strays: ['502'] });
	});

	it('when its message was not sent', () => {
		const answer: SendAnswer = {
			messages: [{ recipients: [accepted('501', A)] }, { recipients: [accepted('502', A)] }],
		};
		expect(inShort(matchAnswers([to(A)], answer))).toEqual({ results: ['501'], strays: ['502'] });
	});
});

describe('another client number than was sent is no match', () => {
	const one = { ...A, clientMessageId: '1' };
	const ECHO = 'unanswered: The gateway answered with client message ID 999 instead of 1.';

	it.each([
		['found by phone', { ...A, clientMessageId: '999' }],
		['found by position', { clientMessageId: '999' }],
	])('%s', (_, who) => {
		const matched = matchAnswers([to(one)], answers(accepted('501', who)));
		expect(inShort(matched)).toEqual({ results: [ECHO], strays: [] });
		expect(matched.results[0]?.answer).toMatchObject({ messageId: '501' });
	});

	it('also when the answer is a refusal', () => {
		expect(match(to(one), answers(refused('Stop list', { ...A, clientMessageId: '999' })))).toEqual({
			results: [ECHO],
			strays: [],
		});
	});

	it('a number that was never sent is no concern', () => {
		expect(match(to(A), answers(accepted('501', { ...A, clientMessageId: '999' })))).toEqual({
			results: ['501'],
			strays: [],
		});
	});
});

describe('a refusal as a whole', () => {
	it('of the request refuses everybody', () => {
		expect(inShort(matchAnswers([to(A, B), to(C)], { refused: 'Wrong password' }))).toEqual({
			results: ['refused: Wrong password', 'refused: Wrong password', 'refused: Wrong password'],
			strays: [],
		});
	});

	it('of a message refuses its recipients and nobody else', () => {
		const answer: SendAnswer = { messages: [{ refused: 'No channel' }, { recipients: [accepted('503', C)] }] };
		expect(inShort(matchAnswers([to(A, B), to(C)], answer))).toEqual({
			results: ['refused: No channel', 'refused: No channel', '503'],
			strays: [],
		});
	});
});

describe('a refusal because the number was sent before', () => {
	const SENT = 'Сообщение с таким client_id_message уже отправлялось';
	const one = { ...A, clientMessageId: '1' };
	const two = { ...B, clientMessageId: '2' };

	it('is a repeat', () => {
		expect(match(to(one, two), answers(refused(SENT, one), refused('Stop list', two)))).toEqual({
			results: [`repeat: ${SENT}`, 'refused: Stop list'],
			strays: [],
		});
	});

	it('is none of a recipient without a number', () => {
		expect(match(to(A), answers(refused(SENT, A)))).toEqual({ results: [`refused: ${SENT}`], strays: [] });
		expect(match(to(A), { messages: [{ refused: SENT }] })).toEqual({ results: [`refused: ${SENT}`], strays: [] });
	});

	it('of a message as a whole is a repeat when it has one recipient: of several nobody knows whose number it was', () => {
		expect(match(to(one), { messages: [{ refused: SENT }] })).toEqual({ results: [`repeat: ${SENT}`], strays: [] });
		expect(match(to(one), { messages: [{ refused: 'No channel' }] })).toEqual({
			results: ['refused: No channel'],
			strays: [],
		});
		expect(match(to(one, two), { messages: [{ refused: SENT }] })).toEqual({
			results: [`refused: ${SENT}`, `refused: ${SENT}`],
			strays: [],
		});
	});

	it('of a request as a whole is a repeat when it has one recipient', () => {
		expect(match(to(one), { refused: SENT })).toEqual({ results: [`repeat: ${SENT}`], strays: [] });
		expect(inShort(matchAnswers([to(one), to(two)], { refused: SENT }))).toEqual({
			results: [`refused: ${SENT}`, `refused: ${SENT}`],
			strays: [],
		});
	});

	it.each(['Message already sent', 'На этот номер уже отправлено, подождите 60 секунд', 'Превышен лимит повторных сообщений'])(
		'is not guessed at: %s',
		(words) => {
			expect(match(to(one), answers(refused(words, one)))).toEqual({ results: [`refused: ${words}`], strays: [] });
		},
	);
});

describe('words that promise to send once the account is topped up', () => {
	const QUEUED = 'Недостаточно средств для отправки SMS. SMS будет отправлена как только вы пополните счет по данному направлению.';

	it('hold for their recipient', () => {
		const { results } = matchAnswers([to(A, B)], answers({ ...refused(QUEUED, A), messageId: '501' }, accepted('502', B)));
		expect(results[0]).toMatchObject({ outcome: 'queued', reason: QUEUED, known: 'queuedUntilTopUp', answer: { messageId: '501' } });
		expect(results[1]?.outcome).toBe('accepted');
	});

	it('about a message or a request as a whole hold for everybody in it', () => {
		const all = [`queued: ${QUEUED}`, `queued: ${QUEUED}`];
		expect(match(to(A, B), { messages: [{ refused: QUEUED }] })).toEqual({ results: all, strays: [] });
		expect(inShort(matchAnswers([to(A), to(B)], { refused: QUEUED }))).toEqual({ results: all, strays: [] });
	});
});

it('a refusal comes with its reason where the words are known, and without where they are not', () => {
	const { results } = matchAnswers([to(A, B)], answers(refused('Нет отправителя.', A), refused('Flood SMS', B)));
	expect(results[0]).toMatchObject({ outcome: 'refused', reason: 'Нет отправителя.', known: 'senderUnknown' });
	expect(results[1]).not.toHaveProperty('known');
});

describe('an answer of which some could not be read', () => {
	const one = (messageId: string, phone?: string): RecipientAnswer => ({
		accepted: true,
		messageId,
		parts: 1,
		channelIds: {},
		raw: 1,
		...(phone !== undefined && { phone }),
	});
	const sent = ['79000000001', '79000000002'].map((phone) => ({ content, recipients: [{ phone }] }));

	it('gives nobody an answer by its place, nor by that of its message', () => {
		const answer = { messages: [{ recipients: [one('502')] }, { refused: 'No' }] };
		expect(matchAnswers(sent, answer).results.map(({ outcome }) => outcome)).toEqual(['accepted', 'refused']);
		const { results, strays } = matchAnswers(sent, { ...answer, isOrdered: false });
		expect(results.map(({ outcome }) => outcome)).toEqual(['unanswered', 'unanswered']);
		expect(strays).toMatchObject([{ messageId: '502' }]);
		const many = [{ content, recipients: sent.flatMap(({ recipients }) => recipients) }];
		const { results: none } = matchAnswers(many, { messages: [{ recipients: [one('501'), one('502')] }], isOrdered: false });
		expect(none.map(({ outcome }) => outcome)).toEqual(['unanswered', 'unanswered']);
	});

	it('still gives each its own by phone', () => {
		const { results } = matchAnswers(sent, {
			messages: [{ recipients: [one('502', '79000000002')] }, { recipients: [one('501', '79000000001')] }],
			isOrdered: false,
		});
		expect(results).toMatchObject([{ answer: { messageId: '501' } }, { answer: { messageId: '502' } }]);
	});
});
