import type { GatewayTest } from '../../nodes/CascadeMessaging/transport/testGateway';
import { testGateway } from '../../nodes/CascadeMessaging/transport/testGateway';
import type { OldAnswer, OldRequest } from './support/testContext';
import { ACCOUNT_PATH, accountSays, credentialOf, pathOf, testContext, typeOf, UNKNOWN_MESSAGE } from './support/testContext';

const [JSON_PATH, XML_PATH, GET_PATH] = ['/sendmessagejson.php', '/xml/state_message.php', '/sendmessage.php'] as const;

/** Tests a host that knows some paths only, with what it says there. */
async function testHost(answers: Readonly<Record<string, OldAnswer | string>>): Promise<{ found: GatewayTest; asked: OldRequest[] }> {
	const { context, asked } = testContext((request) => {
		const answer = answers[pathOf(request)];
		return typeof answer === 'string' ? { statusCode: 200, body: answer } : (answer ?? { statusCode: 404, body: 'Not found' });
	});
	const { credential, secrets } = credentialOf();
	return { found: await testGateway(context, credential, secrets), asked };
}

const failing = (code: string, fields: object = {}): Error => Object.assign(new Error('?'), { code, ...fields });
const NOT_COMPARED = 'The gateway does not tell its clock, so Gateway Time Zone was not compared with it.';
const spoken = (...paths: string[]): Record<string, string> => Object.fromEntries(paths.map((path) => [path, UNKNOWN_MESSAGE[path] ?? '']));

describe('a gateway that answers', () => {
	it.each([
		[[JSON_PATH, XML_PATH, GET_PATH], `JSON, XML and GET. ${NOT_COMPARED}`],
		[[JSON_PATH, GET_PATH], `JSON and GET. ${NOT_COMPARED}`],
		[[JSON_PATH], `JSON only. ${NOT_COMPARED}`],
		[[XML_PATH], "XML only: choose the protocol XML in the nodes' options."],
		[[XML_PATH, GET_PATH], "XML and GET: choose the protocol XML or GET in the nodes' options."],
	])('accepts the account: %j', async (paths, words) => {
		expect((await testHost(spoken(...paths))).found).toEqual({
			message: `The gateway accepts this account. It answers over ${words}`,
			isDoubt: false,
		});
	});

	it('is asked over JSON first, with the longest time to wait', async () => {
		const { asked } = await testHost(spoken(JSON_PATH, XML_PATH, GET_PATH));

		expect(asked.map((request) => [pathOf(request), request.timeout])).toEqual([
			[JSON_PATH, 25_000],
			[XML_PATH, 15_000],
			[GET_PATH, 15_000],
			[ACCOUNT_PATH, 8_000],
			[ACCOUNT_PATH, 8_000],
		]);
	});

	it('is asked for an ID of its own each time', async () => {
		const random = jest.spyOn(Math, 'random').mockReturnValueOnce(0).mockReturnValueOnce(0.9999999).mockReturnValueOnce(0.5);
		const { asked } = await testHost(spoken(JSON_PATH, XML_PATH, GET_PATH));
		random.mockRestore();

		const [overJson, overXml, overGet] = asked;
		expect(JSON.parse(overJson?.body ?? '')).toMatchObject({ state: [{ id_message: '1' }] });
		expect(overXml?.body).toContain('999999<');
		expect(overGet?.uri).toContain('=500000');
	});
});

describe('the account', () => {
	/** Tests a gateway that says this of the account, once it was asked over JSON. */
	async function testOne(timeZone: string, overJson = UNKNOWN_MESSAGE[JSON_PATH]): Promise<{ found: GatewayTest; types: unknown[] }> {
		const { context, asked } = testContext((request) => {
			if (pathOf(request) === ACCOUNT_PATH) return { statusCode: 200, body: accountSays(timeZone)[String(typeOf(request))] };
			return { statusCode: 200, body: pathOf(request) === JSON_PATH ? overJson : UNKNOWN_MESSAGE[pathOf(request)] };
		});
		const { credential, secrets } = credentialOf();
		const found = await testGateway(context, credential, secrets);
		return { found, types: asked.filter((request) => pathOf(request) === ACCOUNT_PATH).map(typeOf) };
	}

	it('tells its balance and its clock', async () => {
		expect(await testOne('Europe/Moscow')).toEqual({
			found: {
				message:
					"The gateway accepts this account. It answers over JSON, XML and GET. The balance is 356.10 RUR. The gateway's clock agrees with Europe/Moscow.",
				isDoubt: false,
			},
			types: ['balance', 'time'],
		});
	});

	it('may show that the time zone is doubtful', async () => {
		const words =
			/^The gateway accepts this account\. .* The balance is 356\.10 RUR\. But two clocks differ: .* fits UTC\+6, e\.g\. Asia\/Omsk\./;

		expect((await testOne('Asia/Omsk')).found).toEqual({ message: expect.stringMatching(words) as unknown, isDoubt: true });
	});

	it.each(['{"error":"Неправильный логин или пароль"}', '{"error":"Аккаунт заблокирован"}', '<html></html>'])(
		'is not asked where JSON has not taken the login: %s',
		async (overJson) => {
			expect((await testOne('Asia/Omsk', overJson)).types).toEqual([]);
		},
	);

	it('is not waited for before the other protocols are asked', async () => {
		const { context, asked } = testContext(async (request) =>
			pathOf(request) === JSON_PATH ? { statusCode: 200, body: UNKNOWN_MESSAGE[JSON_PATH] } : await new Promise(() => undefined),
		);
		const { credential, secrets } = credentialOf();
		jest.useFakeTimers();
		void testGateway(context, credential, secrets);
		await jest.advanceTimersByTimeAsync(0);
		jest.useRealTimers();

		expect(asked.map(pathOf)).toEqual([JSON_PATH, XML_PATH, GET_PATH, ACCOUNT_PATH, ACCOUNT_PATH]);
	});
});

