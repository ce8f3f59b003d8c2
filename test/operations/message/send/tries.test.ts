import { Tries } from '../../../../nodes/CascadeMessaging/operations/message/send/tries';
import type { Content, RecipientAnswer, Result } from '../../../../nodes/CascadeMessaging/protocol';

const content: Content = { cascade: ['sms'], channels: {} };
const who = { recipient: { phone: '79000000001', clientMessageId: '1' }, content };
const yes = (messageId: string): RecipientAnswer & { accepted: true } => ({
	accepted: true,
	messageId,
	parts: 1,
	channelIds: {},
	raw: null,
});
const no = (reason: string | null, messageId?: string): RecipientAnswer => ({
	accepted: false,
	reason,
	raw: null,
	...(messageId !== undefined && { messageId }),
});

const accepted = (id: string): Result => ({ ...who, outcome: 'accepted', answer: yes(id) });
const repeat = (id?: string): Result => ({ ...who, outcome: 'repeat', reason: 'already', answer: no('already', id) });
const repeatOfAll: Result = { ...who, outcome: 'repeat', reason: 'already' };
const refused = (reason = 'stop list'): Result => ({ ...who, outcome: 'refused', reason, answer: no(reason) });
const missing: Result = { ...who, outcome: 'unanswered', reason: 'none' };
const cut = (id: string): Result => ({ ...who, outcome: 'unanswered', reason: 'broke off', answer: no(null, id) });
const otherNumber: Result = { ...who, outcome: 'unanswered', reason: 'another number', answer: yes('7') };

type Step = Result | 'lost';

/** What is known of one recipient after some tries. */
function after(...steps: Step[]): { told: unknown[]; strays: unknown[]; isUnclear: boolean } {
	const tries = new Tries();
	for (const step of steps) {
		if (step === 'lost') tries.lose();
		else tries.add({ results: [step], strays: [] });
	}
	const [one] = tries.settled ?? [];
	return {
		told: one === undefined ? [] : [one.result.outcome, one.result.answer?.messageId, one.wasUnsure],
		strays: tries.strays.map(({ messageId }) => messageId),
		isUnclear: tries.isUnclear,
	};
}

it.each<[string, Step[], unknown[]]>([
	['is what the only try said', [accepted('1')], ['accepted', '1', false]],
	['keeps the first ID when the next try calls it a repeat', [accepted('1'), repeat()], ['accepted', '1', false]],
	['keeps the first ID when the next try breaks off', [accepted('1'), missing], ['accepted', '1', false]],
	['keeps the first ID when the next try is lost', [accepted('1'), 'lost'], ['accepted', '1', false]],
	['keeps the first ID when the next try refuses', [accepted('1'), refused()], ['accepted', '1', false]],
	['takes the answer that was missing', [missing, accepted('2')], ['accepted', '2', true]],
	['takes a repeat, with the ID that came before it', [cut('1'), repeat()], ['repeat', '1', true]],
	['takes a repeat that is told of the whole message, with the ID that came before it', [cut('1'), repeatOfAll], ['repeat', '1', true]],
	['takes a repeat with an ID of its own', [missing, repeat('5')], ['repeat', '5', true]],
	['keeps a repeat', [repeat('5'), missing], ['repeat', '5', false]],
	['takes the ID behind a repeat', [repeat(), accepted('2')], ['accepted', '2', false]],
	['is unsure of a refusal when an earlier try said nothing', [missing, refused()], ['refused', undefined, true]],
	['is unsure of a refusal when an earlier try was lost', ['lost', refused()], ['refused', undefined, true]],
	['is unsure of a refusal when a later try was lost', [refused(), 'lost'], ['refused', undefined, true]],
	['keeps the ID that came before a refusal', [cut('1'), refused()], ['refused', '1', true]],
	['is sure of a refusal that is said twice', [refused('a'), refused('b')], ['refused', undefined, false]],
	['does not rely on a refusal when a later try breaks off', [refused(), missing], ['unanswered', undefined, false]],
	['stays unsure', [missing, missing, refused()], ['refused', undefined, true]],
	['takes what another try gives after a refusal', [refused(), accepted('2')], ['accepted', '2', false]],
])('a recipient %s', (_, steps, told) => {
	expect(after(...steps).told).toEqual(told);
});

