import { Halving } from '../../nodes/CascadeMessaging/transport/halving';
import type { Asked, StateBatch } from '../../nodes/CascadeMessaging/transport/stateBatch';
import type { StateReply } from '../../nodes/CascadeMessaging/transport/stateReply';
import { accountAt } from './support/n8nContext';

const TROUBLE = { code: 'notJson', message: 'Not JSON.' } as const;
const idsOf = (count: number): string[] => Array.from({ length: count }, (_, index) => String(1001 + index));

/** What came of a question in which the records of these IDs could be read. */
const known = (ids: readonly string[], isSpoilt = false): Asked => ({
	answer: { states: ids.map((messageId) => ({ messageId, state: 'deliver', changedAt: null, channels: {} })) },
	isSpoilt,
});

/** Asks about IDs with each question answered as told; gives the questions, whether each came again, and the code known of each ID. */
async function play(
	ids: readonly string[],
	answer: (ids: readonly string[]) => Asked,
	patience: { signal?: AbortSignal; deadline?: number } = {},
): Promise<{ questions: string[]; again: boolean[]; told: string[] }> {
	const questions: string[] = [];
	const again: boolean[] = [];
	const batch = {
		ask: async (asked: readonly string[], isAgain: boolean): Promise<Asked> => {
			questions.push(asked.join());
			again.push(isAgain);
			return answer(asked);
		},
	} as unknown as StateBatch;
	const halving = new Halving(batch, accountAt('https://h'), { retries: 0, ...patience }, ids);
	await halving.askAll();
	return { questions, again, told: ids.map((id) => codeOf(halving.replies.get(id))) };
}

function codeOf(reply: StateReply | undefined): string {
	if (reply === undefined) return 'nothing';
	return 'record' in reply ? reply.record.state : reply.trouble.code;
}

it('a whole answer is asked for once; what it leaves out is not answered', async () => {
	const { questions, again, told } = await play(idsOf(3), (ids) => known(ids.slice(1)));

	expect([questions, again, told]).toEqual([['1001,1002,1003'], [false], ['notAnswered', 'deliver', 'deliver']]);
});

it('trouble that is not with the answer itself is told, and not asked about again', async () => {
	const { questions, told } = await play(idsOf(2), () => ({ trouble: TROUBLE, isSpoilt: false }));

	expect([questions.length, ...told]).toEqual([1, 'notJson', 'notJson']);
});

it('what is missing of a broken answer is asked about in halves, larger ones first', async () => {
	const { questions, again, told } = await play(idsOf(6), (ids) =>
		known(ids.length === 1 ? ids : ids.filter((id) => id === '1006'), ids.length > 1),
	);

	expect(questions).toEqual([
		'1001,1002,1003,1004,1005,1006',
		'1001,1002,1003',
		'1004,1005',
		'1001,1002',
		'1003',
		'1004',
		'1005',
		'1001',
		'1002',
	]);
	expect(again).toEqual([false, ...Array<boolean>(8).fill(true)]);
	expect(told).toEqual(Array(6).fill('deliver'));
});

it('what is known of an ID in the end is what the last question about it brought', async () => {
	const { told } = await play(idsOf(2), (ids) =>
		ids.length > 1 ? { trouble: TROUBLE, isSpoilt: true } : { ...known([]), isSpoilt: true },
	);

	expect(told).toEqual(['unexpectedShape', 'unexpectedShape']);
});

it('one ID alone is asked about once', async () => {
	const { questions, told } = await play(['1001'], () => known([], true));

	expect([questions, told]).toEqual([['1001'], ['unexpectedShape']]);
});

it('a broken answer that has everybody all the same leaves nothing to ask', async () => {
	expect((await play(idsOf(2), (ids) => known(ids, true))).questions.length).toBe(1);
});

describe('a refusal', () => {
	const refused = (words: string): Asked => ({ answer: { refused: words }, isSpoilt: false });

	it.each([
		['Сообщение с таким ID не принималось', 3],
		['сообщения с id нет', 3],
		['Unknown ID of a message', 3],
		[`Message ${'x'.repeat(58)} ID`, 3],
		[`Message ${'x'.repeat(59)} ID`, 1],
		[`ID ${'x'.repeat(58)} message`, 3],
		[`ID ${'x'.repeat(59)} message`, 1],
		['Message IDs are wrong', 1],
		['Message _ID', 1],
		['Messages with VALID things', 1],
		['Неверный API ID', 1],
		[`${'x'.repeat(189)} Message ID`, 3],
		[`${'x'.repeat(190)} Message ID`, 1],
	])('may be about one ID, then halves are asked about: %s', async (words, count) => {
		const { questions, told } = await play(idsOf(2), () => refused(words));

		expect(questions.length).toBe(count);
		expect(told).toEqual(['refusedByGateway', 'refusedByGateway']);
	});

	it('is told in the words of the gateway, fit for the user', async () => {
		const halving = new Halving({ ask: async () => refused('No') } as unknown as StateBatch, accountAt('https://h'), { retries: 0 }, ['1']);
		await halving.askAll();

		expect(halving.replies.get('1')).toEqual({ trouble: { code: 'refusedByGateway', message: 'The gateway refused the question: <No>' } });
	});
});

describe('the asking ends', () => {
	it('after seven questions that brought not one record', async () => {
		expect((await play(idsOf(64), () => ({ trouble: TROUBLE, isSpoilt: true }))).questions.length).toBe(7);
	});

	it('not so soon once there is a record', async () => {
		const { questions } = await play(idsOf(64), (ids) => known(ids.includes('1001') ? ['1001'] : [], true));

		expect(questions.length).toBe(1 + 8 * 6);
	});

	it.each([
		[1, 1],
		[2, 3],
		[3, 5],
	])('in a batch of %d, where each ID was asked about alone', async (count, questions) => {
		expect((await play(idsOf(count), () => known([], true))).questions.length).toBe(questions);
	});

	it('when the user stops or it is too late: what is known stays, the rest was not reached', async () => {
		const stop = new AbortController();
		const { told } = await play(
			idsOf(2),
			(ids) => {
				stop.abort();
				return known(ids.slice(1), true);
			},
			{ signal: stop.signal },
		);
		expect(told).toEqual(['unexpectedShape', 'deliver']);

		const late = await play(idsOf(2), known, { deadline: Date.now() - 1 });
		expect([late.questions.length, ...late.told]).toEqual([0, 'notReached', 'notReached']);
	});
});
