import { NodeOperationError } from 'n8n-workflow';

import type { Account } from '../../nodes/CascadeMessaging/transport/account';
import { getAccount } from '../../nodes/CascadeMessaging/transport/account';
import type { GatewayContext } from '../../nodes/CascadeMessaging/transport/context';

const FIELDS = { host: 'gateway.example.com', authentication: 'password', login: 'me', password: 'äb', timeZone: 'Europe/Moscow' };

/** The account of a node with these fields in its credential. */
async function accountOf(fields: object, credentials?: object): Promise<Account> {
	const context = {
		getCredentials: async (type: string) => (type === 'cascadeMessagingApi' ? fields : undefined),
		getNode: () => ({ name: 'Send', credentials }),
	};
	return await getAccount(context as unknown as GatewayContext);
}

it('an account is what the credential says, without its secrets', async () => {
	const account = await accountOf(FIELDS);

	expect(account).toMatchObject({
		baseUrl: 'https://gateway.example.com',
		timeZone: 'Europe/Moscow',
		ignoreSslIssues: false,
		store: { kind: 'memory' },
	});
	expect(JSON.stringify(account)).not.toMatch(/me"|äb/);
	expect(Object.keys(account).sort()).toEqual(['baseUrl', 'ignoreSslIssues', 'key', 'quote', 'redact', 'store', 'timeZone', 'urlOverhead']);
});

it.each([
	[{ cascadeMessagingApi: { id: 'c1', name: 'Gateway' } }, 'c1'],
	[{ cascadeMessagingApi: { id: null, name: 'Gateway' } }, 'Gateway'],
	[{ another: { id: 'c2', name: 'Another' } }, ''],
	[undefined, ''],
])('the same credential has the same key: %j', async (credentials, key) => {
	expect((await accountOf(FIELDS, credentials)).key).toBe(key);
});

it('it knows how long a signed URL is without the message', async () => {
	const withPassword = 'https://gateway.example.com/sendmessage.php?login=me&password=%C3%A4b&';
	const withToken = 'https://gateway.example.com/sendmessage.php?';

	expect((await accountOf(FIELDS)).urlOverhead('/sendmessage.php')).toBe(withPassword.length);
	expect((await accountOf({ ...FIELDS, authentication: 'token', token: 'abc' })).urlOverhead('/sendmessage.php')).toBe(withToken.length);
});

it.each([
	[{ host: '' }, 'The host in the credential is not an address', /^Open the credential and enter the host/],
	[{ host: 'http://h' }, 'The host in the credential is not encrypted, so nothing was sent', /^Over http:\/\/ anyone on the way/],
	[{ store: 'dataTable', n8nUrl: '' }, 'The n8n URL in the credential is not an address', /^Open the credential and enter the n8n URL/],
	[{ timeZone: 'Moscow' }, '"Moscow" in the credential is not a time zone', /^Open the credential and enter an IANA time zone/],
])('a credential that cannot be used ends the run, with advice: %j', async (fields, message, description) => {
	const error = await accountOf({ ...FIELDS, ...fields }).catch((thrown: unknown) => thrown);

	expect(error).toBeInstanceOf(NodeOperationError);
	expect(error).toMatchObject({ message, description: expect.stringMatching(description) as unknown });
});
