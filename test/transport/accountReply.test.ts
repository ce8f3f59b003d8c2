import { ProtocolError } from '../../nodes/CascadeMessaging/protocol';
import { readReply } from '../../nodes/CascadeMessaging/transport/accountReply';
import type { GatewayAnswer } from '../../nodes/CascadeMessaging/transport/gateway';
import { TransportError } from '../../nodes/CascadeMessaging/transport/transportError';

const CLOCK = '{"time":"2026-12-01 10:30:20"}';
const ANSWER = { answer: { time: '2026-12-01 10:30:20' } };
const lost = new TransportError('connectionLost', 'Lost.', { mayHaveArrived: true, isPassing: true });

/** What is read from an answer to the question for the time; what is thrown otherwise. */
function readClock(came: Partial<GatewayAnswer>): unknown {
	const { status = 200 } = came;
	const brokenBy = new TransportError('httpStatus', `HTTP status ${status}.`, { mayHaveArrived: true, isPassing: false });
	const whole = { text: '', isCut: false, status, ...(status >= 400 && { brokenBy }), ...came };
	try {
		return readReply(whole, { name: 'clock', input: {}, quote: (words) => `<${words}>` });
	} catch (error) {
		if (error instanceof TransportError || error instanceof ProtocolError) return error.message;
		throw error;
	}
}

it.each([200, 404, 500, 503])('an answer counts, with whatever status: HTTP %d', (status) => {
	expect(readClock({ status, text: CLOCK })).toEqual(ANSWER);
});

it('a whole answer counts, even if the connection broke off behind it', () => {
	expect(readClock({ text: CLOCK, isCut: true, brokenBy: lost })).toEqual(ANSWER);
});

it.each([CLOCK.slice(0, -3), '', '{}', 'Welcome', '{"error":"Нет"}'])('an answer that broke off is none: %j', (text) => {
	expect(readClock({ text, isCut: true, brokenBy: lost })).toBe('Lost.');
});

describe('nobody is there to ask', () => {
	it.each([404, 405, 501])('with HTTP %d, whatever the page', (status) => {
		const message = `Your operator does not offer this: the gateway answered with HTTP status ${status}.`;
		for (const text of ['', '<html>Not found</html>', '{"error":"Not found"}', '{', '{}', 'Access to this server']) {
			expect(readClock({ status, text })).toEqual({ trouble: { code: 'notOffered', message } });
			expect(readClock({ status, text, isCut: true })).toEqual({ trouble: { code: 'notOffered', message } });
		}
	});

	it.each([400, 410, 422])('where a program says that it does not know the question: HTTP %d', (status) => {
		expect(readClock({ status, text: '{"error":"Unknown type"}' })).toMatchObject({ trouble: { code: 'notOffered' } });
	});
});

describe('a refusal behind a status', () => {
	it.each([400, 401, 403, 404, 405, 500, 501])('counts where its words are known: HTTP %d', (status) => {
		expect(readClock({ status, text: '{"error":"Неправильный логин или пароль"}' })).toEqual({
			trouble: {
				code: 'refusedByGateway',
				message: 'The gateway refused the question: <Неправильный логин или пароль>',
				reason: 'access',
			},
		});
	});

	it('counts where programs use the status', () => {
		expect(readClock({ status: 422, text: '{"error":"Нет"}' })).toMatchObject({ trouble: { code: 'refusedByGateway' } });
	});

	it.each([401, 403, 413, 429, 500, 502, 503])('does not where it may be that of a proxy: HTTP %d', (status) => {
		for (const text of ['{"error":"Нет"}', '{"error":"Unknown type"}', '<html>Down</html>', '', '{}']) {
			expect(readClock({ status, text })).toBe(`HTTP status ${status}.`);
		}
	});
});

it('what cannot be read is told as that', () => {
	expect(readClock({ text: '{"time":' })).toBe('The gateway answered with JSON that cannot be read.');
	expect(readClock({ text: '{}' })).toBe('The gateway\'s answer is not what is documented: it lacks a "time".');
});