describe('a gateway that does not take the login', () => {
	const DENIED = '{"error":"Неправильный логин или пароль my-password"}';

	it('is asked no more, for some count wrong logins', async () => {
		const { found, asked } = await testHost({ ...spoken(XML_PATH, GET_PATH), [JSON_PATH]: DENIED });

		expect(found).toEqual({
			trouble: 'The gateway does not accept this login and password, or token. It says: Неправильный логин или пароль ***',
		});
		expect(asked.length).toBe(1);
	});

	it('says so over any protocol', async () => {
		const { found } = await testHost({ [JSON_PATH]: '{"error":"x"}', [GET_PATH]: 'error: Неверный токен' });

		expect(found).toEqual({ trouble: 'The gateway does not accept this login and password, or token. It says: Неверный токен' });
	});
});

it('a refusal of the question is told, without secrets, where nothing is answered', async () => {
	const refused = '{"error":"Аккаунт my-login заблокирован"}';
	const trouble = 'The gateway answers, but refuses the question. It says: Аккаунт *** заблокирован';

	expect((await testHost({ [JSON_PATH]: refused })).found).toEqual({ trouble });
	expect((await testHost({ [JSON_PATH]: refused, ...spoken(GET_PATH) })).found).toMatchObject({
		message: expect.stringContaining('GET only') as unknown,
	});
});

describe('a host that is no gateway', () => {
	const NOT_LIKE = 'The host answers, but not like a cascade gateway. Check the host in the credential.';

	it.each<[string, OldAnswer | string]>([
		['with pages', '<html>Welcome</html>'],
		['with statuses', { statusCode: 500, body: 'oops' }],
	])('may answer all the same: %s', async (_, answer) => {
		const { found, asked } = await testHost({ [JSON_PATH]: answer, [XML_PATH]: answer, [GET_PATH]: answer });

		expect(found).toEqual({ trouble: NOT_LIKE });
		expect(asked.length).toBe(3);
	});

	it('says what to mend, if one of the protocols shows it', async () => {
		const redirect = { statusCode: 302, headers: { location: 'https://elsewhere.example/' }, body: '' };

		expect((await testHost({ [XML_PATH]: redirect })).found).toEqual({
			trouble:
				'The gateway redirects to elsewhere.example, which is not followed because it would carry your password along. Correct the host in the credential.',
		});
	});
});

describe('trouble with the whole host', () => {
	const before = { protocol: 'https:', socket: { encrypted: true, secureConnecting: true } };
	const proxys = { protocol: 'https:', socket: null };

	it.each<[string, OldAnswer]>([
		['connectionRefused', failing('ECONNREFUSED')],
		['connectTimedOut', failing('ETIMEDOUT', { syscall: 'connect' })],
		['connectionNotMade', failing('ECONNRESET', { request: before })],
		['hostNotFound', failing('ENOTFOUND')],
		['hostUnreachable', failing('EHOSTUNREACH', { syscall: 'connect' })],
		['addressBlocked', failing('', { name: 'SsrfBlockedIpError' })],
		['proxyNotUsable', failing('ECONNREFUSED', { request: proxys })],
		['proxyRefused', { statusCode: 407, body: '' }],
		['certificateNotTrusted', failing('CERT_HAS_EXPIRED')],
		['noSecureConnection', failing('EPROTO', { request: before })],
	])('ends the test: %s', async (_, answer) => {
		const { asked } = await testHost({ [JSON_PATH]: answer });

		expect(asked.length).toBe(1);
	});

	it.each<[string, OldAnswer]>([
		['timedOut', failing('ECONNABORTED')],
		['connectionLost', failing('ECONNRESET')],
		['stopped', failing('ERR_CANCELED')],
		['redirected', { statusCode: 302 }],
		['accessDenied', { statusCode: 403 }],
		['httpStatus', { statusCode: 503 }],
	])('is nothing that one path may have alone: %s', async (_, answer) => {
		const { asked, found } = await testHost({ ...spoken(GET_PATH), [JSON_PATH]: answer });

		expect(asked.length).toBe(3);
		expect(found).toMatchObject({ message: expect.stringContaining('GET only') as unknown });
	});

	it('is told', async () => {
		expect((await testHost({ [JSON_PATH]: failing('ECONNREFUSED') })).found).toEqual({
			trouble: 'The gateway refused the connection. Check the host in the credential, or try again later.',
		});
	});
});
