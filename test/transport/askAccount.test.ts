import type { IncomingMessage, ServerResponse } from 'node:http';

import type { InputOf, QuestionName } from '../../nodes/CascadeMessaging/protocol';
import { quoterOf, redactorOf } from '../../nodes/CascadeMessaging/protocol';
import type { AccountSettings } from '../../nodes/CascadeMessaging/transport/accountGateway';
import { accountGateway } from '../../nodes/CascadeMessaging/transport/accountGateway';
import type { AccountReply } from '../../nodes/CascadeMessaging/transport/accountReply';
import { askAccount } from '../../nodes/CascadeMessaging/transport/askAccount';
import { hurry } from '../engine/hurry';
import { closeAll } from '../support/network/sockets';
import { accountAt, n8nContext } from './support/n8nContext';
import type { Came } from './support/recordingServer';
import { recordingServer, until } from './support/recordingServer';

hurry();
afterEach(closeAll);

const CLOCK = '{"time":"2026-12-01 10:30:20"}';
const ANSWER = { answer: { time: '2026-12-01 10:30:20' } };
const CHANGED = '{"phones":[{"phone":"79000000001","action":"add"}]}';
const CHANGES = { changes: [{ phone: '79000000001', action: 'add' }] } as const;

type Answer = (response: ServerResponse, request: IncomingMessage) => void;

const saying =
	(body: string, status = 200, headers: Record<string, string> = {}): Answer =>
	(response) =>
		response.writeHead(status, headers).end(body);
const breakingOff: Answer = (response) => response.destroy();

/** A gateway that answers one request after another as told, the last time for all that follow; and how to ask it. */
async function gatewayThat(answers: readonly Answer[], settings: Partial<AccountSettings> = {}, fields: object = {}) {
	let asked = 0;
	const { url, came } = await recordingServer((response, request) => answers[Math.min(asked++, answers.length - 1)]?.(response, request));
	const { context, logged } = n8nContext({ host: url, ...fields });
	const gateway = accountGateway(context, accountAt(url, { key: url }), { timeoutSeconds: 600, retries: 2, ...settings });
	return { gateway, came, logged, url };
}

/** Asks such a gateway one question. */
async function play<Name extends QuestionName>(
	name: Name,
	input: InputOf<Name>,
	...given: Parameters<typeof gatewayThat>
): Promise<{ reply: AccountReply<unknown>; came: Came[]; logged: string[] }> {
	const { gateway, came, logged } = await gatewayThat(...given);
	return { reply: await askAccount(gateway, name, input), came, logged };
}

describe('a question', () => {
	it('is posted to the account’s place on the same host, with login and password in it', async () => {
		const { reply, came } = await play('clock', {}, [saying(CLOCK)]);

		expect(reply).toEqual(ANSWER);
		expect(came).toMatchObject([
			{
				...{ method: 'POST', url: '/sendsmsjson.php', headers: { 'content-type': 'application/json; charset=utf-8' } },
				body: '{"security":{"login":"me","password":"secret"},"type":"time"}',
			},
		]);
	});

	it('holds neither when there is a token', async () => {
		const { came } = await play('clock', {}, [saying(CLOCK)], {}, { authentication: 'token', token: 'abc' });

		expect(came).toMatchObject([{ headers: { authorization: 'Bearer abc' }, body: '{"type":"time"}' }]);
	});

	it.each<[string, Answer]>([
		['that is not answered', breakingOff],
		['whose answer breaks off', (response) => response.writeHead(200, { 'content-length': '99' }).write('{"ti', () => response.destroy())],
		['that a busy server refuses', saying('Busy', 503)],
		['that comes too often', saying('', 429)],
		['whose answer is spoilt', saying('{"time":')],
		['whose answer is not understood', saying('{}')],
		['whose answer is empty', saying('')],
	])('%s is asked again', async (_, first) => {
		const { reply, came } = await play('clock', {}, [first, saying(CLOCK)]);

		expect([reply, came.length]).toEqual([ANSWER, 2]);
	});

	it.each<[string, Answer, string]>([
		['is refused', saying('{"error":"Нет"}'), 'refusedByGateway'],
		['is not known there', saying('{"error":"Unknown type"}'), 'notOffered'],
		['leads to a web page', saying('<html></html>'), 'notOffered'],
		['leads nowhere', saying('<html></html>', 404), 'notOffered'],
		['is not wanted there', saying('', 405), 'notOffered'],
		['is not built there', saying('', 501), 'notOffered'],
		['is denied', saying('', 403), 'accessDenied'],
		['is denied otherwise', saying('', 401), 'accessDenied'],
		['is sent elsewhere', saying('', 302, { location: 'https://other.example/?me=secret' }), 'redirected'],
	])('that %s is not asked again', async (why, first, code) => {
		const { reply, came } = await play('clock', {}, [first, saying(CLOCK)]);

		expect([reply, came.length]).toMatchObject([
			{ trouble: { code, mayHaveArrived: ['is sent elsewhere', 'leads to a web page'].includes(why) } },
			1,
		]);
	});

	it('that never brings an answer is told with the last reason', async () => {
		const { reply, came } = await play('clock', {}, [saying('{}')]);

		expect(came).toHaveLength(3);
		expect(reply).toEqual({
			trouble: {
				code: 'notUnderstood',
				message: 'The gateway\'s answer is not what is documented: it lacks a "time".',
				mayHaveArrived: true,
			},
		});
	});
});

