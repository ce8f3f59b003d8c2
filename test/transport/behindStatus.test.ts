import { countsBehindStatus } from '../../nodes/CascadeMessaging/transport/behindStatus';

it.each([400, 402, 406, 409, 410, 412, 417, 418, 422, 423, 424, 426, 428, 451])('a refusal behind HTTP %d is the gateway\'s', (status) => {
	expect(countsBehindStatus(status, { refused: 'whatever' })).toBe(true);
});

it.each([401, 403, 404, 405, 408, 411, 413, 414, 415, 425, 429, 431, 500, 501, 502, 503, 504, 520])(
	'a refusal behind HTTP %d is the gateway\'s only in known words',
	(status) => {
		expect(countsBehindStatus(status, { refused: 'Service Unavailable' })).toBe(false);
		expect(countsBehindStatus(status, { refused: 'Закончились SMS' })).toBe(true);
	},
);

it.each([400, 401, 500, 503])('what speaks of messages or states counts behind any: %d', (status) => {
	expect(countsBehindStatus(status, { messages: [] })).toBe(true);
	expect(countsBehindStatus(status, { states: [] })).toBe(true);
});
