import type { ICredentialDataDecryptedObject, INodeCredentialTestResult } from 'n8n-workflow';

import { PROTOCOLS } from '../../nodes/CascadeMessaging/protocol';
import { testCredential } from '../../nodes/CascadeMessaging/transport/credentialTest';
import type { OldAnswer, OldRequest } from './support/testContext';
import { ACCOUNT_PATH, accountSays, FIELDS, pathOf, testContext, typeOf, UNKNOWN_MESSAGE } from './support/testContext';

const TABLES = '/api/v1/data-tables';
const WITH_TABLE = { store: 'dataTable', n8nUrl: 'http://localhost:5678', n8nApiKey: 'my-api-key' };
const WELL = {
	status: 'OK',
	message:
		"The gateway accepts this account. It answers over JSON, XML and GET. The balance is 356.10 RUR. The gateway's clock agrees with Europe/Moscow.",
};

/** What a host answers about the account, whose clock shows the time of Moscow, or as a gateway. */
function gatewayAnswer(request: OldRequest): OldAnswer {
	const body = pathOf(request) === ACCOUNT_PATH ? accountSays('Europe/Moscow')[String(typeOf(request))] : UNKNOWN_MESSAGE[pathOf(request)];
	return { statusCode: 200, body };
}

/** Presses Test with these fields; the gateway answers well, and n8n as told. */
async function press(
	changes: ICredentialDataDecryptedObject = {},
	ofN8n: OldAnswer = { statusCode: 200, body: '{"data":[]}' },
): Promise<{ result: INodeCredentialTestResult; asked: OldRequest[]; logged: string[] }> {
	const answer = (request: OldRequest): OldAnswer => (pathOf(request) === TABLES ? ofN8n : gatewayAnswer(request));
	const { context, ...seen } = testContext(answer);
	const credential = { id: '1', name: 'Gateway', type: 'cascadeMessagingApi', data: { ...FIELDS, ...changes } };
	return { result: await testCredential.call(context, credential), ...seen };
}

it('a gateway that answers passes, and n8n is not asked where it keeps nothing', async () => {
	const { result, asked } = await press();

	expect(result).toEqual(WELL);
	expect(asked.map(({ uri }) => new URL(uri).host)).toEqual(Array(5).fill('gateway.example'));
});

it.each([
	[{ host: '' }, 'The host is not an address. Enter what your operator gave you, e.g. gateway.example.com.'],
	[
		{ ...WITH_TABLE, n8nUrl: '' },
		'The n8n URL is not an address. Enter the one under which n8n reaches itself, e.g. http://localhost:5678.',
	],
	[{ host: 'http://h' }, expect.stringMatching(/^Nothing was sent\. Over http:\/\//) as unknown],
	[{ timeZone: 'Moscow' }, '"Moscow" is not a time zone. Enter an IANA name, e.g. Europe/Moscow.'],
])('what cannot be used is told, and nobody is asked: %j', async (changes, message) => {
	const { result, asked } = await press(changes);

	expect(result).toEqual({ status: 'Error', message });
	expect(asked).toEqual([]);
});

it('a credential without fields is told so', async () => {
	const credential = { id: '1', name: 'Gateway', type: 'cascadeMessagingApi' };

	expect(await testCredential.call(testContext(() => undefined).context, credential)).toMatchObject({
		status: 'Error',
		message: expect.stringMatching(/^The host/) as unknown,
	});
});

describe('the data table', () => {
	it('is asked for with the API key, once the gateway has answered', async () => {
		const { result, asked } = await press(WITH_TABLE);

		expect(result).toEqual(WELL);
		expect(asked.length).toBe(6);
		expect(asked[5]).toEqual({
			...{ json: false, simple: false, resolveWithFullResponse: true, followRedirect: false, followAllRedirects: false },
			...{ method: 'GET', uri: `http://localhost:5678${TABLES}?limit=1`, headers: { 'X-N8N-API-KEY': 'my-api-key' }, timeout: 20_000 },
		});
	});

	it('is not asked for where the gateway did not answer', async () => {
		const { context, asked } = testContext(() => Object.assign(new Error('?'), { code: 'ECONNREFUSED' }));
		const credential = { id: '1', name: 'Gateway', type: 'cascadeMessagingApi', data: { ...FIELDS, ...WITH_TABLE } };

		expect(await testCredential.call(context, credential)).toMatchObject({
			status: 'Error',
			message: expect.stringMatching(/^The gateway refused the connection\./) as unknown,
		});
		expect(asked.length).toBe(1);
	});

	it.each<[string, OldAnswer, RegExp]>([
		['n8n does not take the key', { statusCode: 401, body: '{}' }, /^n8n does not accept the API key/],
		['n8n is not there', new Error('ECONNREFUSED'), /^n8n cannot be reached under its own address\./],
		['n8n refuses, with secrets', { statusCode: 400, body: '{"message":"my-api-key, my-password"}' }, /It says: \*\*\*, \*\*\*$/],
	])('fails the test when %s', async (_, ofN8n, words) => {
		const { result } = await press(WITH_TABLE, ofN8n);

		expect(result).toEqual({ status: 'Error', message: expect.stringMatching(words) as unknown });
	});
});

describe('a time zone that does not fit the clock of the gateway', () => {
	const DOUBT =
		/^The gateway accepts this account\. It answers over JSON, XML and GET\. The balance is 356\.10 RUR\. But two clocks differ: /;

	it('fails the test, for n8n shows no other words', async () => {
		const { result } = await press({ timeZone: 'Asia/Omsk' });

		expect(result).toEqual({ status: 'Error', message: expect.stringMatching(DOUBT) as unknown });
		expect(result.message).toContain('which fits UTC+3, e.g. Europe/Moscow.');
	});

	it('is told where n8n takes the API key', async () => {
		const { result } = await press({ timeZone: 'Asia/Omsk', ...WITH_TABLE });

		expect(result).toEqual({ status: 'Error', message: expect.stringMatching(DOUBT) as unknown });
	});

	it('is told behind what keeps n8n from taking the API key', async () => {
		const { result } = await press({ timeZone: 'Asia/Omsk', ...WITH_TABLE }, { statusCode: 401, body: '{}' });

		const words = /^n8n does not accept the API key.* The gateway accepts this account\. .* But two clocks differ: /;
		expect(result).toEqual({ status: 'Error', message: expect.stringMatching(words) as unknown });
	});
});

it('a fault of the package is told as one, with its stack in n8n’s log', async () => {
	const decode = jest.spyOn(PROTOCOLS.json, 'decodeStates').mockImplementation(() => {
		throw new TypeError('my-password is not a function');
	});
	const { result, logged } = await press();
	decode.mockRestore();

	expect(result).toEqual({
		status: 'Error',
		message: "This is a fault of the node itself. Please report it, with what n8n's log says: TypeError: *** is not a function",
	});
	expect(logged).toEqual([expect.stringMatching(/^A fault of the Cascade Messaging nodes: TypeError: \*\*\* is not a function\n\s+at /)]);
});
