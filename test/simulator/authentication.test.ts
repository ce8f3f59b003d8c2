import { type Simulator, startSimulator, WORDS } from '../../simulator';
import { parse, phones, postJsonText, postXml, SECURITY, SMS, WHATSAPP, xmlRequest } from './client';

const account = { login: 'shop', password: 'p&ss"<word>\\n%', token: 'tok+en/=' };
const message = [{ ...SMS, phones: phones('79000000001') }];
const accepted = { message: [[{ id_message: '1179038981' }]] };
let simulator: Simulator;

beforeEach(async () => {
	simulator = await startSimulator({ ...account, speed: 0 });
});
afterEach(() => simulator.close());

async function ask(document: object, header?: string): Promise<unknown> {
	return parse(await postJsonText(simulator.url, JSON.stringify(document), header ? { authorization: header } : {}));
}

const { login, password, token } = account;

describe('JSON', () => {
	it.each<[string, object, string | undefined]>([
		['login and password', { login, password, message }, undefined],
		['a token', { message }, `Bearer ${token}`],
	])('lets in by %s', async (_, document, header) => {
		expect(await ask(document, header)).toMatchObject(accepted);
	});

	it.each<[string, object, string | undefined, string]>([
		['a wrong password', { login, password: 'other', message }, undefined, WORDS.badLogin],
		['a wrong login', { login: 'Shop', password, message }, undefined, WORDS.badLogin],
		['a login alone', { login, message }, undefined, WORDS.badLogin],
		['a password that is no text', { login, password: 1, message }, undefined, WORDS.badLogin],
		['nothing', { message }, undefined, WORDS.badLogin],
		['a wrong token', { message }, 'Bearer other', WORDS.badToken],
		['another kind of header', { message }, 'Basic c2hvcDpwYXNz', WORDS.badToken],
		['a token and login and password', { login, password, message }, `Bearer ${token}`, WORDS.twoCredentials],
		['a wrong password before anything else is looked at', { login, password: '', nonsense: true }, undefined, WORDS.badLogin],
	])('keeps out %s', async (_, document, header, error) => {
		expect(await ask(document, header)).toEqual({ error });
		expect(simulator.messages).toEqual([]);
	});

	it('says what is missing when only the credentials are there', async () => {
		expect(await ask({ login, password })).toEqual({ error: WORDS.noMessages });
	});
});

describe('XML and GET', () => {
	const inside = `<message><send_sms>1</send_sms><sender_sms>MyShop</sender_sms><text_sms>Hi</text_sms><abonent phone="79000000001"/></message>`;
	const headers = { 'content-type': 'text/xml; charset=utf-8', authorization: `Bearer ${token}` };
	const query = new URLSearchParams({ ...SMS, phone: '79000000001' });

	it('let in by a token', async () => {
		const body = xmlRequest(inside).replace(SECURITY, '');
		const xml = await fetch(`${simulator.url}/xml/message.php`, { method: 'POST', headers, body });
		expect(await xml.text()).toContain('id_message="1179038981"');
		const get = await fetch(`${simulator.url}/sendmessage.php?${query.toString()}`, { headers: { authorization: `Bearer ${token}` } });
		expect(await get.text()).toBe('1179038982');
	});

	it('let in by login and password, whatever characters they have', async () => {
		const security = `<security><login value="shop"/><password value="p&amp;ss&quot;&lt;word>\\n%"/></security>`;
		const body = xmlRequest(inside).replace(SECURITY, security);
		expect(await postXml(simulator.url, body)).toContain('id_message="1179038981"');
		const signed = new URLSearchParams({ login, password });
		const get = await fetch(`${simulator.url}/sendmessage.php?${signed.toString()}&${query.toString()}`);
		expect(await get.text()).toBe('1179038982');
	});

	it('keep out a token with a security element, and no credentials at all', async () => {
		const body = xmlRequest(inside);
		const xml = await fetch(`${simulator.url}/xml/message.php`, { method: 'POST', headers, body });
		expect(await xml.text()).toContain(`<error>${WORDS.twoCredentials}</error>`);
		const get = await fetch(`${simulator.url}/sendmessage.php?${query.toString()}`);
		expect(await get.text()).toBe(`error: ${WORDS.badLogin}`);
	});
});

describe('an operator of revision 1', () => {
	it.each<[string, object, string | undefined, string]>([
		['tokens', { message }, `Bearer ${token}`, WORDS.badLogin],
		[
			'WhatsApp',
			{ login, password, message: [{ ...WHATSAPP, phones: phones('79000000001') }] },
			undefined,
			'Неизвестное поле send_whatsapp',
		],
		['contact lists', { login, password, message: [{ ...SMS, base: [{ base: '4' }] }] }, undefined, 'Неизвестное поле base'],
	])('knows nothing of %s', async (_, document, header, error) => {
		await simulator.close();
		simulator = await startSimulator({ ...account, revision: 1 });
		expect(await ask(document, header)).toEqual({ error });
	});
});

it('hides login, password and token in the request log, however they are written', async () => {
	await ask({ login, password, message: [{ ...SMS, text_sms: `my password is ${password}`, phones: [] }] });
	await ask({ message }, `Bearer ${token}`);
	const security = `<security><login value="shop"/><password value="p&amp;ss&quot;&lt;word>\\n%"/></security>`;
	const headers = { 'content-type': 'text/xml; charset=utf-8' };
	await fetch(`${simulator.url}/xml/message.php`, { method: 'POST', headers, body: xmlRequest('').replace(SECURITY, security) });
	const query = new URLSearchParams({ login, password, token, phone: '79000000001' });
	await fetch(`${simulator.url}/sendmessage.php?${query.toString()}`);
	const log = JSON.stringify(simulator.requests);
	for (const secret of ['p&ss', 'p&amp;ss', 'p%26ss', 'tok+en', 'tok%2Ben', 'shop']) expect(log).not.toContain(secret);
	expect(simulator.requests.map(({ authentication }) => authentication)).toEqual(['password', 'token', 'password', 'password']);
	expect(simulator.requests[0]?.body).toContain('"text_sms":"my password is [hidden]"');
});
