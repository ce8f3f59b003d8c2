import {
	attributesOf,
	elementText,
	elementWords,
	readMendedXml,
	readXml,
} from '../../../nodes/CascadeMessaging/protocol/codecs/xmlDocument';

/** The one `<information>` a record says, mended where it has to be; `undefined` when it cannot be read. */
const mended = (record: string): unknown => {
	const document = readMendedXml(`<r>${record}</r>`) as { r: { information: unknown } } | undefined;
	return document?.r.information;
};

describe('what is nearly XML', () => {
	it('keeps its references where another ampersand begins none', () => {
		expect(mended('<information>A & &amp;B &#1055;&#x43F; &&amp;</information>')).toBe('A & &B Пп &&');
	});

	it('keeps what only looks like a reference', () => {
		expect(mended('<information>&#12345678; &#x1234567; &#; &#x; &; &1; &a</information>')).toBe(
			'&#12345678; &#x1234567; &#; &#x; &; &1; &a',
		);
	});

	it('is given its quotes, in all attributes of the record and nowhere else', () => {
		expect(mended('<information id_message=502 x=1 client_id_message=42\tphone=79000000002>a=b c=d</information>')).toEqual({
			'@id_message': '502',
			'@x': '1',
			'@client_id_message': '42',
			'@phone': '79000000002',
			'#text': 'a=b c=d',
		});
	});

	it.each(['<information id_message=502/>', '<information id_message=502 />'])(
		'is given its quotes in %s, where nothing is in the element',
		(record) => {
			expect(mended(record)).toEqual({ '@id_message': '502' });
		},
	);

	it('loses control characters and keeps blanks', () => {
		expect(mended('<information phone="7">a\0b\u007Fc\t\nd\uFFFE</information>')).toMatchObject({ '#text': 'a b c\t\nd' });
	});

	it.each([
		['5 <6', '5 <6'],
		['a <= b', 'a <= b'],
		['a << b', 'a << b'],
		['a <7', 'a <7'],
	])('may hold a less-than sign alone: %s', (words, text) => {
		expect(mended(`<information>${words}</information>`)).toBe(text);
	});

	it.each([
		'<information>a<b</information>',
		'<information id_message=50"2/>',
		'<information id_message=502',
		'<information id_message=50:2/>',
	])('is left alone where it could mean more than one thing: %s', (record) => {
		expect(mended(record)).toBeUndefined();
	});
});

it.each(['', ' ', 'words', '<a>', '<a></b>', '<a/><b', '<!doctype a><a/>'])('%j is no XML', (text) => {
	expect(readXml(text)).toBeUndefined();
});

describe('an element', () => {
	const inside = (element: string): unknown => (readXml(`<r>${element}</r>`) as { r: { e: unknown } }).r.e;

	it.each([
		['<e>No</e>', 'No'],
		['<e code="5"> No </e>', 'No'],
		['<e><code>5</code></e>', undefined],
		['<e code="5"/>', undefined],
		['<e/>', undefined],
	])('%s has the text %p', (element, text) => {
		expect(elementText(inside(element))).toBe(text);
	});

	it.each([
		['<e>No</e>', 'No'],
		['<e>No<text>way</text></e>', 'No'],
		['<e><code>5</code><text>No</text></e>', 'No, 5'],
		['<e>0<text>No</text></e>', 'No'],
		['<e code="5"><text>No</text></e>', 'No'],
		['<e code="5"/>', undefined],
		['<e>0</e>', undefined],
	])('%s says %p', (element, words) => {
		expect(elementWords(inside(element))).toBe(words);
	});

	it.each([
		['<e code="5" text="No">x<y/></e>', { code: '5', text: 'No' }],
		['<e>x</e>', {}],
		['<e/>', {}],
	])('%s has the attributes %j', (element, attributes) => {
		expect(attributesOf(inside(element))).toEqual(attributes);
	});

	it('keeps an attribute of any name', () => {
		expect(Object.entries(attributesOf(inside('<e __proto__="5" constructor="6"/>')))).toEqual([
			['__proto__', '5'],
			['constructor', '6'],
		]);
	});
});
