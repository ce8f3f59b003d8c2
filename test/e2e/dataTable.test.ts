import './table/preferTypeScript'; // first: it changes what imports mean

import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, it, mock } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';

import type { IDataObject } from 'n8n-workflow';

import { dig, isRecord, listAt, textAt } from '../../demo/json';
import { CURSOR_COLUMNS } from '../../nodes/CascadeMessaging/tracking/dataTable/cursorTable';
import { MESSAGE_COLUMNS } from '../../nodes/CascadeMessaging/tracking/dataTable/messageRow';
import type { Simulator } from '../../simulator';
import { startSimulator } from '../../simulator';
import type { Subject } from '../support/tables/contract';
import { contract } from '../support/tables/contract';
import type { BareN8n } from './table/bareN8n';
import { startBareN8n } from './table/bareN8n';
import type { FreshNodes } from './table/freshNodes';
import { freshNodes } from './table/freshNodes';
import { until } from './world';

const HOUR = 3_600_000;
const READ = '79990010001';
const NOT_DELIVERED = '79990090001';
const SLOW = '79990130001';
const LINK_OPENED = '79990360001';
const UNSUBSCRIBED = '79990370001';
const NEVER = '79990140001';
/** Tables get full soon, and n8n notices at once. */
const LIMITS = { N8N_DATA_TABLES_SIZE_CHECK_CACHE_DURATION_MS: '0', N8N_DATA_TABLES_MAX_SIZE_BYTES: '40000000' };

let n8n: BareN8n;
let simulator: Simulator;
let nodes: FreshNodes;
let table = '';
const ends: (() => Promise<void>)[] = [];
let tables = 0;
let later = 0;
before(async () => {
	simulator = await startSimulator({ speed: 0 });
	ends.push(async () => await simulator.close());
	n8n = await startBareN8n(LIMITS);
	ends.push(async () => await n8n.close());
});
after(async () => {
	for (const end of ends.reverse()) await end();
});
beforeEach(() => {
	const realNow = Date.now.bind(Date);
	later = 0;
	mock.method(Date, 'now', () => realNow() + later);
	simulator.reset();
	tables += 1;
	table = `messages_${tables}`;
	nodes = freshNodes();
});
afterEach(() => mock.restoreAll());

/** Lets time pass, on the clock of the nodes and on that of the gateway. */
function pass(milliseconds: number): void {
	later += milliseconds;
	simulator.clock.advance(milliseconds);
}

const account = (changes: IDataObject = {}): IDataObject => ({
	...{ store: 'dataTable', n8nApiKey: n8n.session.apiKey, n8nUrl: n8n.session.url, dataTableName: table, keepForDays: 30 },
	...changes,
});

const trigger = (workflowId = 'one', giveUpAfter = 72, changes: IDataObject = {}) =>
	nodes.activate(simulator, { workflowId, account: account(changes), parameters: { giveUpAfter } });

/** Sends to phones and returns the items of the output. */
async function send(phones: readonly string[], changes: IDataObject = {}, recipientsPerRequest = 500): Promise<IDataObject[]> {
	const { output } = await nodes.send(simulator, {
		items: phones.map((phone, contactId) => ({ phone, contactId })),
		options: { attachDataJson: '={{ { contactId: $json.contactId } }}', recipientsPerRequest },
		account: account(changes) as never, // the kit's type leaves out what a credential may hold besides texts
	});
	return (output[0] ?? []).map(({ json }) => json);
}

const idsOf = (items: readonly IDataObject[]): unknown[] => items.map(({ messageId }) => messageId).sort();

async function tableId(name = table): Promise<string> {
	const found = listAt(await n8n.session.api('GET', '/data-tables?limit=250'), 'data').find((one) => dig(one, 'name') === name);
	return textAt(found, 'id');
}

async function rows(): Promise<Record<string, unknown>[]> {
	return listAt(await n8n.session.api('GET', `/data-tables/${await tableId()}/rows?limit=250`), 'data').filter(isRecord);
}