it('knows nothing before the first answer', () => {
	expect(after('lost')).toEqual({ told: [], strays: [], isUnclear: true });
	expect(new Tries().settled).toBeUndefined();
});

it.each<[Step, boolean]>([
	[accepted('1'), false],
	[repeat(), false],
	[refused(), false],
	[missing, true],
	[cut('1'), true],
	[otherNumber, false],
])('asks again only for who was left out: %j', (step, isUnclear) => {
	expect(after(step).isUnclear).toBe(isUnclear);
});

it('a second ID for the same recipient is told, as an answer for nobody', () => {
	expect(after(cut('1'), accepted('2')).strays).toEqual(['1']);
	expect(after(accepted('1'), accepted('2')).strays).toEqual(['2']);
	expect(after(accepted('1'), accepted('2'), accepted('2')).strays).toEqual(['2']);
	expect(after(accepted('1'), accepted('1')).strays).toEqual([]);
});

it('answers for nobody are kept from try to try, each ID once, those without one from the last try', () => {
	const tries = new Tries();
	tries.add({ results: [missing], strays: [yes('8'), yes('9'), no('words')] });
	tries.add({ results: [accepted('9')], strays: [yes('8'), no('words')] });

	expect(tries.strays.map(({ messageId }) => messageId)).toEqual(['8', undefined]);
});

describe('a message that waits for money', () => {
	const queued = (id?: string): Result => ({ ...who, outcome: 'queued', reason: 'no money', answer: no('no money', id) });

	it.each<[string, Step[], unknown[]]>([
		['another try accepts', [queued('1'), accepted('2')], ['queued', '1', false]],
		['another try breaks off', [queued('1'), missing], ['queued', '1', false]],
		['another try is lost', [queued('1'), 'lost'], ['queued', '1', false]],
	])('stays what it is when %s', (_, steps, told) => {
		expect(after(...steps).told).toEqual(told);
	});

	it('is no reason to ask again, nor are others then: nobody says that it would be recognized', () => {
		expect(after(queued()).isUnclear).toBe(false);
		const tries = new Tries();
		tries.add({ results: [missing, queued('1')], strays: [] });
		expect(tries.isUnclear).toBe(false);
		tries.add({ results: [missing, missing], strays: [] });
		expect(tries.isUnclear).toBe(false);
	});
});

it('asks again while one of several was left out', () => {
	const tries = new Tries();
	tries.add({ results: [accepted('1'), missing], strays: [] });
	expect(tries.isUnclear).toBe(true);
});

it('a repeat stays sure when a later try is lost', () => {
	expect(after(repeat('5'), 'lost').told).toEqual(['repeat', '5', false]);
});

it('an ID that came before goes into the answer that has none, as it was otherwise', () => {
	const answerAfter = (...steps: Result[]): unknown => {
		const tries = new Tries();
		for (const step of steps) tries.add({ results: [step], strays: [] });
		return tries.settled?.[0]?.result.answer;
	};
	expect(answerAfter(cut('1'), refused('a'))).toEqual({ ...no('a'), messageId: '1' });
	expect(answerAfter(cut('1'), repeatOfAll)).toEqual({ ...no('already'), messageId: '1' });
	expect(answerAfter(cut('1'), repeat('5'))).toEqual(no('already', '5'));
	expect(answerAfter(cut('1'), accepted('2'))).toEqual(yes('2'));
	expect(answerAfter(missing, refused('a'))).toEqual(no('a'));
	expect(answerAfter(missing, missing)).toBeUndefined();
	expect(after(cut('1'), repeat('5')).strays).toEqual(['1']);
});

it('an answer with the client number of somebody else, refused or not, would come a second time too', () => {
	expect(after({ ...who, outcome: 'unanswered', reason: 'another number', answer: no('stop list', '7') }).isUnclear).toBe(false);
	expect(after({ ...missing, answer: no(null) }).isUnclear).toBe(true);
	expect(after({ ...who, outcome: 'refused', reason: 'x', answer: no(null) }).isUnclear).toBe(false);
});
