import type { IDataObject } from 'n8n-workflow';

import { WORDS } from '../../../simulator';
import { runNode } from '../harness';
import { jsonOf, send as sendWith, sendCanvas, sms } from '../send/kit';
import { anotherProcess } from './anotherProcess';
import type { Activation, ActiveTrigger } from './kit';
import { DENIED, HOUR, MINUTE, pass, READ, SECOND, tableAccount, trigger, world } from './world';

const NOT_READ = '79990020001';
const FALLS_TO_SMS = '79990060001';
const LINK_OPENED = '79990360001';
const UNSUBSCRIBED = '79990370001';
const ALL = ['finalOutcome', 'read', 'linkOpened', 'unsubscribed'];

const here = world();
const iso = (shift = 0): string => new Date(here.now + shift).toISOString();

beforeEach(() => {
	// Other tests let time pass in n8n alone; the gateway's clock shows whole seconds.
	const { clock } = here.simulator;
	pass(here, SECOND - (here.now % SECOND));
	if (clock.now() < here.now) clock.advance(here.now - clock.now());
	else here.now = clock.now();
});

/** What was emitted: the event of each item. */
const told = (items: readonly IDataObject[]): string[] =>
	items.map(({ event, inferred }) => (inferred === true ? `${textOf(event)}, inferred` : textOf(event)));

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** How many questions about messages the gateway is asked while something goes on. */
async function questionsIn(work: () => Promise<unknown>): Promise<number> {
	const first = here.simulator.requests.length;
	await work();
	const requests = here.simulator.requests.slice(first).filter(({ operation }) => operation === 'state');
	return requests.reduce((sum, { recipients }) => sum + recipients, 0);
}

/** Polls every so often until so much time has passed; returns all that is emitted. */
async function pollFor(one: ActiveTrigger, duration: number, every: number): Promise<IDataObject[]> {
	const items: IDataObject[] = [];
	for (let passed = 0; passed < duration; passed += every) {
		pass(here, every);
		items.push(...(await one.poll()));
	}
	return items;
}

/** Lets time pass in n8n alone: subscribers do nothing meanwhile. */
function passInN8n(milliseconds: number): void {
	here.now += milliseconds;
}

