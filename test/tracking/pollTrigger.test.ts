import type { IDataObject, IPollFunctions } from 'n8n-workflow';

import { openTables } from '../../nodes/CascadeMessaging/tracking/dataTable/tables';
import { mailboxOf } from '../../nodes/CascadeMessaging/tracking/memory/mailbox';
import { pollTrigger } from '../../nodes/CascadeMessaging/tracking/pollTrigger';
import type { TriggerSettings } from '../../nodes/CascadeMessaging/tracking/triggerFields';
import { dataTables, HOUR, message, rows, START } from './support/dataTables';
import { inState, inTrouble, mockedGateway } from './support/gateway';
import { held } from './support/held';
import type { Surroundings } from './support/n8n';
import { fakeN8n } from './support/n8n';

jest.mock('../../nodes/CascadeMessaging/transport/stateWaves', (): object => ({
	...jest.requireActual('../../nodes/CascadeMessaging/transport/stateWaves'),
	askInWaves: jest.fn(),
}));

const here = dataTables();
const gateway = mockedGateway();
const SETTINGS: TriggerSettings = {
	filter: { events: ['finalOutcome'], outcomes: [], campaignName: '' },
	giveUpAfter: 72 * HOUR,
	followFor: 72 * HOUR,
	protocol: 'xml',
	messagesPerRequest: 7,
};

const told = (reports: readonly { messageId: string; outcome: string }[]): string[] =>
	reports.map(({ messageId, outcome }) => `${messageId} ${outcome}`);

let triggers = 0;

/** A trigger of its own, on the memory of an account of its own unless its credential says otherwise. */
function trigger(surroundings: Surroundings = {}, settings: Partial<TriggerSettings> = {}) {
	triggers += 1;
	const own: Surroundings = { workflow: { id: `workflow ${triggers}` }, credentialId: `account ${triggers}`, ...surroundings };
	const { context, warnings } = fakeN8n(own);
	const account = own.credentialId ?? '';
	return {
		context,
		warnings,
		account,
		/** A poll, in n8n's one context for an activation, or in another. */
		poll: async (another: IPollFunctions = context) => told(await pollTrigger(another, { ...SETTINGS, ...settings })),
		another: () => fakeN8n(own),
		add: (...ids: string[]) => {
			mailboxOf(account).add(
				ids.map((id) => message(id, { campaignName: `Campaign ${id}` })),
				here.now,
			);
		},
	};
}

/** A trigger that has polled once. */
async function listening(...args: Parameters<typeof trigger>) {
	const one = trigger(...args);
	await one.poll();
	return one;
}

describe('a poll', () => {
	it('emits what became final, once', async () => {
		const one = await listening();
		one.add('1', '2');
		gateway.says.set('1', inState('1', 'deliver'));

		expect(await one.poll()).toEqual(['1 delivered']);
		expect(await one.poll()).toEqual([]);
		expect(one.warnings).toEqual([]);
	});

	it('emits what the trigger wants to hear of; the rest counts as reported too', async () => {
		const one = await listening({}, { filter: { events: ['finalOutcome'], outcomes: ['delivered'], campaignName: 'Campaign 2' } });
		one.add('1', '2', '3');
		for (const id of ['1', '2']) gateway.says.set(id, inState(id, 'deliver'));
		gateway.says.set('3', inState('3', 'expired'));

		expect(await one.poll()).toEqual(['2 delivered']);
		expect(one.context.getWorkflowStaticData('node').waiting).toEqual([]);
	});

	it('asks as the trigger is set, for half of what n8n allows', async () => {
		await (await listening({ budget: 40_000 })).poll();

		expect(gateway.questions.at(-1)).toEqual({
			protocol: 'xml',
			idsPerRequest: 7,
			timeoutSeconds: 25,
			retries: 1,
			deadline: START + 20_000,
		});
	});

	it('looks into n8n’s data table where the credential says so', async () => {
		const one = await listening({ credential: here.credential });
		const { messages } = await openTables(here.context, here.store, one.account);
		await messages.add([message('1')]);
		gateway.says.set('1', inState('1', 'deliver'));
		here.now += HOUR;

		expect(await one.poll()).toEqual(['1 delivered']);
		expect(await one.poll()).toEqual([]);
		expect(rows(here, `${here.name}_triggers`)).toMatchObject([
			{ trigger: `workflow ${triggers}:n1`, timedOutUpTo: new Date(START - 71 * HOUR).toISOString() },
		]);
	});

	it.each([
		[0, ['1 delivered']],
		[1, []],
	])('that ends %d ms after n8n gave it up emits %j; what it emits not, the next does', async (late, reports) => {
		const one = await listening({ budget: 40_000 });
		one.add('1');
		gateway.says.set('1', inState('1', 'deliver'));
		gateway.before = () => {
			here.now += 40_000 + late;
		};
		expect(await one.poll()).toEqual(reports);
		gateway.before = () => undefined;

		expect(await one.poll()).toEqual(late === 0 ? [] : ['1 delivered']);
	});

	it('that outlasts the interval is not run twice', async () => {
		const one = await listening();
		one.add('1');
		gateway.says.set('1', inState('1', 'deliver'));
		gateway.asked.length = 0;

		expect(await Promise.all([one.poll(), one.poll()])).toEqual([['1 delivered'], []]);
		expect(gateway.asked).toEqual([['1']]);
		expect(await one.poll()).toEqual([]);
		expect(gateway.asked).toHaveLength(2);
	});

	it('with which n8n activates a trigger waits for nobody: n8n waits for it, and not for long', async () => {
		const one = await listening({ credentialId: 'busy' });
		const busy = held<undefined>();
		gateway.before = async () => await busy.promise;
		const long = one.poll();
		const [memory, table] = [trigger({ credentialId: 'busy' }), trigger({ credentialId: 'busy', credential: here.credential })];

		expect([await memory.poll(), await table.poll()]).toEqual([[], []]);
		busy.resolve(undefined);
		await long;
	});

	it('of an account waits for the others, and for no other account', async () => {
		const [one, two] = [await listening({ credentialId: 'shared' }), await listening({ credentialId: 'shared' })];
		const other = await listening();
		const log: string[] = [];
		gateway.before = async () => {
			log.push('begins');
			await new Promise(setImmediate);
			log.push('ends');
		};
		await Promise.all([one.poll(), two.poll()]);
		expect(log).toEqual(['begins', 'ends', 'begins', 'ends']);
		log.length = 0;
		await Promise.all([one.poll(), other.poll()]);

		expect(log).toEqual(['begins', 'begins', 'ends', 'ends']);
	});
});