describe('a change', () => {
	it('is made once, and its answer read', async () => {
		const { reply, came } = await play('changeStopList', CHANGES, [saying(CHANGED)]);

		expect(reply).toEqual({ answer: [{ phone: '79000000001', done: 'added', words: null }] });
		expect(came.map(({ body }) => body)).toEqual([
			'{"security":{"login":"me","password":"secret"},"type":"stop","add_stop":["79000000001"]}',
		]);
	});

	it.each<[string, Answer, string]>([
		['is not answered', breakingOff, 'connectionLost'],
		['has a spoilt answer', saying('{"phones":['), 'notUnderstood'],
		['has an answer that is not understood', saying('{}'), 'notUnderstood'],
		['has an empty answer', saying(''), 'notOffered'],
		['met a busy server', saying('Busy', 503), 'httpStatus'],
	])('that %s is not made again: it may have arrived', async (_, first, code) => {
		const { reply, came } = await play('changeStopList', CHANGES, [first, saying(CHANGED)]);

		expect([reply, came.length]).toMatchObject([{ trouble: { code, mayHaveArrived: true } }, 1]);
	});

	it.each([
		['of contact lists', async () => await play('changeContactLists', { changes: [{ action: 'delete', id: '1' }] }, [breakingOff])],
		['of contacts', async () => await play('changeContacts', { listId: '1', changes: [] }, [breakingOff])],
		['of scheduled messages', async () => await play('cancelScheduled', { messageIds: ['1'] }, [breakingOff])],
	])('%s is made once, too', async (_, change) => {
		const { reply, came } = await change();

		expect([reply, came.length]).toMatchObject([{ trouble: { code: 'connectionLost', mayHaveArrived: true } }, 1]);
	});

	it('that surely did not arrive is made again', async () => {
		const { reply, came } = await play('changeStopList', CHANGES, [saying('', 429), saying(CHANGED)]);

		expect([reply, came.length]).toMatchObject([{ answer: [{ done: 'added' }] }, 2]);
	});

	it.each<[string, Answer, string]>([
		['refused', saying('{"error":"Нет"}'), 'refusedByGateway'],
		['not offered', saying('', 404), 'notOffered'],
	])('that was %s was not made', async (_, first, code) => {
		const { reply } = await play('changeStopList', CHANGES, [first]);

		expect(reply).toMatchObject({ trouble: { code, mayHaveArrived: false } });
	});

	it('that led to a web page may have been made behind it', async () => {
		const { reply } = await play('changeStopList', CHANGES, [saying('<html></html>')]);

		expect(reply).toMatchObject({ trouble: { code: 'notOffered', mayHaveArrived: true } });
	});
});

