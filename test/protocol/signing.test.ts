import { encodeQuestion } from '../../nodes/CascadeMessaging/protocol/account/answer';
import { PROTOCOLS } from '../../nodes/CascadeMessaging/protocol/codecs';
import type { Proof } from '../../nodes/CascadeMessaging/protocol/signing';
import { quoterOf, readProof, redactorOf, sign, signedUrlGrowth } from '../../nodes/CascadeMessaging/protocol/signing';
import { MESSAGES } from './support/example';
import { parseJson } from './support/fixtures';
import { signed } from './support/signed';
import { childrenNamed, parseXml } from './support/xmlTree';

const { json, xml, get } = PROTOCOLS;
const password = (login: string, secret: string): Proof => ({ authentication: 'password', login, password: secret });
const TOKEN: Proof = { authentication: 'token', token: 'abc' };

/** Login and password as the gateway would read them from a request. */
const credentials = {
	json: (proof: Proof): unknown => {
		const { body = '' } = signed(json.encodeSend(MESSAGES), proof);
		return parseJson(body);
	},
	xml: (proof: Proof): unknown => {
		const [security] = childrenNamed(parseXml(signed(xml.encodeSend(MESSAGES), proof).body ?? ''), 'security');
		const values = security?.children.map(({ name, attributes }) => [name, attributes.get('value')] as const) ?? [];
		return Object.fromEntries(values);
	},
	get: (proof: Proof): unknown => Object.fromEntries(new URL(signed(get.encodeStates(['1']), proof).url).searchParams),
	account: (proof: Proof): unknown => {
		const { security } = parseJson(signed(encodeQuestion('balance', {}), proof).body ?? '') as { security: unknown };
		return security;
	},
};

const NASTY = [
	['plain', 'demo', 'demo-password'],
	['quotes and markup', `"'<>&`, `]]></security><security>`],
	['replacement patterns', '$&', "$1$$$`$'"],
	['query syntax', 'a&b=c', '?x=1#y%20+ '],
	['an entity', '&amp;', '&#65;'],
	['a request', '<request>', '{"login":"x"}'],
	['every plane', 'Логин', 'пароль 😀'],
	['nothing', '', ''],
	['blanks', ' demo ', '  '],
] as const;

describe.each(['json', 'xml', 'get', 'account'] as const)('login and password in %s', (protocol) => {
	it.each(NASTY)('arrive as they are: %s', (_, login, secret) => {
		expect(credentials[protocol](password(login, secret))).toMatchObject({ login, password: secret });
	});

	it('arrive as they are, tabs included', () => {
		expect(credentials[protocol](password('a\tb', 'c\td'))).toMatchObject({ login: 'a\tb', password: 'c\td' });
	});
});