/** n8n answers a deletion with nothing at all, which no other call of the API does. */
async function drop(id: string): Promise<void> {
	const { url, apiKey } = n8n.session;
	const answer = await fetch(`${url}/api/v1/data-tables/${id}`, { method: 'DELETE', headers: { 'X-N8N-API-KEY': apiKey } });
	assert.equal(answer.status, 204);
}

/** Fills all tables together to their limit with one more, and returns its ID. */
async function fill(): Promise<string> {
	const made = await n8n.session.api('POST', '/data-tables', { name: `${table}_big`, columns: [{ name: 'text', type: 'string' }] });
	const rowsOfMegabytes = { data: Array.from({ length: 15 }, () => ({ text: 'x'.repeat(1e6) })), returnType: 'count' };
	for (let i = 0; i < 3; i++) await n8n.session.api('POST', `/data-tables/${textAt(made, 'id')}/rows`, rowsOfMegabytes);
	return textAt(made, 'id');
}

describe('n8n’s data tables, as the stand-in plays them to the other tests', () => {
	let filling = '';
	const subject = (): Subject => ({
		...n8n.session,
		fill: async () => {
			filling = await fill();
		},
		makeRoom: async () => {
			await drop(filling);
		},
		start: async (look) => {
			const isDown = async (): Promise<boolean> =>
				await fetch(n8n.session.url).then(
					() => false,
					() => true,
				);
			const restarted = n8n.restart(LIMITS);
			while (!(await isDown())) await wait(20);
			const progress = { isUp: false };
			void restarted.finally(() => {
				progress.isUp = true;
			});
			while (!progress.isUp) await look().then(async () => await wait(20));
			await restarted;
			await look();
		},
	});

	for (const { name, holds } of contract) it(name, async () => await holds(subject()));
});

