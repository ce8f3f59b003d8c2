import { get as httpGet, type IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import { networkInterfaces } from 'node:os';
import { createInterface } from 'node:readline';

import { type Simulator, startSimulator } from '../../simulator';
import { at, phones, postJson, SMS, VIBER } from './client';

let simulator: Simulator;
beforeEach(async () => {
	simulator = await startSimulator({ speed: 0 });
});
afterEach(() => simulator.close());

async function control(method: string, path: string, body?: unknown): Promise<unknown> {
	const init = body === undefined ? {} : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
	return await (await fetch(`${simulator.url}/_control/${path}`, { method, ...init })).json();
}

async function send(phone = '79000000001'): Promise<unknown> {
	return await postJson(simulator.url, { message: [{ ...SMS, phones: phones(phone) }] });
}

describe('the control endpoint', () => {
	it('switches faults on and off', async () => {
		expect(await control('POST', 'faults', { fault: 'auth-refusal', next: 5 })).toEqual({ id: '1' });
		expect(await send()).toHaveProperty('error');
		expect(await control('GET', 'faults')).toEqual([{ id: '1', fault: 'auth-refusal', next: 5, seen: 1, hits: 1 }]);
		await control('DELETE', 'faults');
		expect(await send()).toHaveProperty('message');
	});

	it.each<[unknown, string]>([
		[{ fault: 'typhoon' }, '"fault" must be one of'],
		[{ fault: 'hang', for: 3 }, '"for" is not known'],
		[{ fault: 'refuse', seconds: 0 }, 'Over HTTP "refuse" needs "seconds" above 0'],
		[[], 'A fault is an object'],
	])('refuses %j with HTTP 400', async (order, message) => {
		expect(at(await control('POST', 'faults', order), 'error')).toContain(message);
	});

	it('moves the clock and tells the state', async () => {
		await send();
		await control('POST', 'clock', { advanceSeconds: 60 });
		expect(await control('GET', 'state')).toMatchObject({ requests: 1, speed: 0, counters: { accepted: 1, states: { deliver: 1 } } });
		expect(await control('POST', 'clock', { speed: 5 })).toMatchObject({ speed: 5 });
		expect(at(await control('POST', 'clock', { speed: -1 }), 'error')).toBe('The speed is a number of 0 or more.');
	});

	it('takes a scenario', async () => {
		await control('PUT', 'scenario', { rows: [{ prefix: '7900', fate: 'stop-list' }] });
		expect(at(await send(), 'message', 0, 0, 'error')).toBe('Номер в стоп-листе');
	});

	it('lists messages and requests', async () => {
		await send();
		expect(await control('GET', 'messages')).toMatchObject([
			{ phone: '79000000001', texts: { sms: 'Hello' }, fate: 'read', state: 'send' },
		]);
		expect(await control('GET', 'requests?limit=1')).toMatchObject([{ path: '/sendmessagejson.php', accepted: 1 }]);
		expect(simulator.requests).toHaveLength(1);
	});

	it('forgets everything on reset', async () => {
		await send();
		await control('POST', 'faults', { fault: 'hang' });
		expect(await control('POST', 'reset')).toMatchObject({ requests: 0, faults: [], counters: { accepted: 0, phones: 0 } });
		expect(at(await send(), 'message', 0, 0, 'id_message')).toBe('1179038981');
	});
});

describe('the page', () => {
	it('is served with a policy that lets nothing run but its own files', async () => {
		const page = await fetch(`${simulator.url}/`);
		expect(await page.text()).toContain('<title>Virtual phones</title>');
		expect(page.headers.get('content-security-policy')).toContain("default-src 'none'; script-src 'self'");
		for (const file of ['style.css', 'page.mjs', 'phone.mjs', 'bubbles.mjs', 'deeds.mjs', 'elements.mjs']) {
			expect((await fetch(`${simulator.url}/${file}`)).status).toBe(200);
		}
	});

	it('hears of new messages at once, as data', async () => {
		const page = await openPage('hel');
		expect(await page.next()).toMatchObject({ order: [], counters: { accepted: 0 } });
		await postJson(simulator.url, { message: [{ ...VIBER, text_viber: '<b>Hello</b>', phones: phones('79000000001') }] });
		simulator.clock.advance(5_000);
		expect(await page.next()).toMatchObject({
			order: ['79000000001'],
			cards: [{ messages: [{ channels: [{ channel: 'viber', state: 'deliver', bubble: { text: '<b>Hello</b>' } }] }] }],
		});
		page.close();
	});

	it.each([
		['', 60],
		['0000042', 1],
		['hello%20send', 60],
		['expired', 0],
	])('filtered by "%s" gets the newest phones that fit: %i', async (filter, count) => {
		const many = Array.from({ length: 100 }, (_, index) => String(79000000000 + index));
		await postJson(simulator.url, { message: [{ ...SMS, phones: phones(...many) }] });
		const page = await openPage(filter);
		const order = at(await page.next(), 'order');
		expect(order).toEqual(filter === '0000042' ? ['79000000042'] : many.toReversed().slice(0, count));
		page.close();
	});

	/** Opens the page's stream of events. */
	async function openPage(filter: string): Promise<{ next: () => Promise<unknown>; close: () => void }> {
		const request = httpGet(`${simulator.url}/_control/events?filter=${filter}`);
		const response = await new Promise<IncomingMessage>((resolve) => request.once('response', resolve));
		const lines = createInterface({ input: response })[Symbol.asyncIterator]();
		const next = async (): Promise<unknown> => {
			const line = String((await lines.next()).value);
			return line.startsWith('data: ') ? JSON.parse(line.slice('data: '.length)) : await next();
		};
		return { next, close: () => request.destroy() };
	}
});

it('listens on loopback only', async () => {
	const others = Object.values(networkInterfaces())
		.flatMap((all) => all ?? [])
		.filter(({ internal, family }) => !internal && family === 'IPv4');
	const addresses = ['127.0.0.2', ...others.map(({ address }) => address)];
	const outcomes = addresses.map(
		(host) =>
			new Promise<string>((resolve) => {
				const socket = connect(simulator.port, host, () => {
					socket.destroy();
					resolve('connected');
				});
				socket.once('error', () => {
					resolve('refused');
				});
			}),
	);
	expect(await Promise.all(outcomes)).toEqual(addresses.map(() => 'refused'));
});

it('closes at once, hung requests and open pages included', async () => {
	const other = await startSimulator();
	other.faults.set({ fault: 'hang' });
	const hung = fetch(`${other.url}/sendmessage.php?login=demo`).catch(() => 'cut');
	await fetch(`${other.url}/_control/events`);
	const before = performance.now();
	await other.close();
	expect(performance.now() - before).toBeLessThan(1000);
	expect(await hung).toBe('cut');
});

it('closes while it refuses connections', async () => {
	const other = await startSimulator();
	other.faults.set({ fault: 'refuse', seconds: 60 });
	await other.close();
	await expect(fetch(other.url)).rejects.toThrow('fetch failed');
});

it('answers an address it does not have with HTTP 404 and logs it', async () => {
	const response = await fetch(`${simulator.url}/sendmessage?password=secret`);
	expect([response.status, await response.text()]).toEqual([404, expect.stringContaining('404 Not Found')]);
	expect(simulator.requests).toMatchObject([{ path: '/sendmessage', protocol: null, query: 'password=[hidden]' }]);
});

it('says when there is no such time zone', async () => {
	await expect(startSimulator({ timeZone: 'Europe/Atlantis' })).rejects.toThrow('There is no time zone "Europe/Atlantis".');
});

it('takes on 1,000 recipients at once', async () => {
	const many = Array.from({ length: 1000 }, (_, index) => String(79000000000 + index));
	await postJson(simulator.url, { message: [{ ...SMS, phones: phones(...many) }] });
	expect(simulator.messages).toHaveLength(1000);
});
