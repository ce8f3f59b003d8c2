import type { IHttpRequestOptions } from 'n8n-workflow';

import { CascadeMessagingApi } from '../../credentials/CascadeMessagingApi.credentials';

const data = {
	host: 'gateway.example.com',
	authentication: 'password',
	login: 'the-login',
	password: 'the-password',
	token: 'the-token',
	store: 'dataTable',
	n8nApiKey: 'the-api-key',
	n8nUrl: 'https://n8n.example.com',
};

/** The request as it would go out. */
const signed = async (request: IHttpRequestOptions, changes: object = {}): Promise<IHttpRequestOptions> =>
	await new CascadeMessagingApi().authenticate({ ...data, ...changes }, request);

const GATEWAY_SECRETS = ['the-login', 'the-password', 'the-token'];
const toGateway = { method: 'POST' as const, url: 'https://gateway.example.com/sendmessagejson.php', body: '{"state":[]}' };
const toN8n = { method: 'GET' as const, url: 'https://n8n.example.com/api/v1/data-tables?filter=x' };

describe('the credential signs by address', () => {
	it('the gateway gets its login and password, and never the API key', async () => {
		const request = await signed(toGateway);

		expect(JSON.parse(request.body as string)).toEqual({ login: 'the-login', password: 'the-password', state: [] });
		expect(JSON.stringify(request)).not.toContain('the-api-key');
	});

	it('n8n gets the API key, and never a secret of the gateway', async () => {
		const request = await signed(toN8n);

		expect(request.headers).toEqual({ 'X-N8N-API-KEY': 'the-api-key' });
		for (const secret of GATEWAY_SECRETS) expect(JSON.stringify(request)).not.toContain(secret);
	});

	it.each([
		['another host', 'https://elsewhere.example.com/sendmessagejson.php', {}],
		['another port', 'https://gateway.example.com:8443/sendmessagejson.php', {}],
		['the gateway without TLS', 'http://gateway.example.com/sendmessagejson.php', {}],
		['a host that begins like the gateway', 'https://gateway.example.com.evil.example/sendmessagejson.php', {}],
		['n8n beside its Data Table API', 'https://n8n.example.com/api/v1/users', {}],
		['n8n, when messages are kept in memory', toN8n.url, { store: 'memory' }],
	])('%s gets nothing at all', async (_, url, changes) => {
		await expect(signed({ ...toGateway, url }, changes)).rejects.toThrow(
			'This credential signs requests to its own gateway and its own n8n only.',
		);
	});

	it.each([
		['the gateway', 'http://gateway.example.com/sendmessagejson.php', { host: 'http://gateway.example.com' }],
		['n8n', 'http://n8n.example.com/api/v1/data-tables', { n8nUrl: 'http://n8n.example.com' }],
	])('%s gets nothing unencrypted, unless the user allows it', async (_, url, changes) => {
		const refused = 'This credential does not sign requests that travel unencrypted.';

		await expect(signed({ ...toGateway, url }, changes)).rejects.toThrow(refused);
		await expect(signed({ ...toGateway, url }, { ...changes, allowPlainHttp: 'false' })).rejects.toThrow(refused);
		expect(JSON.stringify(await signed({ ...toGateway, url }, { ...changes, allowPlainHttp: true }))).toMatch(/the-(password|api-key)/);
	});

	it('a gateway that asks for the path of the Data Table API does not get the API key', async () => {
		const url = 'https://gateway.example.com/api/v1/data-tables';

		expect(JSON.stringify(await signed({ ...toGateway, url }))).not.toContain('the-api-key');
	});

	it('nobody gets the API key while the n8n URL is empty', async () => {
		await expect(signed(toN8n, { n8nUrl: '' })).rejects.toThrow('its own n8n only');
	});
});