describe.each(['memory', 'dataTable'])('a trigger on the store %s', (store) => {
	const account = (): IDataObject => (store === 'memory' ? { store } : tableAccount(here));

	/** A trigger that has polled once. */
	async function listening(events?: readonly string[], parameters: IDataObject = {}, activation: Activation = {}): Promise<ActiveTrigger> {
		const all = { ...(events !== undefined && { events }), ...parameters };
		const one = trigger(here, { account: account(), parameters: all as never, ...activation });
		await one.poll();
		return one;
	}

	/** Sends over Viber, then SMS. Returns the IDs. */
	async function send(phones: readonly string[], campaignName = 'Autumn'): Promise<unknown[]> {
		const result = await sendWith(here.simulator, {
			cascade: [{ ...sms, channel: 'viber' }, sms],
			items: phones.map((phone, contactId) => ({ phone, contactId })),
			options: { campaignName, attachDataJson: '={{ { contactId: $json.contactId } }}' },
			account: account() as never, // the kit's type leaves out what a credential may hold besides texts
		});
		return jsonOf(result).map(({ messageId }) => messageId);
	}

	it('emits what the subscriber does, each once, when it is learnt', async () => {
		const one = await listening(ALL);
		const [messageId] = await send([LINK_OPENED]);
		pass(here, 20 * SECOND);
		const first = await one.poll();
		expect(told(first)).toEqual(['finalOutcome', 'read']);
		expect(first).toMatchObject([
			{ messageId, outcome: 'delivered', engagement: 'read', changedAt: expect.stringMatching(/\+03:00$/) as string },
			{
				...{ messageId, outcome: 'delivered', engagement: 'read', inferred: false, phone: LINK_OPENED, campaignName: 'Autumn' },
				...{ changedAt: iso(-5 * SECOND), data: { contactId: 0 } },
			},
		]);
		expect(first[0]).not.toHaveProperty('inferred');
		pass(here, 9 * MINUTE);
		expect(await one.poll()).toEqual([]);
		pass(here, MINUTE);
		const second = await one.poll();
		expect(told(second)).toEqual(['linkOpened']);
		expect(second).toMatchObject([{ messageId, engagement: 'linkOpened', deliveredBy: 'viber', channels: { viber: { state: 'link' } } }]);

		pass(here, 80 * HOUR);
		expect(await one.poll()).toEqual([]);
	});

	it('infers from an opened link that the message was read, at that time at the latest', async () => {
		const one = await listening(['read', 'linkOpened']);
		await send([LINK_OPENED]);
		pass(here, 5 * SECOND);
		expect(await one.poll()).toEqual([]);
		pass(here, 10 * MINUTE);
		const items = await one.poll();

		expect(told(items)).toEqual(['read, inferred', 'linkOpened']);
		expect(items).toMatchObject([
			{ changedAt: iso(40 * SECOND - 10 * MINUTE) },
			{ changedAt: iso(40 * SECOND - 10 * MINUTE), inferred: false },
		]);
	});

	it('infers nothing for one that does not want to hear of it', async () => {
		const one = await listening(['linkOpened']);
		await send([LINK_OPENED]);
		pass(here, 5 * SECOND);
		await one.poll();

		expect(told(await pollFor(one, HOUR, 10 * MINUTE))).toEqual(['linkOpened']);
	});

	it('infers nothing from unsubscribing, which is the last: nothing is asked after it', async () => {
		const one = await listening(ALL);
		await send([UNSUBSCRIBED]);
		pass(here, 5 * SECOND);
		expect(told(await one.poll())).toEqual(['finalOutcome']);
		pass(here, 10 * MINUTE);
		expect(told(await one.poll())).toEqual(['unsubscribed']);

		expect(await questionsIn(async () => await pollFor(one, 24 * HOUR, 6 * HOUR))).toBe(0);
	});

	it('emits and asks what it always did unless it is told to', async () => {
		const one = await listening();
		await send([LINK_OPENED, UNSUBSCRIBED, FALLS_TO_SMS]);
		pass(here, 2 * HOUR);
		expect(told(await one.poll())).toEqual(['finalOutcome', 'finalOutcome', 'finalOutcome']);

		expect(await questionsIn(async () => await pollFor(one, 24 * HOUR, 6 * HOUR))).toBe(0);
		expect(one.staticData).not.toHaveProperty('followed');
	});

	it('does not follow what another channel delivered, or nobody got', async () => {
		const one = await listening(ALL);
		await send([FALLS_TO_SMS, '79990090001']);
		pass(here, 8 * HOUR);
		expect(told(await one.poll())).toEqual(['finalOutcome', 'finalOutcome']);

		expect(await questionsIn(async () => await pollFor(one, 24 * HOUR, 6 * HOUR))).toBe(0);
	});

	it('asks no more about what it has heard all of that it wants', async () => {
		const one = await listening(['read']);
		await send([READ]);
		pass(here, 5 * SECOND);
		await one.poll();
		expect(await questionsIn(async () => expect(told(await pollFor(one, 10 * MINUTE, 5 * MINUTE))).toEqual(['read']))).toBe(1);

		expect(await questionsIn(async () => await pollFor(one, 24 * HOUR, 6 * HOUR))).toBe(0);
	});

	it('asks more and more seldom, 32 times in 72 hours, and not after that', async () => {
		const one = await listening(['read']);
		await send([NOT_READ]);
		pass(here, 5 * SECOND);
		await one.poll();
		const questions = async (duration: number, every: number) => await questionsIn(async () => await pollFor(one, duration, every));

		expect(await questions(HOUR, 5 * MINUTE)).toBe(6);
		expect(await questions(5 * HOUR, 15 * MINUTE)).toBe(10);
		expect(await questions(18 * HOUR, HOUR)).toBe(9);
		expect(await questions(48 * HOUR, 2 * HOUR)).toBe(7);
		expect(await questions(96 * HOUR, 6 * HOUR)).toBe(0);
	});

	it('follows as long as it is told to', async () => {
		const one = await listening(['read'], { followFor: 2 });
		await send([READ]);
		here.simulator.clock.advance(5 * SECOND);
		await one.poll();
		passInN8n(2 * HOUR - 1);
		expect(await questionsIn(one.poll)).toBe(1);
		passInN8n(HOUR);
		here.simulator.clock.advance(HOUR);

		expect(await questionsIn(async () => expect(await one.poll()).toEqual([]))).toBe(0);
	});

	it('hears of what happens days later', async () => {
		const one = await listening(['read', 'finalOutcome']);
		const [messageId] = await send([READ]);
		here.simulator.clock.advance(5 * SECOND);
		expect(told(await one.poll())).toEqual(['finalOutcome']);
		passInN8n(70 * HOUR);
		here.simulator.clock.advance(HOUR);

		expect(await one.poll()).toMatchObject([{ messageId, event: 'read' }]);
	});

	it('follows messages of its campaign alone; outcomes are no matter of events', async () => {
		const one = await listening(['finalOutcome', 'read'], { campaignName: 'Spring', outcomes: ['expired'] });
		await send([NOT_READ], 'Autumn');
		const [messageId] = await send([READ], 'Spring');
		pass(here, 5 * SECOND);
		expect(await one.poll()).toEqual([]);
		pass(here, 10 * MINUTE);

		expect(
			await questionsIn(async () => expect(await one.poll()).toMatchObject([{ messageId, event: 'read', outcome: 'delivered' }])),
		).toBe(1);
	});

	it('follows what was handed over by its ID alone', async () => {
		const one = await listening(['unsubscribed']);
		const messageId = await sentElsewhere(UNSUBSCRIBED);
		await track(messageId, account());
		pass(here, 20 * SECOND);
		expect(await one.poll()).toEqual([]);
		pass(here, 10 * MINUTE);

		expect(await one.poll()).toMatchObject([{ messageId, event: 'unsubscribed', phone: null, campaignName: null }]);
	});

	it('says once what another hand-over of the message does not make new', async () => {
		const one = await listening(['read', 'unsubscribed']);
		await send([UNSUBSCRIBED]);
		const id = here.simulator.messages.at(-1)?.id ?? '';
		here.simulator.clock.advance(20 * SECOND);
		expect(told(await one.poll())).toEqual(['read']);
		await track(id, account());
		passInN8n(SECOND);
		expect(told(await one.poll())).toEqual([]);
		pass(here, 10 * MINUTE);

		expect(told(await one.poll())).toEqual(['unsubscribed']);
		expect(await pollFor(one, HOUR, 10 * MINUTE)).toEqual([]);
	});

	describe('beside others', () => {
		it('hears of its own events, and of each once', async () => {
			const reads = await listening(['read']);
			const outcomes = await listening();
			const links = await listening(['linkOpened', 'finalOutcome']);
			await send([LINK_OPENED, UNSUBSCRIBED]);
			const heard = { reads: [] as string[], outcomes: [] as string[], links: [] as string[] };
			for (const pause of [20 * SECOND, 10 * MINUTE, HOUR, HOUR]) {
				pass(here, pause);
				heard.reads.push(...told(await reads.poll()));
				heard.outcomes.push(...told(await outcomes.poll()));
				heard.links.push(...told(await links.poll()));
			}

			expect(heard).toEqual({
				reads: ['read', 'read'],
				outcomes: ['finalOutcome', 'finalOutcome'],
				links: ['finalOutcome', 'finalOutcome', 'linkOpened'],
			});
		});

		it('that was there before, hears nothing of the past', async () => {
			const early = await listening(ALL);
			await send([LINK_OPENED]);
			pass(here, 2 * HOUR);
			expect(told(await early.poll())).toEqual(['finalOutcome', 'read, inferred', 'linkOpened']);
			const late = await listening(ALL);
			const [messageId] = await send([READ]);
			pass(here, HOUR);

			expect(await late.poll()).toMatchObject([
				{ messageId, event: 'finalOutcome' },
				{ messageId, event: 'read' },
			]);
			expect(await pollFor(late, 24 * HOUR, 6 * HOUR)).toEqual([]);
		});

		it('does not hear from it of what was delivered before', async () => {
			const early = await listening(ALL);
			await send([READ]);
			pass(here, 5 * SECOND);
			expect(told(await early.poll())).toEqual(['finalOutcome']);
			passInN8n(2 * HOUR);
			const late = await listening(['read']);
			pass(here, 10 * MINUTE);

			expect(told(await early.poll())).toEqual(['read']);
			expect(await late.poll()).toEqual([]);
		});

		it('follows nothing that was delivered before it was told to', async () => {
			const one = await listening(['finalOutcome'], {}, { workflowId: `toggled ${store}` });
			await send([READ]);
			here.simulator.clock.advance(5 * SECOND);
			passInN8n(5 * SECOND);
			expect(told(await one.poll())).toEqual(['finalOutcome']);
			passInN8n(SECOND);
			const changed = await listening(ALL, {}, { workflowId: `toggled ${store}`, staticData: saved(one) });
			pass(here, HOUR);

			expect(await questionsIn(async () => expect(await changed.poll()).toEqual([]))).toBe(0);
		});

		it('has stopped to follow, and begins anew when it is told to', async () => {
			const workflowId = `stopped ${store}`;
			const one = await listening(ALL, {}, { workflowId });
			await send([READ]);
			here.simulator.clock.advance(5 * SECOND);
			passInN8n(5 * SECOND);
			expect(told(await one.poll())).toEqual(['finalOutcome']);
			const without = await listening(['finalOutcome'], {}, { workflowId, staticData: saved(one) });
			passInN8n(SECOND);
			const again = await listening(ALL, {}, { workflowId, staticData: saved(without) });
			pass(here, HOUR);

			expect(await questionsIn(async () => expect(await again.poll()).toEqual([]))).toBe(0);
			const [messageId] = await send([READ]);
			pass(here, HOUR);
			expect(await again.poll()).toMatchObject([{ messageId }, { messageId, event: 'read' }]);
		});
	});

	describe('after a restart', () => {
		it('goes on following, and does not say again what it has said', async () => {
			const workflowId = `restarted ${store}`;
			const one = await listening(ALL, {}, { workflowId });
			const [messageId] = await send([LINK_OPENED]);
			here.simulator.clock.advance(20 * SECOND);
			passInN8n(20 * SECOND);
			expect(told(await one.poll())).toEqual(['finalOutcome', 'read']);
			passInN8n(SECOND);
			expect(await one.poll()).toEqual([]);
			passInN8n(HOUR);
			const restarted = trigger(here, {
				...{ account: account(), parameters: { events: ALL }, workflowId, staticData: saved(one), node: anotherProcess() },
			});
			expect(await questionsIn(async () => expect(await restarted.poll()).toEqual([]))).toBe(1);
			pass(here, HOUR);

			expect(await restarted.poll()).toMatchObject([{ messageId, event: 'linkOpened' }]);
			expect(await pollFor(restarted, 4 * HOUR, HOUR)).toEqual([]);
		});
	});

	describe('when something fails', () => {
		it('tells of it, and loses nothing', async () => {
			const one = await listening(['read', 'unsubscribed']);
			await send([UNSUBSCRIBED]);
			pass(here, 20 * SECOND);
			expect(told(await one.poll())).toEqual(['read']);
			pass(here, 10 * MINUTE);
			here.simulator.faults.set({ ...DENIED, next: 1 });
			await expect(one.poll()).rejects.toThrow('The states of waiting messages could not be asked; they will be asked again.');

			expect(told(await one.poll())).toEqual(['unsubscribed']);
		});

		it('takes an ID the gateway has forgotten for no news', async () => {
			const one = await listening(['read', 'linkOpened']);
			await send([LINK_OPENED]);
			pass(here, 20 * SECOND);
			expect(told(await one.poll())).toEqual(['read']);
			passInN8n(10 * MINUTE);
			here.simulator.faults.set({ fault: 'custom', operation: 'state', status: 200, body: unknownId(), next: 1 });
			expect(await one.poll()).toEqual([]);
			pass(here, 10 * MINUTE);

			expect(told(await one.poll())).toEqual(['linkOpened']);
		});
	});
});

