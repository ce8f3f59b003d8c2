import { spellingsOf } from '../../nodes/CascadeMessaging/protocol/spellings';

/** What is left of a text when all spellings of another are struck out. */
const without = (secret: string, text: string): string => text.replace(spellingsOf(secret), '***');

describe('finds a text as it is', () => {
	it.each(['secret', `"'<>&\\/$\``, '(a+)*', 'пароль 😀', 'a.b|c', 'line\r\nbreak\ttab'])('%j', (secret) => {
		expect(without(secret, `login=${secret}, again ${secret}.`)).toBe('login=***, again ***.');
	});

	it.each([
		['pass', 'p4ss'],
		['p.ss', 'pass'],
		['p&ss', 'p ss'],
		['p ss', 'p_ss'],
		['p+ss', 'p ss'],
		['p/ss', 'ps'],
	])('%j is not %j', (secret, text) => {
		expect(without(secret, text)).toBe(text);
	});
});

describe('finds a text as it is escaped', () => {
	it.each<[where: string, secret: string, written: string]>([
		['in HTML, by name', `a&b<c>d"e'f`, 'a&amp;b&lt;c&gt;d&quot;e&apos;f'],
		['in XML, by number', `a&b<c>d"e'f`, 'a&#38;b&#60;c&#62;d&#34;e&#39;f'],
		['in XML, by number with zeros', 'a&b', 'a&#0038;b'],
		['in XML, by hexadecimal number', 'a&bé', 'a&#x26;b&#xE9;'],
		['in XML, by hexadecimal number in the other case, with zeros', 'a&bé', 'a&#X0026;b&#Xe9;'],
		['in XML, an emoji by number', 'a😀', 'a&#128512;'],
		['twice in HTML', 'a&b<c', 'a&amp;amp;b&amp;lt;c'],
		['four times in HTML', 'a&b<c', 'a&amp;amp;amp;amp;b&amp;amp;amp;lt;c'],
		['twice in XML, by number', 'a&b<c', 'a&#38;#38;b&#38;#60;c'],
		['in JSON', 'a"b\\c/d', String.raw`a\"b\\c\/d`],
		['twice in JSON', 'a"b\\c/d', String.raw`a\\\"b\\\\c\\\/d`],
		['in JSON, several backslashes', 'a\\\\b', String.raw`a\\\\b`],
		['twice in JSON, several backslashes', 'a\\\\b', String.raw`a\\\\\\\\b`],
		['by a reader of escapes, which leaves one of two backslashes', 'a\\\\b', String.raw`a\b`],
		['in JSON, line breaks and the like', 'a\nb\rc\td\be\ff', String.raw`a\nb\rc\td\be\ff`],
		['in JSON, a line break behind a backslash', 'a\\\nb', String.raw`a\\\nb`],
		['twice in JSON, line breaks', 'a\nb', String.raw`a\\nb`],
		['in JSON, by number', 'пé', String.raw`\u043f\u00e9`],
		['in JSON, by number in the other case', 'пé', String.raw`\u043F\u00E9`],
		['twice in JSON, by number', 'пé', String.raw`\\u043f\\u00e9`],
		['in JSON, an emoji by its halves', 'a😀', String.raw`a\ud83d\ude00`],
		['in a shell or a script', "it's $5 `x`", String.raw`it\'s \$5 \`x\``],
		['in a URL', 'a&b=c п', 'a%26b%3Dc%20%D0%BF'],
		['in a URL, in the other case', 'a=п', 'a%3d%d0%bf'],
		['twice in a URL', 'a&b', 'a%2526b'],
		['four times in a URL', 'a&b', 'a%25252526b'],
		['in a form, where a blank is a plus', 'two words', 'two+words'],
		['by a server that does not know UTF-8', 'é', 'Ã©'],
	])('%s', (_, secret, written) => {
		expect(without(secret, `[${written}]`)).toBe('[***]');
	});

	it('each character in its own way', () => {
		expect(without('a&b<c>d', '[a&amp;b\\u003cc&#62;d]')).toBe('[***]');
	});

	it.each([
		['a name in another place', 'a&b', 'a&lt;b'],
		['another number', 'a&b', 'a&#39;b'],
		['another byte', 'a&b', 'a%27b'],
		['a number without its end', 'a&b', 'a&#38b'],
		['a backslash in its place', 'a*b', 'a\\b'],
		['a letter that nobody has to escape', 'pass', 'p%61ss'],
	])('but not %s', (_, secret, text) => {
		expect(without(secret, text)).toBe(text);
	});
});

it('takes no more than the text: a backslash before it stays', () => {
	expect(without('-secret', String.raw`dir\-secret`)).toBe(String.raw`dir\***`);
	expect(without('secret', String.raw`dir\secret`)).toBe(String.raw`dir\***`);
});

describe('blanks at the ends of a text get lost easily', () => {
	it.each(['  secret ', ' secret', 'secret'])('%j is found', (written) => {
		expect(without('  secret ', `[${written}]`)).toBe('[***]');
	});

	it('they may be escaped as all others', () => {
		expect(without('\nsecret\t', String.raw`[\nsecret\t]`)).toBe('[***]');
		expect(without(' secret ', '[%20secret+]')).toBe('[***]');
	});

	it.each(['\\t secret', '\\t\\tsecret\t', '%20secret\\n'])('they become others as easily: %j is found', (written) => {
		expect(without(' \tsecret\n', `[${written}]`)).toBe('[***]');
	});

	it('those within it do not', () => {
		expect(without('two words', 'twowords')).toBe('twowords');
		expect(without('two  words', 'two words')).toBe('two words');
	});
});

describe('base64', () => {
	const base64 = (text: string): string => Buffer.from(text).toString('base64');
	const SECRET = 'demo-password';

	/** Which characters of the base64 hold bits of the secret alone. */
	it.each([
		['', 0, 17],
		['a', 2, 18],
		['ab', 3, 20],
		['abc', 4, 21],
		['demo:', 7, 24],
	])('is found behind %j, wherever in a group of three bytes it begins', (before, first, end) => {
		const written = base64(`${before}${SECRET}`);
		expect(without(SECRET, written)).toBe(`${written.slice(0, first)}***${written.slice(end)}`);
	});

	it.each(['x', 'xy', 'xyz'])('is found before %j', (after) => {
		const written = base64(`${SECRET}${after}`);
		expect(without(SECRET, written)).toBe(`***${written.slice(17)}`);
	});

	it('is found in the alphabet for URLs and escaped for one', () => {
		const secret = '>>>???ÿÿÿ>>>';
		const written = base64(secret);
		expect(written).toMatch(/\+.*\/|\/.*\+/);
		for (const text of [
			written,
			written.replaceAll('+', '-').replaceAll('/', '_'),
			encodeURIComponent(written),
			written.replaceAll('/', String.raw`\/`),
		]) {
			expect(without(secret, text)).toBe('***');
		}
	});

	it('is found of 8 bytes and more: fewer may be met by chance', () => {
		expect(without('password', base64('password'))).toMatch(/^\*{3}/);
		expect(without('passwor', base64('passwor'))).toBe(base64('passwor'));
		expect(without('пара', base64('пара'))).toMatch(/^\*{3}/);
	});

	it('of another text is left alone', () => {
		expect(without(SECRET, base64('demo-passport'))).toBe(base64('demo-passport'));
	});
});
