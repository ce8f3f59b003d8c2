import { EVERY_STATUS, readReturned, readThrown } from '../../nodes/CascadeMessaging/transport/helperAnswer';

const SECURED = { protocol: 'https:', socket: { encrypted: true } };
const FAKE = { protocol: 'https:', socket: {} };

it('what was returned is read, and whose it is where its body shows that', () => {
	expect(readReturned({ statusCode: 200, headers: { a: 'b' }, body: 'text' })).toMatchObject({
		status: 200,
		headers: { a: 'b' },
		body: 'text',
		isProxys: false,
	});
	expect(readReturned({ statusCode: 502, body: { req: FAKE } })).toMatchObject({ status: 502, headers: {}, isProxys: true });
	expect(readReturned({ statusCode: 502, body: { req: SECURED } })).toMatchObject({ isProxys: false });
	expect(readReturned(undefined).status).toBeNaN();
});

it.each([
	['the gateway', SECURED, false],
	['a proxy', FAKE, true],
])('a response of %s that was thrown is read from the causes', (_, request, isProxys) => {
	const thrown = { httpCode: '404', cause: { request, response: { status: 503, headers: { 'retry-after': '5' }, data: 'text' } } };

	expect(readThrown(thrown)).toMatchObject({ status: 503, headers: { 'retry-after': '5' }, body: 'text', isProxys });
});

it('of a response that n8n keeps the status of, the status is read', () => {
	expect(readThrown({ httpCode: '503' })).toMatchObject({ status: 503, headers: {}, body: undefined, isProxys: false });
	expect(readThrown({ httpCode: 407 })).toMatchObject({ status: 407 });
});

it.each([
	[{ httpCode: 'ECONNRESET' }],
	[{ httpCode: '999' }],
	[{ httpCode: '5030' }],
	[{ httpCode: '1503' }],
	[{ httpCode: '' }],
	[undefined],
	[new Error('?')],
])('where there was no response, that is told: %j', (error) => {
	expect(() => readThrown(error)).toThrow('The connection to the gateway broke off before its answer was complete.');
});

it('does not follow causes without end', () => {
	const endless: Record<string, unknown> = {};
	endless.cause = endless;

	expect(() => readThrown(endless)).toThrow('broke off');
});

it('closes the connection where it can be reached', () => {
	const destroy = jest.fn();
	readThrown({ cause: { request: { ...SECURED, destroy }, response: { status: 500 } } }).close();
	readThrown({ cause: { request: SECURED, response: { status: 500 } } }).close();
	readReturned({}).close();

	expect(destroy).toHaveBeenCalledTimes(1);
});

it('n8n is asked to throw for 3xx to 5xx, but not for 401, which it would send again', () => {
	const { ignore, except } = EVERY_STATUS;

	expect(ignore).toBe(true);
	expect([except[0], except.at(-1), except.length]).toEqual([300, 599, 299]);
	expect(except).not.toContain(401);
});
