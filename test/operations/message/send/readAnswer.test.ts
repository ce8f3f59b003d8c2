import { readAnswer } from '../../../../nodes/CascadeMessaging/operations/message/send/readAnswer';
import type { ProtocolName } from '../../../../nodes/CascadeMessaging/protocol/codecs';
import type { Account } from '../../../../nodes/CascadeMessaging/transport/account';
import { statusTrouble } from '../../../../nodes/CascadeMessaging/transport/httpStatus';

const account = { quote: (words: string) => words.replace('secret', '***') } as Account;

/** Reads a text that stood behind a status. */
function read(text: string, status = 200, protocol: ProtocolName = 'json', isCut = false): unknown {
	const brokenBy = statusTrouble({ status, headers: {} });
	try {
		return readAnswer({ text, isCut, status, ...(brokenBy !== undefined && { brokenBy }) }, { protocol, phones: ['79000000001'], account });
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

it('a status that says nothing against it leaves the answer as it is', () => {
	expect(read('{"error":"whatever"}', 200)).toEqual({ refused: 'whatever' });
	expect(read('123456789 x', 200, 'get')).not.toEqual(read('123456789 x', 400, 'get'));
});

it('without a status, what cannot be read is told as such', () => {
	expect(read('<html></html>')).toMatch(/^notJson: /);
	expect(read(ACCEPTED.slice(0, 80), 200, 'json', true)).toMatchObject({ messages: [{ recipients: [{ messageId: '11' }] }] });
});
