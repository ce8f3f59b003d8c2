import { isProxysOwn, reachOf } from '../../nodes/CascadeMessaging/transport/evidence';

const withRequest = (request: unknown): unknown => ({ cause: { cause: { request } } });

it.each([
	['no connection at all', { socket: null }, 'noConnection'],
	['a connection that stands in for a proxy', { protocol: 'https:', socket: { _bytesDispatched: 0 } }, 'noConnection'],
	['TLS under way', { protocol: 'https:', socket: { encrypted: true, secureConnecting: true } }, 'nothingLeft'],
	['TLS made', { protocol: 'https:', socket: { encrypted: true, secureConnecting: false, _bytesDispatched: 0 } }, 'perhaps'],
	['TLS of which nothing is known', { protocol: 'https:', socket: { encrypted: true, _bytesDispatched: 0 } }, undefined],
	['a plain connection without a byte', { protocol: 'http:', socket: { _bytesDispatched: 0 } }, 'nothingLeft'],
	['a plain connection with bytes', { protocol: 'http:', socket: { _bytesDispatched: 3 } }, 'perhaps'],
	['a plain connection of which nothing is known', { protocol: 'http:', socket: {} }, undefined],
	['a request that wraps another', { socket: null, _currentRequest: { protocol: 'http:', socket: { _bytesDispatched: 3 } } }, 'perhaps'],
	['a request that shows nothing', {}, undefined],
])('%s', (_, request, reach) => {
	expect(reachOf(withRequest(request))).toBe(reach);
	expect(reachOf({ request })).toBe(reach);
});

it.each([undefined, null, 'text', {}, { request: 5 }, { cause: { cause: {} } }])('without a request nothing is known: %j', (error) => {
	expect(reachOf(error)).toBeUndefined();
});

it('does not follow causes without end', () => {
	const endless: Record<string, unknown> = {};
	endless.cause = endless;

	expect(reachOf(endless)).toBeUndefined();
});

it.each([
	[{ protocol: 'https:', socket: {} }, true],
	[{ protocol: 'https:', socket: { encrypted: true } }, false],
	[{ protocol: 'http:', socket: {} }, false],
	[{ protocol: 'https:', socket: null }, false],
	[{ socket: {} }, false],
	[undefined, false],
])('whether a proxy speaks: %j, %s', (request, isProxys) => {
	expect(isProxysOwn(request)).toBe(isProxys);
});
