import { brokenAnswer, toTransportError } from '../../nodes/CascadeMessaging/transport/networkTrouble';

const failing = (fields: object, message = 'x'): Error => Object.assign(new Error(message), fields);
const wrapped = (cause: unknown, fields: object = {}): Error => Object.assign(new Error('n8n says so'), { cause, ...fields });
const plainSocket = (bytes: number): object => ({ encrypted: undefined, _bytesDispatched: bytes });
const SECURED = { protocol: 'https:', socket: { encrypted: true, secureConnecting: false } };
const SHAKING_HANDS = { protocol: 'https:', socket: { encrypted: true, secureConnecting: true } };
const UNCONNECTED = { protocol: 'http:', socket: plainSocket(0) };
const CONNECTED = { protocol: 'http:', socket: plainSocket(1) };
const PROXYS = { protocol: 'https:', socket: null };

const told = (error: unknown): unknown[] => {
	const { code, chances } = toTransportError(error);
	return [code, chances.mayHaveArrived ? 'unknown' : 'notSent', chances.isPassing];
};

describe('by what was asked of the system', () => {
	it.each([
		['ETIMEDOUT', 'connect', 'connectTimedOut', true],
		['ECONNREFUSED', 'connect', 'connectionRefused', true],
		['ENETUNREACH', 'connect', 'hostUnreachable', true],
		['EHOSTUNREACH', 'connect', 'hostUnreachable', true],
		['EACCES', 'connect', 'hostUnreachable', true],
		['EPERM', 'connect', 'hostUnreachable', true],
		['EMFILE', 'connect', 'connectionNotMade', true],
		['ENOTFOUND', 'getaddrinfo', 'hostNotFound', true],
		['EAI_AGAIN', 'getaddrinfo', 'hostNotFound', true],
		['EAI_FAIL', 'getaddrinfo', 'hostNotFound', true],
		['EAI_NONAME', 'getaddrinfo', 'hostNotFound', true],
		['EMFILE', 'getaddrinfo', 'hostNotFound', true],
		['ESERVFAIL', 'queryA', 'hostNotFound', true],
	])('%s of %s is %s: not sent', (code, syscall, expected, isPassing) => {
		expect(told(failing({ code, syscall }))).toEqual([expected, 'notSent', isPassing]);
		expect(told(wrapped(wrapped(failing({ code, syscall }))))).toEqual([expected, 'notSent', isPassing]);
	});

	it.each([
		['ETIMEDOUT', 'read', 'timedOut'],
		['ETIMEDOUT', 'write', 'timedOut'],
		['EHOSTUNREACH', 'read', 'connectionLost'],
		['ECONNREFUSED', 'read', 'connectionLost'],
		['ECONNRESET', 'read', 'connectionLost'],
		['EPIPE', 'write', 'connectionLost'],
		['EPROTO', 'write', 'connectionLost'],
	])('%s of %s is %s: may have been sent', (code, syscall, expected) => {
		expect(told(failing({ code, syscall }))).toEqual([expected, 'unknown', true]);
	});
});

