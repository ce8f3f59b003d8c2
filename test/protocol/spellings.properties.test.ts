import fc from 'fast-check';

import { spellingsOf } from '../../nodes/CascadeMessaging/protocol/spellings';
import { WRITINGS } from '../e2e/secrets/forms';
import { PASSWORD, TOKEN } from '../e2e/secrets/madeUp';
import { RUNS } from './support/runs';

const strike = (secret: string, text: string): string => text.replace(spellingsOf(secret), '***');

describe.each(Object.entries(WRITINGS).filter(([name]) => !name.startsWith('base64')))('a text written as %s', (name, write) => {
	it.each([PASSWORD.value, TOKEN.value, 'demo-password', 'пароль 😀', '\\\\\'"//', 'tab\there', 'line\nbreak', '100% & <more>'])(
		'is found: %j',
		(secret) => {
			expect(strike(secret, `before ${write(secret)} after`)).toBe('before *** after');
		},
	);

	it.each(name.includes('Latin-1') ? ['JSON'] : ['JSON', 'URL', 'XML, named', 'XML, decimal'])('and then as %s, is found', (again) => {
		const written = WRITINGS[again]?.(write(PASSWORD.value)) ?? '';

		expect(strike(PASSWORD.value, `(${written})`)).toBe('(***)');
	});
});

describe('base64', () => {
	it.each(['', 'a', 'ab', 'abc', 'login:'])('is found behind %j', (before) => {
		for (const after of ['', 'x', ':xyz']) {
			for (const encoding of ['base64', 'base64url'] as const) {
				const clean = strike(PASSWORD.value, Buffer.from(before + PASSWORD.value + after).toString(encoding));
				expect(clean).toMatch(/^[\w+/=-]{0,10}\*\*\*[\w+/=-]{0,8}$/);
			}
		}
	});

	it('of a short text is left alone, because other texts hold it by chance', () => {
		const base64 = Buffer.from('1234567').toString('base64');

		expect(strike('1234567', base64)).toBe(base64);
		expect(strike('12345678', Buffer.from('12345678').toString('base64'))).toMatch(/^\*\*\*/);
	});
});

describe('another text is left alone', () => {
	it.each([
		['demo', 'dem%6G dem&#112; Demo d-emo'],
		['a.c$', 'abc$ a\\.c'],
		['pass word', 'password'],
		['a\\b!', 'ab! a/b!'],
	])('%j is not in %j', (secret, text) => {
		expect(strike(secret, text)).toBe(text);
	});
});

it('blanks at the ends of a text may be missing', () => {
	expect(strike(' demo ', '"demo"')).toBe('"***"');
	expect(strike(' demo ', '" demo "')).toBe('"***"');
});

it('a text is found in any mixture of writings', () => {
	// `inspect` has names of its own for control characters.
	const writings = Object.entries(WRITINGS)
		.filter(([name]) => !/inspect|base64/.test(name))
		.map(([, write]) => write);
	const characters = fc.array(fc.tuple(fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }), fc.constantFrom(...writings)), {
		minLength: 4,
		maxLength: 20,
	});
	fc.assert(
		fc.property(characters, (parts) => {
			const secret = parts.map(([character]) => character).join('');
			fc.pre(secret.trim() === secret);
			const mixed = parts.map(([character, write]) => write(character)).join('');
			expect(strike(secret, `(${mixed})`)).toBe('(***)');
		}),
		{ numRuns: RUNS.numRuns / 5 },
	);
});