/** What n8n saves of a trigger and gives back after a restart. */
const saved = ({ staticData }: ActiveTrigger): IDataObject => JSON.parse(JSON.stringify(staticData)) as IDataObject;

/** The gateway's answer that it does not know the newest message. */
function unknownId(): string {
	const { id } = here.simulator.messages.at(-1) ?? {};
	return JSON.stringify({ state: [{ id_message: id, state: WORDS.unknownId, time_change_state: '' }] });
}

/** Sends past n8n, as a script of the user's would, and returns the message ID. */
async function sentElsewhere(phone: string): Promise<string> {
	const message = { send_viber: '1', sender_viber: 'MyShop', text_viber: 'Hi', phones: [{ phone }] };
	await fetch(`${here.simulator.url}/sendmessagejson.php`, {
		method: 'POST',
		headers: { 'Content-Type': 'application/json; charset=utf-8', Authorization: 'Bearer demo-token' },
		body: JSON.stringify({ message: [message] }),
	});
	return here.simulator.messages.at(-1)?.id ?? '';
}

/** Hands over the ID of a message, and nothing else. */
async function track(messageId: string, account: IDataObject): Promise<void> {
	const canvas = sendCanvas(here.simulator, { account: account as never });
	await runNode({ ...canvas, parameters: { resource: 'message', operation: 'track', messageId } });
}
