import type { CredentialReading } from '../../nodes/CascadeMessaging/transport/readCredential';
import { readCredential } from '../../nodes/CascadeMessaging/transport/readCredential';

const FIELDS = {
	host: 'gateway.example.com',
	authentication: 'password',
	login: 'my-login',
	password: 'my-password',
	timeZone: 'Europe/Moscow',
};
const WITH_TABLE = { ...FIELDS, store: 'dataTable', n8nUrl: 'http://localhost:5678/', n8nApiKey: ' my-api-key ' };

/** What a credential that can be used says. */
function read(fields: object): Extract<CredentialReading, { secrets: unknown }> {
	const reading = readCredential({ ...fields });
	if ('trouble' in reading) throw new Error(reading.trouble.code);
	return reading;
}

const troubleIn = (fields: object): unknown => {
	const reading = readCredential({ ...fields });
	return 'trouble' in reading ? reading.trouble : undefined;
};

describe('a credential', () => {
	it('says where the gateway is, and how its clock runs', () => {
		const { credential, secrets } = read(FIELDS);

		expect(credential).toMatchObject({
			baseUrl: 'https://gateway.example.com',
			timeZone: 'Europe/Moscow',
			ignoreSslIssues: false,
			store: { kind: 'memory' },
		});
		expect(secrets).toEqual({ proof: { authentication: 'password', login: 'my-login', password: 'my-password' }, n8nApiKey: '' });
	});

	it('keeps its secrets apart', () => {
		expect(JSON.stringify(read(WITH_TABLE).credential)).not.toContain('my-');
		expect(read(WITH_TABLE).secrets.n8nApiKey).toBe('my-api-key');
		expect(read({ ...FIELDS, authentication: 'token', token: 'my-token' }).secrets.proof).toEqual({
			authentication: 'token',
			token: 'my-token',
		});
	});

	it('strikes them out of texts', () => {
		const { credential } = read(WITH_TABLE);

		expect(credential.redact(`my-login my-password my-api-key ${'x'.repeat(300)}`)).toBe(`*** *** *** ${'x'.repeat(300)}`);
		expect(credential.quote('my-login my-password my-api-key')).toBe('*** *** ***');
		expect(credential.quote('x'.repeat(300))).toBe(`${'x'.repeat(200)}…`);
	});

	it.each([
		[true, true],
		[false, false],
		['true', false],
		[undefined, false],
	])('ignores SSL issues only where that is turned on: %j', (allowUnauthorizedCerts, ignoreSslIssues) => {
		expect(read({ ...FIELDS, allowUnauthorizedCerts }).credential.ignoreSslIssues).toBe(ignoreSslIssues);
	});
});

describe('the store', () => {
	it('may be a data table of n8n', () => {
		const { credential } = read({ ...WITH_TABLE, dataTableName: ' sent ', keepForDays: 7 });

		expect(credential.store).toEqual({
			kind: 'dataTable',
			n8nUrl: 'http://localhost:5678',
			tableName: 'sent',
			keepForDays: 7,
			quote: credential.quote,
		});
	});

	it('has a name and a time to keep, also where none is given', () => {
		expect(read(WITH_TABLE).credential.store).toMatchObject({ tableName: 'cascade_messages', keepForDays: 30 });
		expect(read({ ...WITH_TABLE, dataTableName: ' ', keepForDays: '' }).credential.store).toMatchObject({
			tableName: 'cascade_messages',
			keepForDays: 30,
		});
	});

	it.each([undefined, 'memory', 'anything'])('is the memory where it is no table: %j', (store) => {
		expect(read({ ...WITH_TABLE, store, n8nUrl: 'no address' }).credential.store).toEqual({ kind: 'memory' });
	});
});

describe('what cannot be used is told, with what stands there', () => {
	it.each([
		['no host', { ...FIELDS, host: undefined }, { code: 'hostUnreadable', value: '' }],
		['a host that is no address', { ...FIELDS, host: ' a b ' }, { code: 'hostUnreadable', value: 'a b' }],
		['a host without encryption', { ...FIELDS, host: 'http://h' }, { code: 'hostExposed', value: 'http://h' }],
		['no n8n URL', { ...WITH_TABLE, n8nUrl: undefined }, { code: 'n8nUrlUnreadable', value: '' }],
		['an n8n URL without encryption', { ...WITH_TABLE, n8nUrl: 'http://n8n' }, { code: 'n8nUrlExposed', value: 'http://n8n' }],
		['no time zone', { ...FIELDS, timeZone: undefined }, { code: 'timeZoneUnknown', value: '' }],
		['a time zone that is none', { ...WITH_TABLE, timeZone: ' Moscow ' }, { code: 'timeZoneUnknown', value: 'Moscow' }],
		['the first of several', { ...WITH_TABLE, host: '', n8nUrl: '', timeZone: '' }, { code: 'hostUnreadable', value: '' }],
	])('%s', (_, fields, trouble) => {
		expect(troubleIn(fields)).toEqual(trouble);
	});

	it.each([
		['http://h', true, undefined],
		['http://h', 'true', 'hostExposed'],
		['http://localhost', undefined, undefined],
		['https://h', undefined, undefined],
	])('a host without encryption is used only where that is allowed, or on this machine: %s, %j', (host, allowPlainHttp, code) => {
		expect(troubleIn({ ...FIELDS, host, allowPlainHttp })).toEqual(code && { code, value: host });
	});
});
