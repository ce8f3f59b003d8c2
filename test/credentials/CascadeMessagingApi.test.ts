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

	it('a gateway that asks for the path of the Data Table API does not get the API key', async () => {
		const url = 'https://gateway.example.com/api/v1/data-tables';

		expect(JSON.stringify(await signed({ ...toGateway, url }, { n8nUrl: '' }))).not.toContain('the-api-key');
	});
});
