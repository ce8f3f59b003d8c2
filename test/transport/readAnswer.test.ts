import type { Known, ProtocolName, SendAnswer } from '../../nodes/CascadeMessaging/protocol';
import { ProtocolError, PROTOCOLS } from '../../nodes/CascadeMessaging/protocol';
import { readAnswer } from '../../nodes/CascadeMessaging/transport/readAnswer';
import { statusTrouble } from '../../nodes/CascadeMessaging/transport/statusTrouble';
import { TransportError } from '../../nodes/CascadeMessaging/transport/transportError';

const quote = (words: string): string => words.replace('secret', '***');

/** Reads a text that stood behind a status, as Send does. */
function read(text: string, status = 200, protocol: ProtocolName = 'json', isCut = false): unknown {
	const brokenBy = statusTrouble({ status, headers: {} });
	const decode = (words: string, known: Known): SendAnswer => PROTOCOLS[protocol].decodeSend(words, { ...known, phones: ['79000000001'] });
	try {
		return readAnswer({ text, isCut, status, ...(brokenBy !== undefined && { brokenBy }) }, { decode, quote });
	} catch (error) {
		const { code, message } = error as { code: string; message: string };
		return `${code}: ${message}`;
	}
}

const ACCEPTED = '{"message":[[{"phone":"79000000001","id_message":"11","count_message":"1"}]]}';
const STATUS_503 = 'httpStatus: The gateway answered with HTTP status 503 instead of a result. Try again later, or ask your operator.';

it.each([200, 400, 401, 403, 404, 429, 500, 502, 503])('IDs count behind HTTP %d', (status) => {
	expect(read(ACCEPTED, status)).toMatchObject({ messages: [{ recipients: [{ accepted: true, messageId: '11' }] }] });
	expect(read('1179038981', status, 'get')).toMatchObject({ messages: [{ recipients: [{ accepted: true, messageId: '1179038981' }] }] });
});

it('so do refusals of a recipient or a message', () => {
	expect(read('{"message":[{"error":"whatever"}]}', 500)).toEqual({ messages: [{ refused: 'whatever' }] });
});

it.each<[ProtocolName, string]>([
	['json', '{"error":"Нет денег"}'],
	['xml', '<response><error>Нет денег</error></response>'],
	['get', 'error: Нет денег'],
])('a refusal of the whole request counts behind HTTP 400: %s', (protocol, text) => {
	expect(read(text, 400, protocol)).toEqual({ refused: 'Нет денег' });
});

it('behind HTTP 5xx only its words are told, without secrets', () => {
	expect(read('{"error":"Service Unavailable"}', 503)).toBe(`${STATUS_503} It says: Service Unavailable`);
	expect(read('{"error":"secret"}', 503)).toBe(`${STATUS_503} It says: ***`);
	expect(read('{"error":"Неправильный логин или пароль"}', 503)).toEqual({ refused: 'Неправильный логин или пароль' });
});

it('a page behind a status is none of the gateway', () => {
	expect(read('<html>503</html>', 503)).toBe(STATUS_503);
	expect(read('Service Unavailable', 503, 'get')).toBe(STATUS_503);
	expect(read('Bad Request 123456789', 400, 'get')).toMatch(/^httpStatus: /);
	expect(read('', 503)).toBe(STATUS_503);
});

it('without a status, what cannot be read is told as such', () => {
	expect(read('<html></html>')).toMatch(/^notJson: /);
	expect(read(ACCEPTED.slice(0, 80), 200, 'json', true)).toMatchObject({ messages: [{ recipients: [{ messageId: '11' }] }] });
});

describe('the codec', () => {
	const answer = { messages: [] };
	const lost = new TransportError('connectionLost', 'Lost.', { mayHaveArrived: true, isPassing: true });
	const unavailable = new TransportError('httpStatus', 'HTTP status 503.', { mayHaveArrived: true, isPassing: true, retryAfter: 7 });

	it.each([
		[200, false, { isCut: false, isDoubtful: false }],
		[200, true, { isCut: true, isDoubtful: false }],
		[399, false, { isCut: false, isDoubtful: false }],
		[400, false, { isCut: false, isDoubtful: true }],
	])('is told what the text does not show: HTTP %d, cut: %s', (status, isCut, known) => {
		const decode = jest.fn(() => answer);

		expect(readAnswer({ text: 'text', status, isCut }, { decode })).toBe(answer);
		expect(decode).toHaveBeenCalledWith('text', known);
	});

	it('may read what came before the connection broke off', () => {
		expect(readAnswer({ text: '', status: 200, isCut: true, brokenBy: lost }, { decode: () => answer })).toBe(answer);
	});

	const failing = (error: unknown) => (): SendAnswer => {
		throw error;
	};

	it.each([lost, unavailable])('is not heard where something else says why there is no answer: %p', (brokenBy) => {
		const decode = failing(new ProtocolError('notJson', 'Not JSON.'));

		expect(() => readAnswer({ text: '', status: 503, isCut: false, brokenBy }, { decode })).toThrow(brokenBy);
	});

	it('has a fault that nothing hides', () => {
		const fault = new TypeError('not a function');

		expect(() => readAnswer({ text: '', status: 503, isCut: false, brokenBy: unavailable }, { decode: failing(fault) })).toThrow(fault);
		expect(() => readAnswer({ text: '', status: 200, isCut: false }, { decode: failing(fault) })).toThrow(fault);
	});

	it('reads a refusal a web server may have written: its words are told where they are wanted', () => {
		const came = { text: '', status: 503, isCut: false, brokenBy: unavailable };
		const decode = (): SendAnswer => ({ refused: 'secret' });
		const told = new TransportError('httpStatus', 'HTTP status 503. It says: ***', unavailable.chances);

		expect(thrownBy(() => readAnswer(came, { decode }))).toBe(unavailable);
		expect(thrownBy(() => readAnswer(came, { decode, quote }))).toEqual(told);
		expect(thrownBy(() => readAnswer(came, { decode, quote }))).toMatchObject({ chances: unavailable.chances });
		expect(thrownBy(() => readAnswer(came, { decode: () => answer, quote }))).toBe(unavailable);
	});

	function thrownBy(act: () => unknown): unknown {
		try {
			return act();
		} catch (error) {
			return error;
		}
	}
});
