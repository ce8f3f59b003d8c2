import { countsBehindStatus } from '../../nodes/CascadeMessaging/transport/behindStatus';

const ACCEPTED = { accepted: true, messageId: '1', parts: null, channelIds: {}, raw: null } as const;

it.each([400, 402, 406, 409, 410, 412, 417, 418, 422, 423, 424, 426, 428, 451])("a refusal behind HTTP %d is the gateway's", (status) => {
	expect(countsBehindStatus(status, { refused: 'whatever' })).toBe(true);
});

it.each([401, 403, 404, 405, 408, 411, 413, 414, 415, 425, 429, 431, 500, 501, 502, 503, 504, 520])(
	"a refusal behind HTTP %d is the gateway's only in known words",
	(status) => {
		expect(countsBehindStatus(status, { refused: 'Service Unavailable' })).toBe(false);
		expect(countsBehindStatus(status, { refused: 'Закончились SMS' })).toBe(true);
	},
);

it.each([400, 401, 500, 503])('what speaks of messages or states counts behind any: %d', (status) => {
	expect(countsBehindStatus(status, { messages: [{ refused: 'whatever' }] })).toBe(true);
	expect(countsBehindStatus(status, { messages: [{ recipients: [] }, { recipients: [ACCEPTED] }] })).toBe(true);
	expect(countsBehindStatus(status, { messages: [{ recipients: [{ accepted: false, reason: 'No', raw: null }] }] })).toBe(true);
	expect(countsBehindStatus(status, { messages: [{ recipients: [{ accepted: false, reason: null, messageId: '1', raw: null }] }] })).toBe(
		true,
	);
	expect(countsBehindStatus(status, { states: [{ messageId: '1', state: 'send', changedAt: null, channels: {} }] })).toBe(true);
});

it('messages or states of which nothing is said do not count: they may be the request itself', () => {
	expect(countsBehindStatus(500, { messages: [] })).toBe(false);
	expect(countsBehindStatus(500, { states: [] })).toBe(false);
	expect(countsBehindStatus(400, { messages: [{ recipients: [] }, { recipients: [{ accepted: false, reason: null, raw: null }] }] })).toBe(
		false,
	);
});
