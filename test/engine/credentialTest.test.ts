import './harness/userFolder'; // first: n8n-core reads the environment when it loads

import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import { CredentialTestContext } from 'n8n-core';
import type { ICredentialDataDecryptedObject, INodeCredentialTestResult } from 'n8n-workflow';

import { CascadeMessaging } from '../../nodes/CascadeMessaging/CascadeMessaging.node';
import type { AccountSettings, Simulator } from '../../simulator';
import { startSimulator } from '../../simulator';
import { everyFault, nameOf } from '../e2e/secrets/orders';
import { share } from '../support/longRun';
import { hurry } from './hurry';
import { ownSimulator } from './ownSimulator';
import { accountAt } from './send/kit';

let simulator: Simulator;
beforeAll(async () => {
	simulator = await startSimulator();
});
afterAll(() => simulator.close());
beforeEach(() => {
	simulator.reset();
});

/** Presses the credential's Test button. */
async function test(data: ICredentialDataDecryptedObject): Promise<INodeCredentialTestResult> {
	const { testCredential } = new CascadeMessaging().methods.credentialTest;
	const credential = { id: '1', name: 'Gateway', type: 'cascadeMessagingApi', data };
	return await testCredential.call(new CredentialTestContext(), credential);
}

const account = (changes: ICredentialDataDecryptedObject = {}): ICredentialDataDecryptedObject =>
	accountAt(simulator, { timeZone: 'Europe/Moscow', ...changes });

const WELL = 'The gateway accepts this account. It answers over JSON, XML and GET.';
const NOT_COMPARED = 'The gateway does not tell its clock, so Gateway Time Zone was not compared with it.';

describe('the Test button passes', () => {
	it.each([
		['with the right login and password', {}],
		['with the right token', { authentication: 'token', token: 'demo-token' }],
	])('%s, and sends nothing', async (_, changes) => {
		const message = `${WELL} The balance is 10000.00 RUR. The gateway's clock agrees with Europe/Moscow.`;

		expect(await test(account(changes))).toEqual({ status: 'OK', message });
		const [first, ...rest] = simulator.requests.map(({ operation, protocol }) => `${operation} ${protocol}`);
		expect(first).toBe('state json');
		expect(rest.sort()).toEqual(['account json', 'account json', 'state get', 'state xml']);
	});

	it('when it is pressed again at once: the gateway does not take the same GET twice in a minute', async () => {
		await test(account());

		expect(await test(account())).toMatchObject({ message: expect.stringContaining('JSON, XML and GET.') as string });
	});
});

describe('the account', () => {
	it.each([
		[{ balance: 356.1 }, '356.10 RUR'],
		[{ balance: 0, currency: 'UAH' }, '0.00 UAH'],
		[{ balance: -12.5 }, '-12.50 RUR'],
		[{ currency: 'demo-password' }, '10000.00 ***'],
	])('tells its balance: %j', async (changes, words) => {
		simulator.changeAccount(changes);

		expect(await test(account())).toEqual({
			status: 'OK',
			message: `${WELL} The balance is ${words}. The gateway's clock agrees with Europe/Moscow.`,
		});
	});

	it.each([
		['Asia/Yekaterinburg', 'which fits UTC+5, e.g. Asia/Yekaterinburg.'],
		['UTC', 'which fits UTC.'],
		['Asia/Kolkata', /which fits UTC\+5:30, e\.g\. Asia\/(Calcutta|Kolkata)\./],
		['Asia/Kathmandu', /which fits UTC\+5:45, e\.g\. Asia\/Kath?mandu\./],
		['America/Bogota', /which fits UTC-5, e\.g\. America\/\w+\./],
	])('has a clock, here of %s: another zone fails, the right one passes', async (timeZone, fitting) => {
		simulator.changeAccount({ timeZone });
		const wrong = await test(account());
		const right = await test(account({ timeZone }));

		expect(wrong).toEqual({
			status: 'Error',
			message: expect.stringContaining(`${WELL} The balance is 10000.00 RUR. But two clocks differ:`) as string,
		});
		expect(wrong.message).toMatch(fitting);
		expect(wrong.message).toContain("If n8n's clock is right, enter such a zone as Gateway Time Zone");
		expect(right).toMatchObject({
			status: 'OK',
			message: expect.stringContaining(`The gateway's clock agrees with ${timeZone}.`) as string,
		});
	});

	it.each([
		['that no time zone explains fails', 69, 'Error', 'No time zone explains 1 hour 9 minutes'],
		['that is a little wrong passes', 5, 'OK', "The gateway's clock agrees with Europe/Moscow, but is 5 minutes ahead of n8n's."],
	])('has a clock: one %s', async (_, minutes, status, words) => {
		const gateway = await ownSimulator();
		gateway.clock.advance(minutes * 60_000);
		const message = expect.stringContaining(words) as string;

		expect(await test(accountAt(gateway, { timeZone: 'Europe/Moscow' }))).toEqual({ status, message });
	});

	it.each<[string, Partial<AccountSettings>, string]>([
		['nothing', { offered: false }, NOT_COMPARED],
		['no question', { unknownTypes: ['balance', 'time'] }, NOT_COMPARED],
		['the balance alone', { unknownTypes: ['time'] }, `The balance is 10000.00 RUR. ${NOT_COMPARED}`],
		['the clock alone', { unknownTypes: ['balance'] }, "The gateway's clock agrees with Europe/Moscow."],
	])('may not be told of: %s', async (_, changes, words) => {
		simulator.changeAccount(changes);

		expect(await test(account())).toEqual({ status: 'OK', message: `${WELL} ${words}` });
	});

	it('is not asked where the login is wrong', async () => {
		await test(account({ password: 'wrong' }));

		expect(simulator.requests.map(({ path }) => path)).toEqual(['/sendmessagejson.php']);
	});
});

