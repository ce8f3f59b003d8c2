import { AccountQuestions } from '../../../../nodes/CascadeMessaging/operations/message/send/accountQuestions';
import { isRecord, parseJson } from '../../../../nodes/CascadeMessaging/protocol';
import { getAccount } from '../../../../nodes/CascadeMessaging/transport/account';
import { fakeContext } from '../../support/fakeContext';
import type { FakeGateway, Reaction } from '../../support/gateway';
import { BROKEN_OFF, gatewayThat } from '../../support/gateway';

const BALANCE = JSON.stringify({ money: { value: '5', currency: 'RUR' }, sms: [] });

/** Knows an operator for each phone it is asked about. */
function factsFor(body: string): Reaction {
	return JSON.stringify({ phones: phonesIn(body).map((phone) => ({ phone, operator: `of ${phone}` })) });
}

function phonesIn(body: string): string[] {
	const asked = parseJson(body);
	return isRecord(asked) && Array.isArray(asked.phones) ? asked.phones.map(String) : [];
}

async function questionsTo(
	{ http }: FakeGateway,
	settings: { timeoutSeconds?: number; signal?: AbortSignal } = {},
): Promise<AccountQuestions> {
	const { context } = fakeContext({ http });
	return new AccountQuestions(context, await getAccount(context), { timeoutSeconds: 600, retries: 0, ...settings });
}

it('asks nothing until somebody needs it', async () => {
	const gateway = gatewayThat(BALANCE);
	await questionsTo(gateway);

	expect(gateway.bodies).toEqual([]);
});

it('asks for the balance', async () => {
	const questions = await questionsTo(gatewayThat(BALANCE));

	expect(await questions.balance()).toEqual({ answer: { amount: 5, currency: 'RUR', prices: [] } });
});

it('asks about a phone once in a run, whoever wants to know it', async () => {
	const gateway = gatewayThat(factsFor);
	const questions = await questionsTo(gateway);
	const first = await questions.phoneFacts(['79000000001', '79000000002', '79000000001']);
	expect(first.get('79000000001')).toMatchObject({ facts: { operator: 'of 79000000001' } });
	const second = await questions.phoneFacts(['79000000002', '79000000003']);
	await questions.phoneFacts(['79000000003', '79000000001']);

	expect([...second.keys()]).toEqual(['79000000001', '79000000002', '79000000003']);
	expect(gateway.bodies.map(phonesIn)).toEqual([
		['79000000001', '79000000002', '74951234567'],
		['79000000003', '74951234567'],
	]);
});

it('tells of each phone why nothing is known of it, and does not ask again', async () => {
	const gateway = gatewayThat(BROKEN_OFF);
	const questions = await questionsTo(gateway);
	const replies = await questions.phoneFacts(['79000000001', '79000000002']);
	await questions.phoneFacts(['79000000001', '79000000002']);

	expect([...replies.values()]).toMatchObject([{ trouble: { code: 'connectionLost' } }, { trouble: { code: 'connectionLost' } }]);
	expect(gateway.bodies).toHaveLength(1);
});

it('asks for no more than two minutes in a run', async () => {
	const gateway = gatewayThat(BALANCE, factsFor);
	const questions = await questionsTo(gateway);
	const start = Date.now();
	const now = jest.spyOn(Date, 'now').mockReturnValue(start);
	await questions.balance();
	now.mockReturnValue(start + 119_000);
	expect((await questions.phoneFacts(['79000000001'])).get('79000000001')).toHaveProperty('facts');
	now.mockReturnValue(start + 120_000);
	expect((await questions.phoneFacts(['79000000002'])).get('79000000002')).toMatchObject({
		trouble: { code: 'notReached', message: 'The answer took too long.' },
	});
	now.mockRestore();

	expect(gateway.bodies).toHaveLength(2);
});

it('waits for no answer longer than a few minutes, whoever else is asking', async () => {
	jest.useFakeTimers({ doNotFake: ['setImmediate', 'nextTick'] });
	const questions = await questionsTo({ http: async () => await new Promise(() => undefined), bodies: [] });
	const asked = Promise.all([questions.balance(), questions.phoneFacts(['79000000001'])]);
	await jest.advanceTimersByTimeAsync(155_000);
	jest.useRealTimers();
	const [balance, facts] = await asked;

	expect([balance, facts.get('79000000001')]).toMatchObject([{ trouble: { code: 'notReached' } }, { trouble: { code: 'notReached' } }]);
});

it('asks nothing after Stop', async () => {
	const gateway = gatewayThat(BALANCE);
	const questions = await questionsTo(gateway, { signal: AbortSignal.abort() });

	expect(await questions.balance()).toMatchObject({ trouble: { code: 'notReached' } });
	expect(gateway.bodies).toEqual([]);
});
