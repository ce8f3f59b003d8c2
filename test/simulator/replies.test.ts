import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text as textOf } from 'node:stream/consumers';
import { setTimeout as wait } from 'node:timers/promises';

import { at, parse, phones, postJson, SMS, VIBER } from './client';
import { numberOf } from './numbers';
import { firstEvent } from './pageEvents';
import { simulator, useSimulator } from './runningSimulator';

const START = '2026-12-01T12:00:00.000Z';
const ID = '1179038981';
const WITH_BUTTON = { ...VIBER, button_text: 'Open', button_url: 'https://shop.example' };
useSimulator({ startTime: new Date(START), timeZone: 'Europe/Moscow' });

/** The manager's URL: what was posted to it, and what it answers. */
const manager = { url: '', posted: [] as { type: unknown; body: unknown }[], status: 200 };
let server: Server;
beforeAll(async () => {
	server = createServer((request, response) => {
		void textOf(request).then((body) => {
			manager.posted.push({ type: request.headers['content-type'], body: parse(body) });
			response.writeHead(manager.status).end();
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	manager.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/webhook/replies?key=k`;
});
beforeEach(() => {
	Object.assign(manager, { posted: [], status: 200 });
	simulator.replyUrl = manager.url;
});
afterAll(() => server.close());

async function send(fate = 'not-read', message: object = VIBER): Promise<void> {
	await postJson(simulator.url, { message: [{ ...message, phones: phones(numberOf(fate)) }] });
}

async function delivered(fate = 'not-read', message: object = VIBER): Promise<void> {
	await send(fate, message);
	simulator.clock.advance(10_000);
}

async function viberState(): Promise<unknown> {
	return at(await postJson(simulator.url, { state: [{ id_message: ID }] }), 'state', 0, 'state_viber');
}

async function control(path: string, body: unknown, method = 'POST'): Promise<unknown> {
	const init = { method, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
	return await (await fetch(`${simulator.url}/_control/${path}`, init)).json();
}

async function untilPosted(count: number): Promise<void> {
	for (let turn = 0; turn < 200 && manager.posted.length < count; turn++) await wait(20);
}

describe('by hand, a subscriber', () => {
	it.each(['read', 'link', 'unsubscribe'] as const)('can %s, and Viber’s state says so', async (deed) => {
		await delivered('not-read', WITH_BUTTON);
		expect(await viberState()).toBe('deliver');
		simulator.act(ID, deed);
		expect(await viberState()).toBe(deed);
	});

	it('does one thing after another', async () => {
		await delivered('not-read', WITH_BUTTON);
		const states: unknown[] = [];
		for (const deed of ['read', 'link', 'unsubscribe']) {
			expect(await control(`messages/${ID}/deeds`, { deed })).toEqual({ done: true });
			states.push(await viberState());
		}
		expect(states).toEqual(['read', 'link', 'unsubscribe']);
	});

	it.each([
		['unsubscribed', 'read', 120_000, '"read" cannot be done with message 1179038981 now; possible is nothing'],
		['not-read', 'link', 10_000, 'possible is only read, unsubscribe, reply.'],
		['never', 'read', 10_000, 'possible is nothing: it was not delivered'],
		['read', 'read', 60_000, 'possible is only unsubscribe, reply.'],
	])('of the fate "%s" cannot %s', async (fate, deed, after, words) => {
		await send(fate);
		simulator.clock.advance(after);
		expect(at(await control(`messages/${ID}/deeds`, { deed }), 'error')).toContain(words);
	});

	it('who has blocked the sender stays so, whatever the fate had in store', async () => {
		await send('link-opened');
		simulator.clock.advance(4_000);
		simulator.act(ID, 'unsubscribe');
		simulator.clock.advance(600_000);
		expect(await viberState()).toBe('unsubscribe');
	});

	it('who has read goes on as the fate says', async () => {
		await send('link-opened');
		simulator.clock.advance(4_000);
		simulator.act(ID, 'read');
		expect(await viberState()).toBe('read');
		simulator.clock.advance(600_000);
		expect(await viberState()).toBe('link');
	});

	it('can write back, as the protocol says: in GMT, with the phone as a number', async () => {
		await delivered();
		await simulator.reply(ID, 'Да, "завтра"');
		expect(manager.posted).toEqual([
			{
				type: 'application/json',
				body: {
					message_id: ID,
					channel: 'viber',
					timestamp: new Date(simulator.clock.now()).toISOString().slice(0, 19).replace('T', ' '),
					recipient_response: {
						recipient: { phone: Number(numberOf('not-read')) },
						from: VIBER.sender_viber,
						content: { type: 'text', text: 'Да, "завтра"' },
					},
				},
			},
		]);
	});

	it.each([
		[SMS, 'possible is only unsubscribe.'],
		[VIBER, 'possible is nothing'],
	])('cannot write back to %j', async (message, words) => {
		await (message === SMS ? delivered('read', SMS) : send());
		await expect(simulator.reply(ID, 'Hello')).rejects.toThrow(words);
		expect(manager.posted).toEqual([]);
	});
});

describe('by fate', () => {
	it.each([
		['replies', 1],
		['replies-repeated', 3],
	])('%s: is posted %i times once it was read, whatever the clock does', async (fate, count) => {
		await send(fate);
		simulator.clock.advance(34_999);
		await wait(250);
		expect(manager.posted).toEqual([]);
		simulator.clock.advance(600_000);
		await untilPosted(count);
		await wait(250);
		expect(manager.posted).toHaveLength(count);
		expect(new Set(manager.posted.map(({ body }) => JSON.stringify(body))).size).toBe(1);
	});

	it('nobody answers an SMS', async () => {
		await send('replies', SMS);
		simulator.clock.advance(600_000);
		await wait(250);
		expect(manager.posted).toEqual([]);
	});
});

describe('the page', () => {
	const card = async (): Promise<unknown> => at(await firstEvent(simulator.url), 'cards', 0, 'messages', 0);

	it('says what can be done', async () => {
		await send('not-read', WITH_BUTTON);
		expect(await card()).toMatchObject({ possible: [], replies: [] });
		simulator.clock.advance(10_000);
		expect(await card()).toMatchObject({ possible: ['read', 'link', 'unsubscribe', 'reply'] });
	});

	it('shows replies, and what was answered', async () => {
		await delivered();
		expect(await control(`messages/${ID}/replies`, { text: 'One' })).toEqual({ posted: 200 });
		manager.status = 403;
		await simulator.reply(ID, 'Two');
		simulator.replyUrl = 'http://127.0.0.1:1/';
		await simulator.reply(ID, 'Three');
		expect(await control('reply-url', { url: '' }, 'PUT')).toEqual({ set: false });
		await simulator.reply(ID, 'Four');
		// Moscow is three hours ahead.
		const now = new Date(simulator.clock.now() + 3 * 3_600_000).toISOString().slice(11, 16);
		expect(at(await card(), 'replies')).toEqual([
			{ text: 'One', at: now, posted: 200 },
			{ text: 'Two', at: now, posted: 403 },
			{ text: 'Three', at: now, posted: 'not reached' },
			{ text: 'Four', at: now, posted: 'no address' },
		]);
		expect(at(await (await fetch(`${simulator.url}/_control/messages`)).json(), 0, 'replies')).toHaveLength(4);
	});
});

it.each<[string, unknown, string, string]>([
	[`messages/${ID}/deeds`, { deed: 'like' }, 'POST', '"deed" must be one of read, link, unsubscribe.'],
	['messages/5/deeds', { deed: 'read' }, 'POST', 'There is no message 5.'],
	[`messages/${ID}/replies`, { text: ' ' }, 'POST', '"text" must say something.'],
	['messages/5/replies', { text: 'x' }, 'POST', 'There is no message 5.'],
	['reply-url', { url: 'ftp://x' }, 'PUT', 'The URL for replies is a web address'],
	['reply-url', {}, 'PUT', 'The URL for replies is a web address'],
])('%s %j is refused', async (path, body, method, words) => {
	await delivered();
	expect(at(await control(path, body, method), 'error')).toContain(words);
});
