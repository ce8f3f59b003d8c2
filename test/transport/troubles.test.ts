import type { ErrorFacts } from '../../nodes/CascadeMessaging/transport/errorFacts';
import type { TroubleRow } from '../../nodes/CascadeMessaging/transport/troubles';
import { CONNECTION_LOST, NOT_CONNECTED, TROUBLES_AFTER, TROUBLES_BEFORE } from '../../nodes/CascadeMessaging/transport/troubles';

/** The code of the first row that fits. */
function codeIn(table: readonly TroubleRow[], facts: Partial<ErrorFacts>): string | undefined {
	return table.find(({ isOf }) => isOf({ codes: [], words: '', ...facts }))?.code;
}

describe('what keeps a request from leaving is known', () => {
	it.each([
		['ECONNABORTED', 'connectTimedOut'],
		['ETIMEDOUT', 'connectTimedOut'],
		['ESOCKETTIMEDOUT', 'connectTimedOut'],
		['UND_ERR_CONNECT_TIMEOUT', 'connectTimedOut'],
		['UND_ERR_HEADERS_TIMEOUT', 'connectTimedOut'],
		['UND_ERR_BODY_TIMEOUT', 'connectTimedOut'],
		['ERR_CANCELED', 'stopped'],
		['ABORT_ERR', 'stopped'],
		['ERR_INVALID_URL', 'proxyNotUsable'],
		['ENOTFOUND', 'hostNotFound'],
		['EAI_AGAIN', 'hostNotFound'],
		['ECONNREFUSED', 'connectionRefused'],
		['EHOSTUNREACH', 'hostUnreachable'],
		['ENETUNREACH', 'hostUnreachable'],
		['EADDRNOTAVAIL', 'hostUnreachable'],
		['ENETDOWN', 'hostUnreachable'],
		['EHOSTDOWN', 'hostUnreachable'],
		['EACCES', 'hostUnreachable'],
		['EPERM', 'hostUnreachable'],
		['EPROTO', 'noSecureConnection'],
		['ERR_SSL_WRONG_VERSION_NUMBER', 'noSecureConnection'],
		['ERR_SSL', 'noSecureConnection'],
		['CERT_HAS_EXPIRED', 'certificateNotTrusted'],
		['ERR_TLS_CERT_ALTNAME_INVALID', 'certificateNotTrusted'],
		['DEPTH_ZERO_SELF_SIGNED_CERT', 'certificateNotTrusted'],
		['SELF_SIGNED', 'certificateNotTrusted'],
		['UNABLE_TO_GET_ISSUER', 'certificateNotTrusted'],
		['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'certificateNotTrusted'],
	])('by the code %s: %s', (code, expected) => {
		expect(codeIn(TROUBLES_BEFORE, { codes: ['ANYTHING', code] })).toBe(expected);
	});

	it.each([
		...[
			'XETIMEDOUT',
			'ETIMEDOUTX',
			'XERR_CANCELED',
			'ERR_CANCELEDX',
			'XABORT_ERR',
			'XERR_INVALID_URL',
			'ERR_INVALID_URLX',
			'XENOTFOUND',
			'ENOTFOUNDX',
		],
		...[
			'XEAI_AGAIN',
			'EAI_',
			'EAI_again',
			'XECONNREFUSED',
			'ECONNREFUSEDX',
			'XEPERM',
			'EPERMX',
			'XEPROTO',
			'EPROTOX',
			'XERR_SSL',
			'ECONNRESET',
			'UNABLE_TO_GO',
		],
	])('but not by %s', (code) => {
		expect(codeIn(TROUBLES_BEFORE, { codes: [code] })).toBeUndefined();
	});

	it.each([
		['SsrfBlockedIpError', 'addressBlocked'],
		['Error\nSsrfError\n?', 'addressBlocked'],
		['The request was blocked because it resolves to a restricted IP', 'addressBlocked'],
		['Error\nURIError\nURI malformed', 'proxyNotUsable'],
		['Error\nDNS lookup for gateway.example failed', 'hostNotFound'],
		['no SsrfBlockedIpError', undefined],
		['SsrfBlockedIpErrors', undefined],
		['no URIError', undefined],
		['URIErrors', undefined],
		['A DNS lookup for x', undefined],
	])('by words, each a line of its own: %j', (words, expected) => {
		expect(codeIn(TROUBLES_BEFORE, { words })).toBe(expected);
	});

	it.each([
		['getaddrinfo', 'hostNotFound'],
		['queryA', 'hostNotFound'],
		['connect', undefined],
		['unquery', undefined],
		['regetaddrinfo', undefined],
	])('by what the system was asked for: %s', (syscall, expected) => {
		expect(codeIn(TROUBLES_BEFORE, { syscall })).toBe(expected);
	});
});

describe('what becomes of a request that may have left is known', () => {
	it.each([
		['ETIMEDOUT', 'timedOut'],
		['ERR_CANCELED', 'stopped'],
		['ECONNRESET', undefined],
	])('by the code %s: %s', (code, expected) => {
		expect(codeIn(TROUBLES_AFTER, { codes: [code] })).toBe(expected);
	});
});

describe('the user is told', () => {
	const PROXY_AWAY =
		'The proxy of n8n cannot be reached, so nothing was sent. Check HTTPS_PROXY and HTTP_PROXY in the environment of n8n, or try again later.';

	it('what happened, what to do, and whether another try makes sense', () => {
		const told = [...TROUBLES_BEFORE, NOT_CONNECTED, ...TROUBLES_AFTER, CONNECTION_LOST].map(({ code, isPassing, message }) => [
			code,
			isPassing,
			message,
		]);

		expect(told).toEqual([
			[
				'addressBlocked',
				false,
				'n8n is set up to block this address, so nothing was sent. Check the host in the credential, or ask the administrator of n8n to allow it (N8N_SSRF_ALLOWED_HOSTNAMES).',
			],
			[
				'proxyNotUsable',
				false,
				'The address of the proxy n8n uses is none, so nothing was sent. Correct HTTPS_PROXY and HTTP_PROXY in the environment of n8n.',
			],
			['stopped', false, 'The execution was stopped before a connection to the gateway was made.'],
			['hostNotFound', true, 'No gateway was found under the host in the credential. Check its spelling and your network.'],
			[
				'connectTimedOut',
				true,
				'No connection to the gateway could be made in time, so nothing was sent. Check the host in the credential and your network.',
			],
			['connectionRefused', true, 'The gateway refused the connection. Check the host in the credential, or try again later.'],
			[
				'hostUnreachable',
				true,
				'The gateway cannot be reached over the network. Check the host in the credential, your network, and whether a firewall is in the way.',
			],
			[
				'noSecureConnection',
				false,
				'No secure connection to the gateway could be made. If it speaks plain HTTP only, write http:// in front of the host.',
			],
			[
				'certificateNotTrusted',
				false,
				"The gateway's certificate is not trusted, so nothing was sent. Ask your operator, or turn on Ignore SSL Issues in the credential if you know why.",
			],
			[
				'connectionNotMade',
				true,
				'No connection to the gateway could be made, so nothing was sent. Try again later, or check your network.',
			],
			['timedOut', true, 'The gateway did not answer in time. Raise the Timeout in the options, or ask your operator.'],
			['stopped', false, 'The execution was stopped while the gateway was answering.'],
			['connectionLost', true, 'The connection to the gateway broke off before its answer was complete.'],
		]);
	});

	it('of the proxy, where it is the proxy that made no connection', () => {
		const told = [...TROUBLES_BEFORE, NOT_CONNECTED].flatMap(({ code, byProxy }) => (byProxy === undefined ? [] : [[code, byProxy]]));

		expect(told).toEqual([
			['hostNotFound', { code: 'proxyNotUsable', message: PROXY_AWAY }],
			[
				'connectTimedOut',
				{
					message:
						'The proxy of n8n made no connection to the gateway in time, so nothing was sent. Check the host in the credential and the proxy.',
				},
			],
			['connectionRefused', { code: 'proxyNotUsable', message: PROXY_AWAY }],
			['hostUnreachable', { code: 'proxyNotUsable', message: PROXY_AWAY }],
			[
				'certificateNotTrusted',
				{ message: "The certificate of n8n's proxy is not trusted, so nothing was sent. Ask the administrator of n8n." },
			],
			[
				'connectionNotMade',
				{ message: 'The proxy of n8n made no connection to the gateway, so nothing was sent. Try again later, or check the proxy.' },
			],
		]);
	});
});
