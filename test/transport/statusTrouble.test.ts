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
])('%d means %s; may have arrived: %s, may go better: %s', (status, code, mayHaveArrived, isPassing) => {
	expect(statusTrouble({ status, headers: {} })).toMatchObject({ code, chances: { mayHaveArrived, isPassing } });
});

describe('Retry-After', () => {
	const message = (status: number, header: unknown): string | undefined =>
		statusTrouble({ status, headers: { 'retry-after': header } })?.message;
	const retryAfter = (header: unknown): number | undefined =>
		statusTrouble({ status: 429, headers: { 'retry-after': header } })?.chances.retryAfter;

	it.each([
		['120', 120],
		[' 0 ', 0],
		[undefined, undefined],
		['soon', undefined],
		[['1'], undefined],
		['Wed, 21 Oct 2015 07:28:00 GMT', 0],
	])('%j asks for %s seconds', (header, seconds) => {
		expect(retryAfter(header)).toBe(seconds);
	});

	it('may be a date', () => {
		jest.spyOn(Date, 'now').mockReturnValue(Date.parse('2026-12-01T10:00:00Z'));
		expect(retryAfter('Tue, 01 Dec 2026 10:00:30 GMT')).toBe(30);
		jest.restoreAllMocks();
	});

	it('is told to the user', () => {
		expect(message(429, '120')).toBe('The gateway is asked too often (HTTP status 429). Try again in 120 s, as it asks, or set Pause Between Requests in the options.');
		expect(message(503, '5')).toBe('The gateway answered with HTTP status 503 instead of a result. Try again in 5 s, as it asks, or ask your operator.');
		expect(message(503, undefined)).toContain('Try again later, or');
	});
});

it('says where a redirect pointed to, and no more of it', () => {
	const at = (location: unknown): string | undefined => statusTrouble({ status: 302, headers: { location } })?.message;

	expect(at('https://u:secret@elsewhere.example:8443/x?password=secret')).toMatch(/^The gateway redirects to elsewhere\.example:8443, which is not followed/);
	expect(at('/other?password=secret')).toMatch(/^The gateway redirects, which is not followed/);
});
