import type { IDataObject } from 'n8n-workflow';

import { posted } from '../../protocol/replies/support';
import { held } from '../../tracking/support/held';
import { HOUR, pass, READ, send, tableAccount, trigger as outcomeTrigger, world } from '../trigger/world';
import type { Listening, ReplyActivation } from './kit';
import { impatient, listen, post as postTo } from './kit';

const here = world();
impatient();
const DAY = 24 * HOUR;
const PHONE = Number(READ);

const open: Listening[] = [];
afterEach(async () => {
	await Promise.all(open.splice(0).map(async (one) => await one.close()));
});

async function listening(activation: ReplyActivation = {}): Promise<Listening> {
	const one = await listen(here.simulator, { account: tableAccount(here), ...activation });
	open.push(one);
	return one;
}

/** Posts a reply and waits until it is done with; returns the HTTP status. */
async function post(to: Listening, body: unknown): Promise<number> {
	const status = await postTo(to.url, body);
	await to.idle();
	return status;
}

const replyTo = ({ messageId }: IDataObject = {}, text = 'Call me', phone = PHONE): unknown =>
	posted({ message_id: messageId }, { recipient: { phone } }, { text });

const STORES: readonly [string, () => IDataObject][] = [
	['the memory', () => ({})],
	['a data table', () => tableAccount(here)],
];

describe.each(STORES)('with %s', (name, account) => {
	const store = (): IDataObject => (name === 'the memory' ? { store: 'memory' } : {});

	it('a reply comes with the message it answers, and what the sender attached', async () => {
		const replies = await listening({ account: account() });
		const [sent] = await send(here, [READ], store());
		expect(await post(replies, replyTo(sent))).toBe(200);
		expect(replies.started).toEqual([
			{
				messageId: sent?.messageId,
				phone: READ,
				text: 'Call me',
				sender: 'TEST',
				repliedAt: '2023-01-01T09:00:00.000Z',
				known: true,
				campaignName: 'Autumn',
				sentAt: new Date(here.now).toISOString(),
				sentBy: { workflowId: 'w1', workflowName: 'Test workflow', executionId: '1' },
				data: { contactId: 0 },
			},
		]);
	});

	it('a message is found long after its outcome was reported', async () => {
		const replies = await listening({ account: account() });
		const outcomes = outcomeTrigger(here, { account: account() });
		await outcomes.poll();
		const [sent] = await send(here, [READ], store());
		pass(here, 8 * HOUR);
		expect(await outcomes.poll()).toHaveLength(1);
		pass(here, 6 * DAY);
		await post(replies, replyTo(sent));
		expect(replies.started).toMatchObject([{ known: true, data: { contactId: 0 } }]);
	});

	it('a message nobody knows comes without', async () => {
		const replies = await listening({ account: account() });
		await post(replies, replyTo({ messageId: '999' }));
		expect(replies.started).toEqual([
			{
				...{ messageId: '999', phone: READ, text: 'Call me', sender: 'TEST', repliedAt: '2023-01-01T09:00:00.000Z' },
				...{ known: false, campaignName: null, sentAt: null, sentBy: null, data: {} },
			},
		]);
	});

	it('a reply from another phone is not told what was attached', async () => {
		const replies = await listening({ account: account() });
		const [sent] = await send(here, [READ], store());
		await post(replies, replyTo(sent, 'Who are you?', 79990010002));
		expect(replies.started).toMatchObject([{ phone: '79990010002', known: false, data: {} }]);
	});

	it('Ignore Unknown Messages leaves out what nobody knows', async () => {
		const replies = await listening({ account: account(), parameters: { filters: { ignoreUnknown: true } } });
		const [sent] = await send(here, [READ], store());
		expect(await post(replies, replyTo({ messageId: '999' }))).toBe(200);
		expect(replies.started).toEqual([]);
		await post(replies, replyTo(sent));
		expect(replies.started).toMatchObject([{ messageId: sent?.messageId }]);
	});

	it.each([
		['Autumn', 1],
		[' Autumn\u00a0', 1],
		['autumn', 0],
		['Spring', 0],
	])('Only Campaign %j starts %i', async (onlyCampaign, count) => {
		const replies = await listening({ account: account(), parameters: { filters: { onlyCampaign } } });
		const [sent] = await send(here, [READ], store());
		await post(replies, replyTo(sent));
		await post(replies, replyTo({ messageId: '999' }));
		expect(replies.started).toHaveLength(count);
	});

	it('the same reply posted again starts one workflow, and is answered 200', async () => {
		const replies = await listening({ account: account() });
		const statuses = await Promise.all([1, 2, 3].map(async () => await post(replies, replyTo({ messageId: '5' }))));
		await post(replies, replyTo({ messageId: '5' }, 'Call me now'));
		await post(replies, replyTo({ messageId: '6' }));
		expect(statuses).toEqual([200, 200, 200]);
		expect(replies.started.map(({ messageId, text }) => [messageId, text])).toEqual([
			['5', 'Call me'],
			['5', 'Call me now'],
			['6', 'Call me'],
		]);
	});
});

it('each trigger hears of a reply', async () => {
	const [one, other] = [await listening(), await listening()];
	await post(one, replyTo({ messageId: '7' }));
	await post(other, replyTo({ messageId: '7' }));
	expect([one.started.length, other.started.length]).toEqual([1, 1]);
});

it('a test in the editor takes the same reply as often as it is posted', async () => {
	const test = await listening({ mode: 'manual' });
	await post(test, replyTo({ messageId: '8' }));
	await post(test, replyTo({ messageId: '8' }));
	expect(test.started).toHaveLength(2);
});

describe('when the data table cannot be asked', () => {
	it.each([{}, { ignoreUnknown: true }, { onlyCampaign: 'Autumn' }])('a reply is not lost: %j', async (filters) => {
		const replies = await listening({ parameters: { filters } });
		here.tables.phase = 'starting';
		expect(await post(replies, replyTo({ messageId: '9' }))).toBe(200);
		expect(replies.started).toMatchObject([{ messageId: '9', known: null, data: {} }]);
		expect(replies.logged).toEqual([expect.stringContaining('could not look up the message that a reply belongs to. n8n answered with')]);
	});

	it('the platform does not wait for it', async () => {
		const replies = await listening();
		const asked = held<undefined>();
		here.tables.before = async (): Promise<undefined> => await asked.promise;
		expect(await postTo(replies.url, replyTo({ messageId: '10' }))).toBe(200);
		expect(replies.started).toEqual([]);
		asked.resolve(undefined);
		await replies.idle();
		expect(replies.started).toMatchObject([{ messageId: '10', known: false }]);
	});
});

it('a message of a data table is found until Keep For is over', async () => {
	const replies = await listening();
	const outcomes = outcomeTrigger(here);
	const [sent] = await send(here, [READ]);
	pass(here, 29 * DAY);
	await outcomes.poll();
	await post(replies, replyTo(sent));
	pass(here, 2 * DAY);
	await outcomes.poll();
	await post(replies, replyTo(sent, 'Hello?'));
	expect(replies.started.map(({ known }) => known)).toEqual([true, false]);
});

it('a message in memory is found for a week', async () => {
	const replies = await listening({ account: {} });
	const [sent] = await send(here, [READ], { store: 'memory' });
	pass(here, 7 * DAY - 1);
	await post(replies, replyTo(sent));
	pass(here, 1);
	await post(replies, replyTo(sent, 'Hello?'));
	expect(replies.started.map(({ known }) => known)).toEqual([true, false]);
});