describe('by the code, where nothing else is known', () => {
	it.each([
		['ECONNREFUSED', 'connectionRefused', true],
		['ENOTFOUND', 'hostNotFound', true],
		['EAI_FAIL', 'hostNotFound', true],
		['UND_ERR_CONNECT_TIMEOUT', 'connectTimedOut', true],
		['ERR_INVALID_URL', 'proxyNotUsable', false],
		['ERR_TLS_CERT_ALTNAME_INVALID', 'certificateNotTrusted', false],
		['CERT_HAS_EXPIRED', 'certificateNotTrusted', false],
		['DEPTH_ZERO_SELF_SIGNED_CERT', 'certificateNotTrusted', false],
		['SELF_SIGNED_CERT_IN_CHAIN', 'certificateNotTrusted', false],
		['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'certificateNotTrusted', false],
		['UNABLE_TO_GET_ISSUER_CERT_LOCALLY', 'certificateNotTrusted', false],
	])('%s is %s: not sent', (code, expected, isPassing) => {
		expect(told(failing({ code }))).toEqual([expected, 'notSent', isPassing]);
		expect(told(failing({ httpCode: code }))).toEqual([expected, 'notSent', isPassing]);
	});

	it.each([
		['ECONNABORTED', 'timedOut', true],
		['ETIMEDOUT', 'timedOut', true],
		['ESOCKETTIMEDOUT', 'timedOut', true],
		['UND_ERR_HEADERS_TIMEOUT', 'timedOut', true],
		['UND_ERR_BODY_TIMEOUT', 'timedOut', true],
		['ECONNRESET', 'connectionLost', true],
		['EHOSTUNREACH', 'connectionLost', true],
		['EPROTO', 'connectionLost', true],
		['ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED', 'connectionLost', true],
		['ERR_CANCELED', 'stopped', false],
		['ABORT_ERR', 'stopped', false],
		['SOMETHING_NEW', 'connectionLost', true],
	])('%s is %s: may have been sent', (code, expected, isPassing) => {
		expect(told(failing({ code }))).toEqual([expected, 'unknown', isPassing]);
	});

	it.each(['XECONNREFUSED', 'ECONNREFUSEDX', 'NOT_A_CERT_CODE'])('%s is not one of them: may have been sent', (code) => {
		expect(told(failing({ code }))).toEqual(['connectionLost', 'unknown', true]);
	});

	it.each(['reconnect', 'connected', 'requery', 'query', 'query!'])(
		'%s is asked of the system at another time, or not known',
		(syscall) => {
			expect(told(failing({ code: 'EMFILE', syscall }))[1]).toBe(syscall === 'query' ? 'notSent' : 'unknown');
		},
	);

	it.each([[undefined], [null], ['text'], [{}], [new Error('?')]])('%j may have been sent', (error) => {
		expect(told(error)).toEqual(['connectionLost', 'unknown', true]);
	});
});

describe('by the words of Node.js and n8n', () => {
	it.each([
		[
			failing({ code: 'ECONNRESET' }, 'Client network socket disconnected before secure TLS connection was established'),
			'connectionNotMade',
			true,
		],
		[failing({ name: 'SsrfBlockedIpError' }), 'addressBlocked', false],
		[failing({ name: 'SsrfBlockedHostnameError' }), 'addressBlocked', false],
		[failing({}, 'The request was blocked because it resolves to a restricted IP address'), 'addressBlocked', false],
		[failing({}, 'DNS lookup for gateway.example returned no results'), 'hostNotFound', true],
		[failing({ name: 'URIError' }, 'URI malformed'), 'proxyNotUsable', false],
	])('%s', (error, code, isPassing) => {
		expect(told(error)).toEqual([code, 'notSent', isPassing]);
		expect(told(wrapped(error))).toEqual([code, 'notSent', isPassing]);
	});

	it.each(['MySsrfError', 'SsrfErrors', 'MyURIError', 'URIErrors'])('but not where they are a part of others: %s', (name) => {
		expect(told(failing({ name }))).toEqual(['connectionLost', 'unknown', true]);
	});
});

describe('by how far the request came', () => {
	it.each([
		['a time-out before TLS', 'ECONNABORTED', SHAKING_HANDS, ['connectTimedOut', 'notSent', true]],
		['a time-out before the connection', 'ECONNABORTED', UNCONNECTED, ['connectTimedOut', 'notSent', true]],
		['a time-out in the proxy', 'ECONNABORTED', PROXYS, ['connectTimedOut', 'notSent', true]],
		['a time-out behind TLS', 'ECONNABORTED', SECURED, ['timedOut', 'unknown', true]],
		['a time-out behind the connection', 'ECONNABORTED', CONNECTED, ['timedOut', 'unknown', true]],
		['a reset before TLS', 'ECONNRESET', SHAKING_HANDS, ['connectionNotMade', 'notSent', true]],
		['a reset behind TLS', 'ECONNRESET', SECURED, ['connectionLost', 'unknown', true]],
		['TLS that is none', 'EPROTO', SHAKING_HANDS, ['noSecureConnection', 'notSent', false]],
		['TLS that is given up', 'ERR_SSL_SSLV3_ALERT_HANDSHAKE_FAILURE', SHAKING_HANDS, ['noSecureConnection', 'notSent', false]],
		['TLS that breaks later', 'EPROTO', SECURED, ['connectionLost', 'unknown', true]],
		['a Stop before TLS', 'ERR_CANCELED', SHAKING_HANDS, ['stopped', 'notSent', false]],
		['a Stop behind TLS', 'ERR_CANCELED', SECURED, ['stopped', 'unknown', false]],
		['a proxy that is not there', 'ECONNREFUSED', PROXYS, ['proxyNotUsable', 'notSent', true]],
		['a proxy whose name is not found', 'ENOTFOUND', PROXYS, ['proxyNotUsable', 'notSent', true]],
		['a proxy out of reach', 'EHOSTUNREACH', PROXYS, ['proxyNotUsable', 'notSent', true]],
		['a proxy that hangs up', 'ECONNRESET', PROXYS, ['connectionNotMade', 'notSent', true]],
		['an answer in no HTTP, behind TLS', 'HPE_INVALID_CONSTANT', SECURED, ['connectionLost', 'unknown', true]],
		['a request that shows nothing', 'ECONNABORTED', {}, ['timedOut', 'unknown', true]],
	])('%s', (_, code, request, expected) => {
		expect(told(wrapped(failing({ code, request })))).toEqual(expected);
	});

	it('tells the proxy from the gateway', () => {
		const message = (request: object, code: string): string => toTransportError(failing({ code, request })).message;

		expect(message(PROXYS, 'ECONNABORTED')).toBe(
			'The proxy of n8n made no connection to the gateway in time, so nothing was sent. Check the host in the credential and the proxy.',
		);
		expect(message(SHAKING_HANDS, 'ECONNABORTED')).toBe(
			'No connection to the gateway could be made in time, so nothing was sent. Check the host in the credential and your network.',
		);
		expect(message(PROXYS, 'ECONNRESET')).toBe(
			'The proxy of n8n made no connection to the gateway, so nothing was sent. Try again later, or check the proxy.',
		);
		expect(message(PROXYS, 'CERT_HAS_EXPIRED')).toBe(
			"The certificate of n8n's proxy is not trusted, so nothing was sent. Ask the administrator of n8n.",
		);
		expect(message(PROXYS, 'ECONNREFUSED')).toMatch(
			/^The proxy of n8n cannot be reached, so nothing was sent\. Check HTTPS_PROXY and HTTP_PROXY/,
		);
	});
});

describe('several addresses that were tried', () => {
	const tries = (...errors: object[]): Error => failing({ code: 'ETIMEDOUT', errors });

	it('are not sent to when none was connected to', () => {
		expect(told(wrapped(tries({ code: 'ETIMEDOUT', syscall: 'connect' }, { code: 'ENETUNREACH', syscall: 'connect' })))).toEqual([
			'connectTimedOut',
			'notSent',
			true,
		]);
	});

	it('the most telling of them is told', () => {
		expect(told(tries({ code: 'ECONNREFUSED', syscall: 'connect' }, { code: 'EHOSTUNREACH', syscall: 'connect' }))[0]).toBe(
			'connectTimedOut',
		);
		expect(
			told(
				failing({
					errors: [
						{ code: 'EHOSTUNREACH', syscall: 'connect' },
						{ code: 'ECONNREFUSED', syscall: 'connect' },
					],
				}),
			)[0],
		).toBe('connectionRefused');
	});

	it('may have been sent to when one is in doubt', () => {
		expect(told(tries({ code: 'ETIMEDOUT', syscall: 'connect' }, { code: 'ECONNRESET', syscall: 'read' }))).toEqual([
			'timedOut',
			'unknown',
			true,
		]);
		expect(told(failing({ code: 'ETIMEDOUT', errors: [] }))).toEqual(['timedOut', 'unknown', true]);
	});
});

it('a chain without an end is in doubt', () => {
	const endless = failing({ code: 'ECONNREFUSED' });
	endless.cause = endless;

	expect(told(endless)).toEqual(['connectionRefused', 'notSent', true]);
});

it('an answer that breaks off has arrived, whatever the reason is called', () => {
	const broken = (fields: object): unknown => {
		const { code, chances } = brokenAnswer(failing(fields));
		return [code, chances.mayHaveArrived];
	};

	expect(broken({ code: 'ECONNREFUSED', syscall: 'connect' })).toEqual(['connectionLost', true]);
	expect(broken({ code: 'ETIMEDOUT' })).toEqual(['timedOut', true]);
	expect(broken({ code: 'ERR_CANCELED' })).toEqual(['stopped', true]);
});

it('keeps nothing of the error, which holds the signed request', () => {
	const error = failing({ code: 'ECONNRESET', config: { data: 'secret' } }, 'POST https://h/?password=secret');

	expect(JSON.stringify(Object.entries(toTransportError(error)))).not.toContain('secret');
	expect(toTransportError(error).message).not.toContain('secret');
	expect(toTransportError(error).cause).toBeUndefined();
});