describe('triggers on a data table', () => {
	it('each report each message once, with what was attached', async () => {
		const [one, two] = [trigger('one'), trigger('two')];
		await one.poll();
		await two.poll();
		const sent = await send([READ, NOT_DELIVERED]);
		assert.deepEqual(await one.poll(), []);
		pass(8 * HOUR);

		for (const each of [one, two]) {
			const reports = await each.poll();
			assert.deepEqual(idsOf(reports), idsOf(sent));
			assert.deepEqual(reports.map(({ outcome, data }) => [outcome, data]).sort(), [
				['delivered', { contactId: 0 }],
				['notDelivered', { contactId: 1 }],
			]);
		}
		for (const each of [one, two, one, two]) assert.deepEqual(await each.poll(), []);
	});

	it('follow what was delivered, each event once, through a crash, in tables an older version made', async () => {
		await n8n.session.api('POST', '/data-tables', { name: table, columns: MESSAGE_COLUMNS });
		await n8n.session.api('POST', '/data-tables', { name: `${table}_triggers`, columns: CURSOR_COLUMNS });
		const all = (workflowId: string, events: string[]) =>
			nodes.activate(simulator, { workflowId, account: account(), parameters: { events } });
		const events = ['finalOutcome', 'read', 'linkOpened', 'unsubscribed'];
		await all('follows', events).poll();
		await trigger('outcomes').poll();
		await nodes.send(simulator, {
			items: [{ phone: LINK_OPENED }, { phone: UNSUBSCRIBED }],
			cascade: [{ channel: 'viber', sender: 'MyShop', text: 'Hi' }],
			account: account() as never, // the kit's type leaves out what a credential may hold besides texts
		});
		pass(5000);
		const told = (items: readonly IDataObject[]): unknown[] => items.map(({ event }) => event).sort();
		assert.deepEqual(told(await all('follows', events).poll()), ['finalOutcome', 'finalOutcome']);
		assert.deepEqual(told(await trigger('outcomes').poll()), ['finalOutcome', 'finalOutcome']);
		// The poll after an emission shows that n8n lived on.
		assert.deepEqual(await all('follows', events).poll(), []);
		assert.deepEqual(await trigger('outcomes').poll(), []);
		nodes = freshNodes();
		pass(HOUR);
		assert.deepEqual(told(await all('follows', events).poll()), ['linkOpened', 'read', 'unsubscribed']);
		assert.deepEqual(await all('follows', events).poll(), []);
		nodes = freshNodes();
		pass(HOUR);
		assert.deepEqual(await all('follows', events).poll(), []);
		assert.deepEqual(await trigger('outcomes').poll(), []);
		const [opened, unsubscribed] = await rows();
		assert.match(textAt(opened, 'linkOpened'), /^\d{4}-\d\d-\d\dT.*Z$/);
		assert.equal(dig(opened, 'read'), dig(opened, 'linkOpened'));
		assert.match(textAt(unsubscribed, 'unsubscribed'), /Z$/);
		assert.equal(dig(unsubscribed, 'read'), null);
	});

	it('report again after a crash only what no later poll has confirmed', async () => {
		await trigger().poll();
		const [first] = await send([READ]);
		pass(8 * HOUR);
		assert.deepEqual(idsOf(await trigger().poll()), [first?.messageId]);
		nodes = freshNodes();
		assert.deepEqual(idsOf(await trigger().poll()), [first?.messageId], 'the crash came before the next poll');
		assert.deepEqual(await trigger().poll(), []);
		nodes = freshNodes();
		assert.deepEqual(await trigger().poll(), [], 'the crash came after the next poll');

		const [second] = await send([READ]);
		pass(8 * HOUR);
		nodes = freshNodes();
		assert.deepEqual(idsOf(await trigger().poll()), [second?.messageId]);
	});

	it('give up once, and keep quiet when the message becomes final later', async () => {
		const hasty = trigger('hasty', 0.01);
		const patient = trigger('patient', 72);
		await hasty.poll();
		await patient.poll();
		const sent = await send([SLOW]);
		pass(60_000);
		const reports = await hasty.poll();
		assert.deepEqual(
			reports.map(({ messageId, outcome, data }) => ({ messageId, outcome, data })),
			[{ messageId: sent[0]?.messageId, outcome: 'timeout', data: { contactId: 0 } }],
		);
		assert.deepEqual(await hasty.poll(), []);
		pass(60 * HOUR);

		assert.deepEqual(await hasty.poll(), []);
		assert.deepEqual(
			(await patient.poll()).map(({ outcome }) => outcome),
			['delivered'],
		);
		nodes = freshNodes();
		assert.deepEqual(await trigger('hasty', 0.01).poll(), []);
	});

	it('lose nothing when a poll takes longer than n8n waits for it', async () => {
		const one = trigger();
		await one.poll();
		const [sent] = await send([READ]);
		pass(8 * HOUR);
		simulator.faults.set({ fault: 'slow', operation: 'state', seconds: 3, next: 1 });
		const late = one.poll();
		await until(
			async () => await Promise.resolve(simulator.faults.list()[0]?.hits ?? 0),
			(hits) => hits > 0,
			10,
		);
		pass(HOUR);

		assert.deepEqual(await late, []);
		assert.deepEqual(idsOf(await one.poll()), [sent?.messageId]);
	});

	it('remove rows older than Keep For, and no other', async () => {
		const one = trigger('one', 72, { keepForDays: 2 });
		await one.poll();
		const [old] = await send([NEVER], { keepForDays: 2 });
		pass(47 * HOUR);
		await one.poll();
		assert.deepEqual(idsOf((await rows()) as IDataObject[]), [old?.messageId]);
		const [young] = await send([NEVER], { keepForDays: 2 });
		pass(2 * HOUR);
		await one.poll();

		assert.deepEqual(idsOf((await rows()) as IDataObject[]), [young?.messageId]);
	});
});

it('leaves alone what another credential has put into the same table', async () => {
	const one = trigger();
	await one.poll();
	await send([READ]);
	const filter = { type: 'and', filters: [{ columnName: 'phone', condition: 'eq', value: READ }] };
	await n8n.session.api('PATCH', `/data-tables/${await tableId()}/rows/update`, { filter, data: { account: 'another' } });
	const [ours] = await send([NOT_DELIVERED]);
	pass(8 * HOUR);

	assert.deepEqual(idsOf(await one.poll()), [ours?.messageId]);
	assert.deepEqual(
		(await rows()).map(({ outcome }) => outcome),
		['inProgress', 'notDelivered'],
	);
});