describe('of one account', () => {
	it('five are under way at once, and no more, whoever asks', async () => {
		const open: ServerResponse[] = [];
		const { gateway, came, url } = await gatewayThat([(response) => open.push(response)]);
		const other = accountGateway(n8nContext({ host: url }).context, gateway.account, { timeoutSeconds: 600, retries: 0 });
		const replies = Array.from({ length: 12 }, (_, index) => askAccount(index % 2 === 0 ? gateway : other, 'clock', {}));

		const most: number[] = [];
		for (let answered = 0; answered < 12; answered++) {
			await until(() => open.length === Math.min(5, 12 - answered));
			await new Promise((resolve) => setTimeout(resolve, 20));
			most.push(open.length);
			open.shift()?.end(CLOCK);
		}
		expect(Math.max(...most)).toBe(5);
		expect(await Promise.all(replies)).toEqual(Array(12).fill(ANSWER));
		expect(came).toHaveLength(12);
	});

	it('another one does not wait for them', async () => {
		const hung = await gatewayThat([() => undefined]);
		const waiting = Array.from({ length: 6 }, () => askAccount(hung.gateway, 'clock', {}));
		await until(() => hung.came.length === 5);

		expect((await play('clock', {}, [saying(CLOCK)])).reply).toEqual(ANSWER);
		closeAll();
		await Promise.all(waiting);
	});

	it('whoever waits for a place does not ask any more once the user stops', async () => {
		const stop = new AbortController();
		const { gateway, came } = await gatewayThat([() => undefined], { retries: 0 });
		const waiting = Array.from({ length: 5 }, () => askAccount(gateway, 'clock', {}));
		await until(() => came.length === 5);
		const late = askAccount({ ...gateway, settings: { ...gateway.settings, signal: stop.signal } }, 'changeStopList', CHANGES);
		stop.abort();

		expect(await late).toEqual({
			trouble: { code: 'notReached', message: 'The gateway was not asked, because the run ended.', mayHaveArrived: false },
		});
		closeAll();
		await Promise.all(waiting);
		expect(came).toHaveLength(5);
	});
});

it('nothing is asked once it is too late', async () => {
	const { reply, came } = await play('clock', {}, [saying(CLOCK)], { deadline: Date.now() - 1 });

	expect([reply, came.length]).toMatchObject([{ trouble: { code: 'notReached', mayHaveArrived: false } }, 0]);
});

it('a fault of the package is told as one, and kept in n8n’s log without secrets', async () => {
	const { gateway, logged } = await gatewayThat([saying(CLOCK)]);
	const account = {
		...gateway.account,
		get baseUrl(): string {
			throw new TypeError('secret is not a function');
		},
	};

	expect(await askAccount({ ...gateway, account }, 'clock', {})).toEqual({
		trouble: {
			code: 'nodeFault',
			message: "This is a fault of the node itself. Please report it, with what n8n's log says: <TypeError: secret is not a function>",
			mayHaveArrived: true,
		},
	});
	expect(logged).toEqual([expect.stringMatching(/TypeError: \*\*\* is not a function\n\s+at /)]);
});

describe('secrets are never told, when the gateway repeats what it was asked', () => {
	const PASSWORD = 'Pä55-w"rd';
	const redact = redactorOf({ authentication: 'password', login: 'shop-login', password: PASSWORD });

	it.each<[string, QuestionName, object, (asked: string) => string, number?]>([
		['in a refusal', 'clock', {}, (asked) => JSON.stringify({ error: `Wrong: ${asked}` })],
		['in a refusal of the question', 'clock', {}, (asked) => JSON.stringify({ error: `Unknown type: ${asked}` })],
		['in plain words', 'clock', {}, (asked) => `Access denied: ${asked}`],
		['in a page', 'clock', {}, (asked) => `<html>${asked}</html>`],
		['in a page behind a status', 'clock', {}, (asked) => `<html>${asked}</html>`, 500],
		['as it is', 'clock', {}, (asked) => asked],
		['in the name of an operator', 'phoneFacts', { phones: ['79000000001'] }, (asked) => facts({ operator: asked, region: asked })],
		[
			'in the price list',
			'balance',
			{},
			(asked) => JSON.stringify({ money: { value: 1, currency: asked }, sms: [{ area: asked, type_text: asked }] }),
		],
		['in what was done', 'changeStopList', CHANGES, (asked) => JSON.stringify({ phones: [{ phone: '79000000001', action: asked }] })],
		['in what went wrong', 'changeStopList', CHANGES, (asked) => JSON.stringify({ phones: [{ phone: '79000000001', error: [asked] }] })],
	])('%s', async (_, name, input, answer, status = 200) => {
		const server = await recordingServer((response) => response.writeHead(status).end(answer(server.came.at(-1)?.body ?? '')));
		const { context, logged } = n8nContext({ host: server.url, login: 'shop-login', password: PASSWORD });
		const account = accountAt(server.url, { redact, quote: quoterOf(redact) });
		const gateway = accountGateway(context, account, { timeoutSeconds: 600, retries: 0 });
		const reply = await askAccount(gateway, name, input as InputOf<QuestionName>);

		expect(server.came[0]?.body).toContain('shop-login');
		expect(JSON.stringify([reply, logged])).not.toMatch(/shop-login|w\W+rd|127\.0\.0\.1/);
	});

	function facts(record: object): string {
		return JSON.stringify({ phones: [{ phone: '79000000001', ...record }] });
	}
});
