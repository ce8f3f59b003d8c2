import type { RecipientAnswer } from '../../../../nodes/CascadeMessaging/protocol/answers';
import type { Content } from '../../../../nodes/CascadeMessaging/protocol/message';
import type { Result } from '../../../../nodes/CascadeMessaging/protocol/result';
import { Tries } from '../../../../nodes/CascadeMessaging/operations/message/send/tries';

const content: Content = { cascade: ['sms'], channels: {} };
const who = { recipient: { phone: '79000000001', clientMessageId: '1' }, content };
const yes = (messageId: string): RecipientAnswer & { accepted: true } => ({ accepted: true, messageId, parts: 1, channelIds: {}, raw: null });
const no = (reason: string | null, messageId?: string): RecipientAnswer => ({ accepted: false, reason, raw: null, ...(messageId !== undefined && { messageId }) });

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