describe('a data table that cannot be used', () => {
	/** Sends and polls: the message goes out with a warning, and the poll says the same. */
	async function tells(words: RegExp, changes: IDataObject = {}): Promise<void> {
		const [sent] = await send([READ], changes);
		assert.equal(sent?.accepted, true);
		assert.match(textAt(sent, 'warning'), words);
		const one = trigger('one', 72, changes);
		assert.deepEqual(await one.begin(), [], 'n8n cannot bear it in the first poll');
		await assert.rejects(one.poll(), { name: 'NodeOperationError', message: words });
	}

	beforeEach(async () => {
		await trigger('before').poll();
	});

	it('because it was renamed', async () => {
		await n8n.session.api('PATCH', `/data-tables/${await tableId()}`, { name: `${table}_renamed` });
		await tells(new RegExp(`The data table "${table}" was renamed or deleted. Rename it back`));
	});

	it('because it was deleted', async () => {
		await drop(await tableId());
		await tells(new RegExp(`The data table "${table}" was renamed or deleted. Rename it back`));
	});

	it('because a column was deleted', async () => {
		const id = await tableId();
		const listed = await n8n.session.api('GET', '/data-tables?limit=250');
		const found = listAt(listed, 'data').find((one) => dig(one, 'id') === id);
		const column = listAt(found, 'columns').find((one) => dig(one, 'name') === 'phone');
		const project = textAt(found, 'projectId');
		await n8n.session.rest('DELETE', `/projects/${project}/data-tables/${id}/columns/${textAt(column, 'id')}`);
		await tells(new RegExp(`The data table "${table}" lacks the columns phone. Restore them`));
	});

	it('because the API key is wrong', async () => {
		await tells(/n8n does not accept the API key in the credential for data tables. Make a new one/, { n8nApiKey: 'wrong' });
	});

	it('because all tables together are full; once there is room, nothing is missing', async () => {
		const one = trigger('full');
		await one.poll();
		const [earlier] = await send([READ]);
		const filling = await fill();
		const words = /The data tables of n8n are full. Delete rows or tables, shorten Keep For/;
		const [sent] = await send([READ]);
		assert.equal(sent?.accepted, true);
		assert.match(textAt(sent, 'warning'), words);
		pass(8 * HOUR);
		await assert.rejects(one.poll(), { name: 'NodeOperationError', message: words });
		await drop(filling);

		assert.deepEqual(idsOf(await one.poll()), [earlier?.messageId]);
	});
});

for (const recipientsPerRequest of [500, 50]) {
	it(`takes 10,000 final states of ${10_000 / recipientsPerRequest} different moments`, async (test) => {
		const one = trigger();
		await one.poll();
		const phones = Array.from({ length: 10_000 }, (_, index) => String(79990010000 + index));
		simulator.clock.setSpeed(300);
		const sent = await send(phones, {}, recipientsPerRequest);
		simulator.clock.setSpeed(0);
		pass(8 * HOUR);
		const reports: IDataObject[] = [];
		while (reports.length < sent.length) {
			const start = performance.now();
			const found = await one.poll();
			test.diagnostic(`${found.length} in ${((performance.now() - start) / 1000).toFixed(1)} s`);
			assert.notEqual(found.length, 0);
			reports.push(...found);
		}
		assert.deepEqual(idsOf(reports), idsOf(sent));
		assert.deepEqual(await one.poll(), []);
	});
}

describe('an n8n without its public API', () => {
	before(async () => {
		await n8n.restart({ N8N_PUBLIC_API_DISABLED: 'true' });
	});

	it('sends with a warning, and the trigger says why it cannot poll', async () => {
		const words = /If n8n runs with N8N_PUBLIC_API_DISABLED, turn its public API on first/;
		const [sent] = await send([READ]);
		assert.equal(sent?.accepted, true);
		assert.match(textAt(sent, 'warning'), words);
		const one = trigger();
		assert.deepEqual(await one.begin(), []);
		await assert.rejects(one.poll(), { message: words });
	});
});
