import './harness/user-folder'; // first: n8n-core reads the environment when it loads

import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import { CredentialTestContext } from 'n8n-core';
import type { ICredentialDataDecryptedObject, INodeCredentialTestResult } from 'n8n-workflow';

import { CascadeMessaging } from '../../nodes/CascadeMessaging/CascadeMessaging.node';
import { startSimulator } from '../../simulator';
import type { Simulator } from '../../simulator';
import { accountAt } from './send/kit';

let simulator: Simulator;
beforeAll(async () => {
	simulator = await startSimulator();
});
afterAll(() => simulator.close());
beforeEach(() => { simulator.reset(); });

/** Presses the credential's Test button. */
async function test(data: ICredentialDataDecryptedObject): Promise<INodeCredentialTestResult> {
	const { testCredential } = new CascadeMessaging().methods.credentialTest;
	const credential = { id: '1', name: 'Gateway', type: 'cascadeMessagingApi', data };
	return await testCredential.call(new CredentialTestContext(), credential);
}

const account = (changes: ICredentialDataDecryptedObject = {}): ICredentialDataDecryptedObject =>
	accountAt(simulator, { timeZone: 'Europe/Moscow', ...changes });

describe('the Test button passes', () => {
	it.each([
		['with the right login and password', {}],
		['with the right token', { authentication: 'token', token: 'demo-token' }],
	])('%s, and sends nothing', async (_, changes) => {
		expect(await test(account(changes))).toEqual({ status: 'OK', message: 'The gateway accepts this account' });
		expect(simulator.requests).toMatchObject([{ operation: 'state' }]);
	});
});

describe('the Test button fails, saying what to mend,', () => {
	it.each([
		['a wrong password', { password: 'wrong' }, 'does not accept this login and password, or token. It says: Неверный логин или пароль'],
		['a wrong login', { login: 'wrong' }, 'does not accept this login and password, or token. It says: Неверный логин или пароль'],
		['a wrong token', { authentication: 'token', token: 'wrong' }, 'does not accept this login and password, or token. It says: Неверный токен'],
		['no host', { host: '' }, 'The host is not an address.'],
		['a host without encryption', { host: 'http://gateway.invalid' }, 'Nothing was sent. Over http:// anyone on the way could read your password.'],
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
		expect(simulator.requests).toHaveLength(1);
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
