import { KNOWN_WORDS, QUESTION_TYPES, startSimulator, WORDS } from '../../simulator';
import { askAccount, parse, postAccountText } from './client';
import { simulator, useSimulator } from './runningSimulator';

useSimulator({ login: 'shop', password: 's3cret-word', token: 'tok-en-1' });

const security = { login: 'shop', password: 's3cret-word' };

async function ask(document: object, headers: Record<string, string> = {}): Promise<unknown> {
	return parse(await postAccountText(simulator.url, JSON.stringify(document), headers));
}

describe('who asks about the account', () => {
	it.each<[string, object, Record<string, string>]>([
		['login and password', { security, type: 'time' }, {}],
		['a token', { type: 'time' }, { authorization: 'Bearer tok-en-1' }],
	])('proves it by %s', async (_, document, headers) => {
		expect(await ask(document, headers)).toHaveProperty('time');
	});

	it.each<[string, object, Record<string, string>, string]>([
		['a wrong password', { security: { ...security, password: 'other' }, type: 'time' }, {}, KNOWN_WORDS.access],
		['login and password beside security', { ...security, type: 'time' }, {}, KNOWN_WORDS.access],
		['a password that is no text', { security: { login: 'shop', password: 1 }, type: 'time' }, {}, KNOWN_WORDS.access],
		['security that is no object', { security: 'shop', type: 'time' }, {}, KNOWN_WORDS.access],
		['nothing', { type: 'time' }, {}, KNOWN_WORDS.access],
		['a wrong token', { type: 'time' }, { authorization: 'Bearer other' }, KNOWN_WORDS.access],
		['a token and a password', { security, type: 'time' }, { authorization: 'Bearer tok-en-1' }, WORDS.twoCredentials],
		['a wrong password before anything else', { security: {}, type: 'weather', nonsense: 1 }, {}, KNOWN_WORDS.access],
	])('is kept out with %s', async (_, document, headers, error) => {
		expect(await ask(document, headers)).toEqual({ error });
	});

	it('is known by login and password alone at an operator of revision 1', async () => {
		const old = await startSimulator({ speed: 0, revision: 1 });
		expect(parse(await postAccountText(old.url, '{"type":"time"}', { authorization: 'Bearer demo-token' }))).toEqual({
			error: KNOWN_WORDS.access,
		});
		expect(await askAccount(old.url, 'time')).toHaveProperty('time');
		await old.close();
	});

	it('stays hidden in the log', async () => {
		await ask({ security, type: 'time' });
		expect(simulator.requests).toMatchObject([
			{
				path: '/sendsmsjson.php',
				protocol: 'json',
				operation: 'account',
				authentication: 'password',
				outcome: 'answered',
				body: '{"security":{"login":"[hidden]","password":"[hidden]"},"type":"time"}',
			},
		]);
	});
});

describe('a question is refused', () => {
	it.each<[string, string, string]>([
		['with broken JSON', '{"security":', KNOWN_WORDS.badJson],
		['with a list', '[]', KNOWN_WORDS.badJson],
		['with nothing posted', '', KNOWN_WORDS.noPostData],
	])('%s', async (_, body, error) => {
		expect(parse(await postAccountText(simulator.url, body))).toEqual({ error });
	});

	it('that comes by PUT', async () => {
		const headers = { 'content-type': 'application/json; charset=utf-8' };
		const body = JSON.stringify({ security, type: 'time' });
		const response = await fetch(`${simulator.url}/sendsmsjson.php`, { method: 'PUT', headers, body });
		expect(await response.json()).toEqual({ error: KNOWN_WORDS.noPostData });
	});

	it('that comes by GET', async () => {
		const response = await fetch(`${simulator.url}/sendsmsjson.php?type=time`);
		expect([response.status, await response.json()]).toEqual([200, { error: KNOWN_WORDS.noPostData }]);
	});

	it.each<[string, object, string]>([
		['of an unknown type', { type: 'weather' }, WORDS.unknownType],
		['whose type is an inherited name', { type: 'constructor' }, WORDS.unknownType],
		['without a type', {}, WORDS.unknownType],
		['with a field it does not have', { type: 'balance', phones: [] }, 'Неизвестное поле phones'],
		['with more than login and password', { type: 'time', security: { ...security, token: 'x' } }, 'Неизвестное поле token'],
	])('%s', async (_, document, error) => {
		expect(await ask({ security, ...document })).toEqual({ error });
	});
});

describe('an operator may answer less', () => {
	it('nothing: the address is unknown, as any other', async () => {
		simulator.changeAccount({ offered: false });
		const headers = { 'content-type': 'application/json; charset=utf-8' };
		const body = JSON.stringify({ security, type: 'time' });
		const response = await fetch(`${simulator.url}/sendsmsjson.php`, { method: 'POST', headers, body });
		expect([response.status, response.headers.get('content-type'), await response.text()]).toEqual([
			404,
			'text/html',
			expect.stringContaining('404 Not Found'),
		]);
		expect(simulator.requests).toMatchObject([{ path: '/sendsmsjson.php', protocol: null, outcome: 'refused', detail: 'HTTP 404' }]);
		simulator.reset();
		expect(await ask({ security, type: 'time' })).toHaveProperty('time');
	});

	it('some questions', async () => {
		simulator.changeAccount({ unknownTypes: ['balance', 'def'] });
		expect(await ask({ security, type: 'balance' })).toEqual({ error: WORDS.unknownType });
		expect(await ask({ security, type: 'time' })).toHaveProperty('time');
	});

	it('none at all, by name', async () => {
		simulator.changeAccount({ unknownTypes: QUESTION_TYPES });
		const answers = await Promise.all(QUESTION_TYPES.map((type) => ask({ security, type })));
		expect(answers).toEqual(QUESTION_TYPES.map(() => ({ error: WORDS.unknownType })));
	});
});

it('the log tells how many questions were under way at once', async () => {
	simulator.faults.set({ fault: 'slow', seconds: 0.2, operation: 'account' });
	await Promise.all(Array.from({ length: 6 }, () => ask({ security, type: 'time' })));
	expect(simulator.requests.map(({ atOnce }) => atOnce)).toEqual([1, 2, 3, 4, 5, 6]);
	await ask({ security, type: 'time' });
	expect(simulator.requests.at(-1)).toMatchObject({ atOnce: 1 });
});
