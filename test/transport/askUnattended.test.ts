import type { GatewayRequest } from '../../nodes/CascadeMessaging/protocol';
import type { UnattendedAnswer } from '../../nodes/CascadeMessaging/transport/askUnattended';
import { askUnattended } from '../../nodes/CascadeMessaging/transport/askUnattended';
import type { OldAnswer, OldRequest } from './support/testContext';
import { credentialOf, testContext } from './support/testContext';

const POST: GatewayRequest = { method: 'POST', path: '/sendmessagejson.php', contentType: 'application/json', body: '{"state":[]}' };
const GET: GatewayRequest = { method: 'GET', path: '/sendmessage.php', query: 'get_state=1' };

/** Asks a host that answers like this. */
async function askOne(answer: OldAnswer, request = POST, changes = {}): Promise<{ answer: UnattendedAnswer; asked: OldRequest[] }> {
	const { context, asked } = testContext(() => answer);
	return { answer: await askUnattended(context, { ...credentialOf(changes), request, timeout: 1234 }), asked };
}

describe('a question', () => {
	const plain = { json: false, simple: false, resolveWithFullResponse: true, followRedirect: false, followAllRedirects: false };

	it('carries login and password, follows no redirect, and waits as long as told', async () => {
		const { asked } = await askOne({ statusCode: 200, body: '{}' });

		expect(asked).toEqual([
			{
				...{
					...plain,
					method: 'POST',
					uri: 'https://gateway.example/sendmessagejson.php',
					headers: { 'Content-Type': 'application/json' },
				},
				...{ body: '{"login":"my-login","password":"my-password","state":[]}', rejectUnauthorized: true, timeout: 1234 },
			},
		]);
	});

	it('may be a GET, and carry a token', async () => {
		const { asked } = await askOne({ statusCode: 200, body: '' }, GET, {
			authentication: 'token',
			token: 'my-token',
			allowUnauthorizedCerts: true,
		});

		expect(asked).toEqual([
			{
				...{ ...plain, method: 'GET', uri: 'https://gateway.example/sendmessage.php?get_state=1' },
				...{ headers: { Authorization: 'Bearer my-token' }, rejectUnauthorized: false, timeout: 1234 },
			},
		]);
	});
});

describe('what comes back', () => {
	it.each<[OldAnswer, string]>([
		[{ statusCode: 200, headers: {}, body: 'text' }, 'text'],
		[{ statusCode: 299, body: undefined }, ''],
		[{ statusCode: 200, body: { a: 1 } }, ''],
	])('is a text: %j', async (came, text) => {
		expect((await askOne(came)).answer).toEqual({ text });
	});

	it.each<[OldAnswer, object]>([
		[
			{ statusCode: 503, headers: { 'retry-after': '7' }, body: 'page' },
			{ text: 'page', brokenBy: { code: 'httpStatus', chances: { retryAfter: 7 } } },
		],
		[
			{ statusCode: 302, headers: { location: 'https://elsewhere.example/' }, body: '' },
			{ text: '', brokenBy: { code: 'redirected' } },
		],
		[undefined, { text: '', brokenBy: { code: 'httpStatus' } }],
		[
			Object.assign(new Error('?'), { code: 'ECONNREFUSED' }),
			{ text: '', brokenBy: { name: 'TransportError', code: 'connectionRefused' } },
		],
	])('may not count: %j', async (came, expected) => {
		expect((await askOne(came)).answer).toMatchObject(expected);
	});
});

describe('the time to wait', () => {
	afterEach(() => jest.useRealTimers());

	/** Asks a host that never has done, and lets time go by. */
	async function askFor(milliseconds: number): Promise<unknown> {
		jest.useFakeTimers();
		const { context } = testContext(async () => await new Promise(() => undefined));
		const asked = askUnattended(context, { ...credentialOf(), request: POST, timeout: 1000 });
		await jest.advanceTimersByTimeAsync(milliseconds);
		return await Promise.race([asked, Promise.resolve('still waiting')]);
	}

	it('is over even where the helper waits on, because a byte comes now and then', async () => {
		expect(await askFor(1499)).toBe('still waiting');
		expect(await askFor(1500)).toMatchObject({ text: '', brokenBy: { name: 'TransportError', code: 'timedOut' } });
	});

	it('is no more counted once there is an answer', async () => {
		jest.useFakeTimers();
		await askOne({ statusCode: 200, body: '{}' });

		expect(jest.getTimerCount()).toBe(0);
	});
});
