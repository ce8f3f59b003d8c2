import type { Said } from '../../support/network/sockets';
import { closeAll, gatewayThatSays } from '../../support/network/sockets';
import { hurry } from '../hurry';
import type { SendRun } from './kit';
import { jsonOf, send } from './kit';

hurry();
afterEach(closeAll);

const ACCEPTED = '{"message":[[{"phone":"79000000001","client_id_message":"5","id_message":"11","count_message":"1"}]]}';
const NUMBERED = { clientMessageIdFrom: 'number', clientMessageNumber: '5' };

/** Sends one message to a gateway that says these things, and tells what comes out and how often it was asked. */
async function sendTo(answers: Said[], run: SendRun = {}): Promise<{ line: Record<string, unknown>; asked: number }> {
	const gateway = await gatewayThatSays(...answers);
	const result = await send(gateway, { onError: 'continueRegularOutput', ...run });
	return { line: jsonOf(result)[0] ?? {}, asked: gateway.asked() };
}

it.each([400, 403, 404, 500, 502])('IDs behind HTTP %d are taken', async (status) => {
	expect(await sendTo([{ status, body: ACCEPTED }], { options: { retries: 1 } })).toMatchObject({
		line: { accepted: true, messageId: '11' },
		asked: 1,
	});
});

it('a refusal behind HTTP 400 is one', async () => {
	const { line } = await sendTo([{ status: 400, body: '{"error":"Нет отправителя"}' }]);

	const message =
		'The gateway refused 79000000001: Нет отправителя. Use a sender name that is registered with your operator, in the same spelling.';
	expect(line).toMatchObject({ error: { code: 'refusedByGateway', outcome: 'refused', reason: 'senderUnknown', message } });
});

it.each([
	['a web page', 502, '<html><body>Bad Gateway</body></html>', 'HTTP status 502'],
	['words of a proxy', 503, '{"error":"Service Unavailable"}', 'It says: Service Unavailable'],
])('%s behind HTTP %d leaves open what happened', async (_, status, body, words) => {
	const { line, asked } = await sendTo(
		[
			{ status, body },
			{ status: 200, body: ACCEPTED },
		],
		{ options: { retries: 1 } },
	);

	expect(line).toMatchObject({ error: { code: 'httpStatus', outcome: 'unknown', message: expect.stringContaining(words) as string } });
	expect(asked).toBe(1);
});

it('and with a client number the request is tried again', async () => {
	const answers = [
		{ status: 503, body: '{"error":"Service Unavailable"}' },
		{ status: 200, body: ACCEPTED },
	];

	expect(await sendTo(answers, { options: { retries: 1 }, parameters: NUMBERED })).toMatchObject({
		line: { accepted: true, messageId: '11' },
		asked: 2,
	});
});

it('a cut answer is asked for again with a client number, and the ID of the first try stays', async () => {
	const cut = ACCEPTED.slice(0, ACCEPTED.indexOf('"count_message"'));
	const repeat = '{"message":[[{"phone":"79000000001","client_id_message":"5","error":"Данное сообщение уже было отправлено"}]]}';

	expect(
		await sendTo(
			[
				{ status: 200, body: cut },
				{ status: 200, body: repeat },
			],
			{ options: { retries: 1 }, parameters: NUMBERED },
		),
	).toMatchObject({
		line: { accepted: true, repeat: true, messageId: '11' },
		asked: 2,
	});
	expect(await sendTo([{ status: 200, body: cut }], { options: { retries: 1 } })).toMatchObject({
		line: { error: { outcome: 'unknown', messageId: '11' } },
		asked: 1,
	});
});

it('words in Windows-1251 are read', async () => {
	const words = Uint8Array.from([...Buffer.from('{"error":"'), 0xcd, 0xe5, 0xf2, ...Buffer.from('"}')]);
	const { line } = await sendTo([{ status: 200, body: words, headers: { 'Content-Type': 'application/json; charset=windows-1251' } }]);

	expect(line.error).toMatchObject({ message: 'The gateway refused 79000000001: Нет' });
});
