import { statusTrouble } from '../../nodes/CascadeMessaging/transport/statusTrouble';

it.each([200, 201, 204, 299])('%d is an answer', (status) => {
	expect(statusTrouble({ status, headers: {} })).toBeUndefined();
});

it.each([
	[301, 'redirected', true, false],
	[307, 'redirected', true, false],
	[400, 'httpStatus', false, false],
	[401, 'accessDenied', false, false],
	[403, 'accessDenied', false, false],
	[404, 'httpStatus', false, false],
	[408, 'httpStatus', true, false],
	[429, 'httpStatus', false, true],
	[500, 'httpStatus', true, true],
	[502, 'httpStatus', true, true],
	[503, 'httpStatus', true, true],
	[Number.NaN, 'httpStatus', true, false],
	[199, 'httpStatus', true, false],
	[300, 'redirected', true, false],
	[399, 'redirected', true, false],
	[402, 'httpStatus', true, false],
	[405, 'httpStatus', false, false],
	[407, 'proxyRefused', false, true],
	[411, 'httpStatus', false, false],
	[413, 'httpStatus', false, false],
	[414, 'httpStatus', false, false],
	[415, 'httpStatus', false, false],
	[431, 'httpStatus', false, false],
	[499, 'httpStatus', true, false],
])('%d means %s; may have arrived: %s, may go better: %s', (status, code, mayHaveArrived, isPassing) => {
	expect(statusTrouble({ status, headers: {} })).toMatchObject({ code, chances: { mayHaveArrived, isPassing } });
});

it('an answer of the proxy is none of the gateway, whatever its status', () => {
	const message = (status: number): string | undefined => statusTrouble({ status, headers: {}, isProxys: true })?.message;
	const refused = (status: number): string =>
		`The proxy of n8n refused the way to the gateway (HTTP status ${status}), so nothing was sent.`;

	expect(statusTrouble({ status: 200, headers: {}, isProxys: true })).toMatchObject({
		code: 'proxyRefused',
		chances: { mayHaveArrived: false, isPassing: true },
	});
	expect(message(502)).toBe(`${refused(502)} Try again later, or ask whoever runs it to let n8n through.`);
	expect(message(407)).toBe(
		`${refused(407)} It asks for a login: put user and password into HTTPS_PROXY or HTTP_PROXY in the environment of n8n.`,
	);
	expect(statusTrouble({ status: 407, headers: {}, isProxys: false })?.message).toBe(message(407));
});

it.each([401, 403])('denied access is told with what to check: HTTP %d', (status) => {
	const message = `The gateway denied access (HTTP ${status}). Check the login and password, or the token, in the credential.`;

	expect(statusTrouble({ status, headers: {} })).toMatchObject({ message });
});

it('chances hold no time to wait where none is asked for', () => {
	expect(statusTrouble({ status: 503, headers: {} })?.chances).toStrictEqual({ mayHaveArrived: true, isPassing: true });
});

describe('Retry-After', () => {
	const message = (status: number, header: unknown): string | undefined =>
		statusTrouble({ status, headers: { 'retry-after': header } })?.message;
	const retryAfter = (header: unknown): number | undefined =>
		statusTrouble({ status: 429, headers: { 'retry-after': header } })?.chances.retryAfter;

	it.each([
		['120', 120],
		[' 0 ', 0],
		[undefined, 0],
		['soon', 0],
		['5s', 0],
		['s5', 0],
		['999999999', 999_999_999],
		['9999999999', 0],
		[['1'], 0],
		['Wed, 21 Oct 2015 07:28:00 GMT', 0],
	])('%j asks for %d seconds, nothing readable for 0: a wait without an end', (header, seconds) => {
		expect(retryAfter(header)).toBe(seconds);
	});

	it('asks for no wait at another status than 429 when it does not say', () => {
		expect(statusTrouble({ status: 503, headers: {} })?.chances).toEqual({ mayHaveArrived: true, isPassing: true });
	});

	it('may be a date', () => {
		jest.spyOn(Date, 'now').mockReturnValue(Date.parse('2026-12-01T10:00:00Z'));
		expect(retryAfter('Tue, 01 Dec 2026 10:00:30 GMT')).toBe(30);
		jest.restoreAllMocks();
	});

	it('is told to the user', () => {
		expect(message(429, '120')).toBe(
			'The gateway is asked too often (HTTP status 429). Try again in 120 s, as it asks. When sending, the option Requests per Minute helps.',
		);
		expect(message(503, '5')).toBe(
			'The gateway answered with HTTP status 503 instead of a result. Try again in 5 s, as it asks, or ask your operator.',
		);
		expect(message(503, undefined)).toBe(
			'The gateway answered with HTTP status 503 instead of a result. Try again later, or ask your operator.',
		);
		expect(message(429, undefined)).toBe(
			'The gateway is asked too often (HTTP status 429). Try again later. When sending, the option Requests per Minute helps.',
		);
	});
});

it('says where a redirect pointed to, and no more of it', () => {
	const at = (location: unknown): string | undefined => statusTrouble({ status: 302, headers: { location } })?.message;

	const why = 'which is not followed because it would carry your password along. Correct the host in the credential.';
	expect(at('https://u:secret@elsewhere.example:8443/x?password=secret')).toBe(`The gateway redirects to elsewhere.example:8443, ${why}`);
	expect(at('/other?password=secret')).toBe(`The gateway redirects, ${why}`);
	expect(at(['https://elsewhere.example'])).toBe(`The gateway redirects, ${why}`);
});