/** Faults that know no operation are faults of the whole gateway. */
const ofQuestions = everyFault('http://127.0.0.1:1').filter(
	({ fault }) => !['refuse', 'close-on-connect', 'hang-on-connect'].includes(fault),
);

describe('whatever goes wrong with the questions about the account, the Test button passes', () => {
	hurry();

	const bodies = [
		'{"error":"Неизвестный тип запроса"}',
		'{"error":"Доступ запрещен"}',
		'{"money":{"value":[]},"time":"0000-00-00 00:00:00"}',
	];
	const orders = [...share(ofQuestions, 3, 0), ...bodies.map((body) => ({ fault: 'custom', body }))];

	it.each(orders.map((order) => [`${nameOf(order)} ${order.body ?? ''}`, order] as const))('%s', async (_, order) => {
		simulator.faults.set({ ...order, operation: 'account' });
		const { status, message } = await test(account());

		expect(status).toBe('OK');
		const tellings = ["The gateway's clock agrees with Europe/Moscow.", NOT_COMPARED].flatMap((clock) => [
			clock,
			`The balance is 10000.00 RUR. ${clock}`,
		]);
		expect(tellings.map((telling) => `${WELL} ${telling}`)).toContain(message);
	});
});

describe('the Test button fails, saying what to mend,', () => {
	it.each([
		['a wrong password', { password: 'wrong' }, 'does not accept this login and password, or token. It says: Неверный логин или пароль'],
		['a wrong login', { login: 'wrong' }, 'does not accept this login and password, or token. It says: Неверный логин или пароль'],
		[
			'a wrong token',
			{ authentication: 'token', token: 'wrong' },
			'does not accept this login and password, or token. It says: Неверный токен',
		],
		['no host', { host: '' }, 'The host is not an address.'],
		[
			'a host without encryption',
			{ host: 'http://gateway.invalid' },
			'Nothing was sent. Over http:// anyone on the way could read your password.',
		],
		['an n8n without encryption', { store: 'dataTable', n8nUrl: 'http://n8n.invalid' }, 'Nothing was sent. Over http:// anyone'],
		['an n8n URL that is none', { store: 'dataTable', n8nUrl: ' ' }, 'The n8n URL is not an address.'],
		['a time zone that is none', { timeZone: 'Moscow' }, '"Moscow" is not a time zone.'],
		['a host nobody knows', { host: 'gateway.invalid' }, 'No gateway was found under the host'],
		['a port where nobody listens', { host: 'http://127.0.0.1:1' }, 'The gateway refused the connection.'],
	])('for %s', async (_, changes, words) => {
		const result = await test(account(changes));

		expect(result.status).toBe('Error');
		expect(result.message).toContain(words);
	});

	it('sees a wrong password although the gateway answers with HTTP 200', async () => {
		await test(account({ password: 'wrong' }));

		expect(simulator.requests).toMatchObject([{ status: 200, outcome: 'refused' }]);
	});

	it.each([
		['a web page', 200, '<html><body>Welcome</body></html>'],
		['JSON of another kind', 200, '{"hello":"world"}'],
		['nothing', 200, ''],
		['not found', 404, 'Not found'],
	])('for a host that answers with something else: %s', async (_, status, body) => {
		const server = createServer((_request, response) => response.writeHead(status).end(body));
		await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
		const result = await test(account({ host: `http://127.0.0.1:${(server.address() as AddressInfo).port}` }));
		server.close();

		expect(result.status).toBe('Error');
		expect(result.message).toContain('The host answers, but not like a cascade gateway.');
	});

	it('for a host that points elsewhere, without going there', async () => {
		simulator.faults.set({ fault: 'redirect', location: `${simulator.url}/elsewhere` });
		const result = await test(account());

		expect(result.status).toBe('Error');
		expect(result.message).toContain('The gateway redirects');
		expect(simulator.requests.map(({ path }) => path)).not.toContain('/elsewhere');
	});
});

