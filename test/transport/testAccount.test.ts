import type { GatewayRequest } from '../../nodes/CascadeMessaging/protocol';
import type { UnattendedAnswer } from '../../nodes/CascadeMessaging/transport/askUnattended';
import type { TestFinding } from '../../nodes/CascadeMessaging/transport/clockWords';
import { testAccount } from '../../nodes/CascadeMessaging/transport/testAccount';
import { TransportError } from '../../nodes/CascadeMessaging/transport/transportError';
import { credentialOf } from './support/testContext';

const NOW = Date.UTC(2026, 11, 1, 7, 30, 20);
beforeEach(() => jest.useFakeTimers({ now: NOW }));
afterEach(() => jest.useRealTimers());

const AGREES = "The gateway's clock agrees with Europe/Moscow.";
const NOT_TOLD = 'The gateway does not tell its clock, so Gateway Time Zone was not compared with it.';
const RIGHT = '{"time":"2026-12-01 10:30:20"}';
const broken = new TransportError('httpStatus', 'HTTP status 500.', { mayHaveArrived: true, isPassing: true });

/** What an account says of itself that answers both questions so. */
async function said(balance: string, time = RIGHT, brokenBy?: TransportError): Promise<TestFinding> {
	const answers = async (request: GatewayRequest): Promise<UnattendedAnswer> => {
		const text = request.method === 'POST' && request.body.includes('"balance"') ? balance : time;
		return { text, ...(brokenBy !== undefined && { brokenBy }) };
	};
	return await testAccount(answers, credentialOf().credential);
}

it('both questions are asked at once, and no other', async () => {
	const asked: GatewayRequest[] = [];
	const never = async (request: GatewayRequest): Promise<UnattendedAnswer> => {
		asked.push(request);
		return await new Promise(() => undefined);
	};
	void testAccount(never, credentialOf().credential);

	const plain = { method: 'POST', path: '/sendsmsjson.php' };
	expect(asked).toMatchObject([
		{ ...plain, body: '{"type":"balance"}' },
		{ ...plain, body: '{"type":"time"}' },
	]);
});

describe('the balance', () => {
	it.each([
		['{"money":{"currency":"RUR","value":"356.1"}}', '356.10 RUR'],
		['{"money":{"currency":"RUR","value":0}}', '0.00 RUR'],
		['{"money":{"currency":"RUB","value":"-12,5"}}', '-12.50 RUB'],
		['{"money":{"value":"1234567.899"}}', '1234567.90'],
		['{"money":"10 000"}', '10000.00'],
		['{"money":{"currency":"RUR","value":"1e300"}}', '1e+300 RUR'],
		[`{"money":{"currency":"${'R'.repeat(10_000)}","value":"1"}}`, `1.00 ${'R'.repeat(20)}…`],
		['{"money":{"currency":"my-password\\n<b>","value":"1"}}', '1.00 *** <b>'],
	])('is told, readable: %.60s', async (balance, words) => {
		expect(await said(balance)).toEqual({ words: `The balance is ${words}. ${AGREES}`, isDoubt: false });
	});

	it('that is a secret written as a number is none to be told', async () => {
		const ask = async (): Promise<UnattendedAnswer> => ({ text: '{"money":{"currency":"RUR","value":"918273"}}' });
		const { credential } = credentialOf({ password: '918273' });

		expect(await testAccount(ask, credential)).toMatchObject({ words: expect.stringContaining('is ***.00 RUR.') as unknown });
	});

	it.each(['{"error":"Неизвестный тип запроса"}', '', '<html></html>', '{"money":{"value":"much"}}', '{"money":'])(
		'that is not told is no trouble: %s',
		async (balance) => {
			expect(await said(balance)).toEqual({ words: AGREES, isDoubt: false });
		},
	);
});

describe('the clock', () => {
	it.each([
		'{"error":"Неизвестный тип запроса"}',
		'{"error":"Неверный логин"}',
		'',
		'no',
		'<html></html>',
		'[]',
		'{"time":"soon"}',
		'{"time":"2026',
	])('that is not told is no trouble, but said: %s', async (time) => {
		expect(await said('', time)).toEqual({ words: NOT_TOLD, isDoubt: false });
		expect(await said('', time, broken)).toEqual({ words: NOT_TOLD, isDoubt: false });
	});

	it('that does not show the zone is told, beside the balance', async () => {
		expect(await said('{"money":{"currency":"RUR","value":"356.1"}}', '{"time":"2026-12-01 12:30:20"}')).toEqual({
			words: expect.stringMatching(
				/^The balance is 356\.10 RUR\. But two clocks differ: .* fits UTC\+5, e\.g\. Asia\/Yekaterinburg\./,
			) as unknown,
			isDoubt: true,
		});
	});

	it.each([
		['when it was asked', '2026-12-01 10:30:20'],
		['when it answered', '2026-12-01 10:33:20'],
	])('counts for the middle of a long way, whether it was looked at %s', async (_, time) => {
		const slow = async (): Promise<UnattendedAnswer> => {
			await Promise.resolve();
			jest.setSystemTime(NOW + 180_000);
			return { text: JSON.stringify({ time }) };
		};

		expect(await testAccount(slow, credentialOf().credential)).toEqual({ words: AGREES, isDoubt: false });
	});
});

it('a fault of the package is not taken for silence', async () => {
	const text = { toString: () => 'no text' } as unknown as string;

	await expect(testAccount(async () => ({ text }), credentialOf().credential)).rejects.toThrow(TypeError);
});