const DENIAL = 'The states of waiting messages could not be asked; they will be asked again. Denied.';
const NO_HOST: IDataObject = { host: 'no host' };

/** A trigger that has polled once, with a message that cannot be asked about. */
async function denied(surroundings: Surroundings = {}) {
	const one = await listening(surroundings);
	one.add('1');
	gateway.says.set('1', inTrouble('Denied.'));
	return one;
}

describe('a poll that finds nothing for trouble', () => {
	it('fails, and again after an hour; in between it warns', async () => {
		const one = await denied();
		await expect(one.poll()).rejects.toMatchObject({ name: 'NodeOperationError', message: DENIAL, node: { id: 'n1' } });
		here.now += HOUR - 1;
		expect(await one.poll()).toEqual([]);
		expect(one.warnings).toEqual([`Cascade Messaging Trigger could not poll. ${DENIAL}`]);
		here.now += 1;
		await expect(one.poll()).rejects.toThrow(DENIAL);
		here.now += HOUR - 1;
		expect(await one.poll()).toEqual([]);
	});

	it('fails at once when all was well in between', async () => {
		const one = await denied();
		await expect(one.poll()).rejects.toThrow(DENIAL);
		gateway.says.delete('1');
		await one.poll();
		here.now += HOUR / 2;
		gateway.says.set('1', inTrouble('Denied.'));

		await expect(one.poll()).rejects.toThrow(DENIAL);
	});

	it('does not fail when it is the first of an activation: n8n would leave the trigger dead', async () => {
		const one = await denied();
		expect(await one.poll(one.another().context)).toEqual([]);

		await expect(one.poll()).rejects.toThrow(DENIAL);
	});

	it('fails in another context of n8n’s durable scheduler, which has one for each poll', async () => {
		const one = await denied({ budget: 45_000 });

		await expect(one.poll(one.another().context)).rejects.toThrow(DENIAL);
	});

	it('says what is wrong with the credential, with advice', async () => {
		const one = trigger({ credential: NO_HOST });
		expect(await one.poll()).toEqual([]);
		expect(one.warnings).toEqual(['Cascade Messaging Trigger could not poll. The host in the credential is not an address']);

		await expect(one.poll()).rejects.toMatchObject({
			name: 'NodeOperationError',
			message: 'The host in the credential is not an address',
			description: expect.stringContaining('Open the credential') as string,
		});
	});

	it('says what is wrong with the data table', async () => {
		const one = trigger({ credential: { ...here.credential, n8nApiKey: 'wrong' } });
		await one.poll();

		await expect(one.poll()).rejects.toMatchObject({
			name: 'NodeOperationError',
			message: expect.stringContaining('n8n does not accept the API key in the credential for data tables.') as string,
		});
	});

	it('tells a fault of the node as what it is', async () => {
		const one = await listening();
		gateway.before = () => {
			throw new TypeError('x is not a function');
		};

		await expect(one.poll()).rejects.toMatchObject({
			name: 'NodeOperationError',
			message: "This is a fault of the node itself. Please report it, with what n8n's log says: TypeError: x is not a function",
		});
	});

	it('that n8n has given up says why all the same', async () => {
		const one = await denied({ budget: 60_000 });
		gateway.before = () => {
			here.now += 60_001;
		};

		await expect(one.poll()).rejects.toThrow(DENIAL);
	});
});

describe('a poll that finds something in spite of trouble', () => {
	it('emits it and warns; the trouble is told of at once when nothing is found any more', async () => {
		const one = await denied();
		await expect(one.poll()).rejects.toThrow(DENIAL);
		one.add('2');
		gateway.says.set('2', inState('2', 'deliver'));

		expect(await one.poll()).toEqual(['2 delivered']);
		expect(one.warnings).toEqual([DENIAL]);
		await expect(one.poll()).rejects.toThrow(DENIAL);
	});

	it('warns alike when it is the second of an activation; the first asks nothing', async () => {
		const one = await denied();
		one.add('2');
		gateway.says.set('2', inState('2', 'deliver'));
		gateway.asked.length = 0;

		const again = one.another();
		expect(await one.poll(again.context)).toEqual([]);
		expect([gateway.asked, again.warnings]).toEqual([[], []]);
		expect(await one.poll(again.context)).toEqual(['2 delivered']);
		expect(again.warnings).toEqual([DENIAL]);
	});
});

it('a trigger is known by its workflow and its node; a workflow that was never saved has no ID', async () => {
	const one = await listening({ workflow: {}, credential: here.credential, budget: 45_000 });
	await one.poll();

	expect(rows(here, `${here.name}_triggers`)).toMatchObject([{ trigger: ':n1' }]);
	expect(await one.poll()).toEqual([]);
});