describe('a gateway that does not speak everything', () => {
	const TAKEN = 'Сообщение с таким ID не принималось';
	const documents: Record<string, string> = {
		'/sendmessagejson.php': JSON.stringify({ state: [{ id_message: '1', state: TAKEN }] }),
		'/xml/state_message.php': `<response><state id_message="1">${TAKEN}</state></response>`,
		'/sendmessage.php': TAKEN,
	};

	/** Presses Test on a host that knows some paths only, with what it says there. */
	async function testAt(answers: Record<string, string>): Promise<INodeCredentialTestResult> {
		const server = createServer((request, response) => {
			const body = answers[request.url?.split('?')[0] ?? ''];
			response.writeHead(body === undefined ? 404 : 200).end(body ?? 'Not found');
		});
		await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
		const result = await test(account({ host: `http://127.0.0.1:${(server.address() as AddressInfo).port}` }));
		server.close();
		return result;
	}

	it.each([
		[['/sendmessage.php'], "It answers over GET only: choose the protocol GET in the nodes' options."],
		[['/xml/state_message.php'], "It answers over XML only: choose the protocol XML in the nodes' options."],
		[['/xml/state_message.php', '/sendmessage.php'], "It answers over XML and GET: choose the protocol XML or GET in the nodes' options."],
		[['/sendmessagejson.php'], `It answers over JSON only. ${NOT_COMPARED}`],
	])('passes over %j', async (paths, words) => {
		const answers = Object.fromEntries(paths.map((path) => [path, documents[path] ?? '']));

		expect(await testAt(answers)).toEqual({ status: 'OK', message: `The gateway accepts this account. ${words}` });
	});

	it('takes the refusal of a GET that was just asked for an answer', async () => {
		const words = 'error: Попытка отправки более одного одинакового запроса в течение минуты';

		expect(await testAt({ '/sendmessage.php': words })).toMatchObject({ status: 'OK' });
	});

	it.each(['error: Неправильный логин или пароль', 'Неправильный логин или пароль'])(
		'sees a wrong login over GET alone: %s',
		async (words) => {
			const result = await testAt({ '/sendmessage.php': words });

			expect(result.status).toBe('Error');
			expect(result.message).toBe('The gateway does not accept this login and password, or token. It says: Неправильный логин или пароль');
		},
	);

	it.each(['Welcome', 'The page you look for has moved'])('does not take any text for a state over GET: %s', async (words) => {
		expect(await testAt({ '/sendmessage.php': words })).toMatchObject({
			status: 'Error',
			message: expect.stringContaining('not like a cascade gateway') as string,
		});
	});

	it('says why a gateway refuses the question', async () => {
		const result = await testAt({ '/sendmessagejson.php': '{"error":"Ваш аккаунт заблокирован"}' });

		expect(result.message).toBe('The gateway answers, but refuses the question. It says: Ваш аккаунт заблокирован');
	});
});

describe('a certificate nobody vouches for', () => {
	const pem = (name: string): string => readFileSync(`${__dirname}/../fixtures/tls/${name}.pem`, 'utf8');

	it('is refused, unless the user ignores SSL issues', async () => {
		const secure = await startSimulator({ tls: { key: pem('key'), cert: pem('cert') } });
		const strict = await test(accountAt(secure, { timeZone: 'Europe/Moscow' }));
		const lax = await test(accountAt(secure, { timeZone: 'Europe/Moscow', allowUnauthorizedCerts: true }));
		await secure.close();

		expect(strict.message).toContain("The gateway's certificate is not trusted, so nothing was sent.");
		expect(lax.status).toBe('OK');
	});
});

describe('an account that keeps messages in a data table', () => {
	const withN8n = (status: number, body: object, n8nApiKey = 'right'): Promise<[INodeCredentialTestResult, string | undefined]> =>
		new Promise((resolve, reject) => {
			let key: string | undefined;
			const server = createServer((request, response) => {
				key = request.headers['x-n8n-api-key']?.toString();
				response.writeHead(status).end(JSON.stringify(body));
			});
			server.listen(0, '127.0.0.1', () => {
				const n8nUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
				test(account({ store: 'dataTable', n8nUrl, n8nApiKey }))
					.then((result) => {
						resolve([result, key]);
					})
					.catch(reject)
					.finally(() => server.close());
			});
		});

	it('passes when n8n takes the API key', async () => {
		const [result, key] = await withN8n(200, { data: [] });

		expect(result.status).toBe('OK');
		expect(key).toBe('right');
		expect(JSON.stringify(simulator.requests)).not.toContain('right');
	});

	it('fails when n8n does not', async () => {
		const [result] = await withN8n(401, { message: 'unauthorized' });

		expect(result.status).toBe('Error');
		expect(result.message).toContain('n8n does not accept the API key in the credential');
	});
});