describe('where the proof stands', () => {
	const proof = password('demo', 'secret');

	it('first in the JSON object', () => {
		expect(signed(json.encodeSend(MESSAGES), proof).body).toMatch(/^\{"login":"demo","password":"secret","message":\[/);
		expect(signed(json.encodeStates(['1']), proof).body).toBe('{"login":"demo","password":"secret","state":[{"id_message":"1"}]}');
	});

	it('as <security> in the XML request, on the same line', () => {
		expect(signed(xml.encodeStates(['1']), proof).body).toBe(
			'<?xml version="1.0" encoding="utf-8"?><request><security><login value="demo"/><password value="secret"/></security><state><id_message>1</id_message></state></request>',
		);
	});

	it('as security in a question about the account', () => {
		expect(signed(encodeQuestion('balance', {}), proof).body).toBe('{"security":{"login":"demo","password":"secret"},"type":"balance"}');
		expect(signed(encodeQuestion('scheduled', { page: 1 }), proof).body).toBe(
			'{"security":{"login":"demo","password":"secret"},"type":"list_scheduled","page":"1"}',
		);
	});

	it('as the first query parameters of a GET', () => {
		expect(signed(get.encodeStates(['1']), proof).url).toBe(
			'https://gateway.example.com/sendmessage.php?login=demo&password=secret&id_message=1',
		);
	});

	it.each([json, xml, get])('as a header and nowhere else, when it is a token: $title', (codec) => {
		const unsigned = { url: 'https://gateway.example.com/x?y=1', headers: { 'Content-Type': 'text/plain' } };
		const withToken = { ...unsigned.headers, Authorization: 'Bearer abc' };
		expect(sign({ ...unsigned, body: '{}' }, TOKEN)).toEqual({ ...unsigned, headers: withToken, body: '{}' });
		expect(sign(unsigned, TOKEN)).toStrictEqual({ ...unsigned, headers: withToken });
		const { body, url } = signed(codec.encodeStates(['1']), TOKEN);
		expect(`${url}${body ?? ''}`).not.toMatch(/login|password|security|abc/);
	});

	it('as a header and nowhere else, when it is a token and the account is asked about', () => {
		expect(signed(encodeQuestion('balance', {}), TOKEN)).toEqual({
			url: 'https://gateway.example.com/sendsmsjson.php',
			headers: { Authorization: 'Bearer abc' },
			body: '{"type":"balance"}',
		});
	});

	it('and the request that was given stays as it was', () => {
		const request = { url: 'https://gateway.example.com/x?y=1', headers: { Accept: '*/*' } };
		sign(request, TOKEN);
		sign(request, proof);
		expect(request).toEqual({ url: 'https://gateway.example.com/x?y=1', headers: { Accept: '*/*' } });
		expect(sign(request, proof).headers).toEqual({ Accept: '*/*' });
	});
});

describe('signedUrlGrowth', () => {
	it.each<[string, Proof, number]>([
		['a token adds nothing', TOKEN, 0],
		['login and password add themselves', password('demo', 'secret'), 'login=demo&password=secret&'.length],
		['as they are encoded', password('ж', '&'), 'login=%D0%B6&password=%26&'.length],
	])('%s', (_, proof, growth) => {
		expect(signedUrlGrowth(proof)).toBe(growth);
	});
});

describe('readProof', () => {
	const fields = { host: 'gateway.example.com', login: 'demo', password: ' secret ', token: ' abc\n' };

	it('takes login and password as they are', () => {
		const proof = { authentication: 'password', login: 'demo', password: ' secret ' };
		expect(readProof({ ...fields, authentication: 'password' })).toEqual(proof);
		expect(readProof(fields)).toEqual(proof);
	});

	it('takes the token without the blanks that copying brings along', () => {
		expect(readProof({ ...fields, authentication: 'token' })).toEqual({ authentication: 'token', token: 'abc' });
	});
});

describe('redactorOf', () => {
	const SECRET = `pä&s "<w>'\\d`;

	it('strikes out password and login wherever they stand, and leaves the rest', () => {
		const redact = redactorOf(password('demo', 'demo-password'));
		expect(redact('login=demo&password=demo-password: demo-password is wrong')).toBe('login=***&password=***: *** is wrong');
		expect(redact('Wrong password')).toBe('Wrong password');
	});

	it('strikes out a token', () => {
		const redact = redactorOf({ authentication: 'token', token: 'demo-token' });
		expect(redact('Authorization: Bearer demo-token')).toBe('Authorization: Bearer ***');
	});

	it.each(['json', 'xml', 'get'] as const)('strikes out what signing writes in %s', (protocol) => {
		const proof = password('логин', SECRET);
		const { url, body } = signed(PROTOCOLS[protocol].encodeStates(['1']), proof);
		const clean = redactorOf(proof)(`${url} ${body ?? ''}`);
		const plain = signed(PROTOCOLS[protocol].encodeStates(['1']), password('***', '***'));
		expect(clean).toBe(`${plain.url} ${plain.body ?? ''}`);
	});

	it('strikes out what signing writes in a question about the account', () => {
		const proof = password('логин', SECRET);
		const { body = '' } = signed(encodeQuestion('balance', {}), proof);
		expect(redactorOf(proof)(body)).toBe('{"security":{"login":"***","password":"***"},"type":"balance"}');
	});

	it('takes a secret as it is, not as a pattern', () => {
		expect(redactorOf(password('a.c$&', '(x+)*'))('a.c$& abc$& (x+)* xxx')).toBe('*** abc$& *** xxx');
	});

	it('strikes out the whole of a secret that holds the other', () => {
		expect(redactorOf(password('demo', 'demo-password'))('login=demo&password=demo-password')).toBe('login=***&password=***');
		expect(redactorOf(password('demo@shop', 'demo'))('login=demo@shop&password=demo')).toBe('login=***&password=***');
	});

	it.each(['', 'a', 'abc', '    ', ' abc '])('leaves a secret alone that has fewer than 4 characters: %j', (secret) => {
		const text = 'a  abc    abcd';
		expect(redactorOf(password(secret, secret))(text)).toBe(text);
		expect(redactorOf({ authentication: 'token', token: secret })(text)).toBe(text);
	});

	it('strikes out a secret too long for one pattern in pieces of about the same length', () => {
		const tokenOf = (length: number): string => Array.from({ length: length / 4 }, (_, index) => 1000 + index).join('');
		const redact = (token: string): string => redactorOf({ authentication: 'token', token })(`Bearer ${token}.`);
		expect(redact(tokenOf(500))).toBe('Bearer ***.');
		expect(redact(tokenOf(1200))).toBe('Bearer *********.');
	});

	it('strikes out a secret of 4', () => {
		expect(redactorOf(password('demo', 'abcd'))('a abc abcd')).toBe('a abc ***');
	});
});

describe('quoterOf', () => {
	const quote = quoterOf(redactorOf(password('demo', 'demo-password')));

	it('makes words fit for the user: on one line, without secrets', () => {
		expect(quote(' Wrong\n password:\tdemo-password ')).toBe('Wrong password: ***');
	});

	it('keeps the first 200 characters of what is left without secrets', () => {
		expect(quote('x'.repeat(5000))).toBe(`${'x'.repeat(200)}…`);
		expect(quote(`${'demo-password'.repeat(60)}end`)).toBe(`${'*'.repeat(180)}end`);
	});

	it('reads no more than the first 5,000 characters', () => {
		const read: string[] = [];
		quoterOf((words) => {
			read.push(words);
			return words;
		})('x'.repeat(10_000));
		expect(read).toEqual(['x'.repeat(5000)]);
	});
});
