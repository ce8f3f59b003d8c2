/** Makes a text of about so many characters. */
export type Family = (length: number) => string;

/** One piece over and over, between what stands before and behind. */
const filled =
	(piece: string, before = '', after = ''): Family =>
	(length) =>
		before + piece.repeat(Math.ceil(length / piece.length)) + after;

/** Pieces that differ by their number. */
const numbered =
	(piece: (index: number) => string, before: string, after: string): Family =>
	(length) => {
		const count = Math.ceil(length / piece(length).length);
		return before + Array.from({ length: count }, (_, index) => piece(index)).join('') + after;
	};

/** Half of it opens, the other half closes. */
const nested =
	(open: string, close: string, inside: string, before: string, after: string): Family =>
	(length) => {
		const count = Math.ceil(length / (open.length + close.length));
		return before + open.repeat(count) + inside + close.repeat(count) + after;
	};

const WARNING = '<br />\n<b>Warning</b>:  x in <b>/a.php</b> on line <b>1</b><br />\n';
const INFORMATION = '<information id_message="1" phone="2"/>';
const RECIPIENTS = '[{"id_message":"1","phone":"2"}],';

const JSON_FAMILIES: Readonly<Record<string, Family>> = {
	'open brackets': filled('['),
	'open objects': filled('{"a":'),
	'open messages': filled('[{"a":', '{"message":'),
	'nested lists': nested('[', ']', '', '{"message":', '}'),
	'nested objects': nested('{"a":', '}', '1', '{"message":', '}'),
	'closing brackets': filled(']'),
	quotes: filled('"'),
	'a string without end': filled('"x', '{"error":"'),
	'backslashes without end': filled('\\', '{"error":"'),
	'escapes and a big number': filled('\\n', '{"error":"', '","x":1234567890123456}'),
	'escaped quotes': filled('\\"', '{"message":[{"id_message":1234567890123456789,"e":"', '"}]}'),
	'big numbers': filled('1234567890123456,', '{"message":[', '1]}'),
	'one number': filled('1', '{"message":[', ']}'),
	'one negative number': filled('1', '{"message":[-', ']}'),
	'one fraction': filled('1', '{"message":[1.', ']}'),
	'one number before a fraction': filled('1', '{"message":[', '.5]}'),
	'one exponent': filled('1', '{"message":[1e', ']}'),
	'numbers that are just not big': filled('123456789012345,', '{"a":1234567890123456,"message":[', '1]}'),
	'one ID': filled('1', '{"message":[[{"id_message":"', '"}]]}'),
	'one phone': filled('+7 ', '{"message":[[{"id_message":"1","phone":"', '"}]]}'),
	'one price': filled('1', '{"state":[{"id_message":"1","state":"send","price_sms":"', '"}]}'),
	'one text': filled('x', '{"message":[{"error":"', '"}]}'),
	'blanks in a text': filled(' ', '{"message":[{"error":"x', 'x"}]}'),
	'many names': numbered((index) => `"k${index}":${index},`, '{"message":[{', '"k":1}]}'),
	'many numbers for names': numbered((index) => `"${index}":${index},`, '{"message":{', '"0":1}}'),
	'the same name': filled('"a":1,', '{"message":[{', '"a":1}]}'),
	'many messages': filled(RECIPIENTS, '{"message":[', '[]]}'),
	'many messages, cut off': filled(RECIPIENTS, '{"message":['),
	'many recipients, cut off': filled('{"id_message":"1","phone":"2"},', '{"message":[['),
	'many states': filled('{"id_message":"1","state":"send"},', '{"state":[', '{}]}'),
	'broken records': filled('{"id_message":"1","e":"a "b""},', '{"message":[[', '{}]]}'),
	'broken records of braces': filled('{x}],', '{"message":['),
	'broken records without ends': filled('{"a":"x,', '{"message":[['),
	'broken records of escapes': filled('"},{a:\\', '{"message":[['),
	'broken lists': filled('"message":[', '{'),
	'broken commas': filled(',]', '{"message":[[', 'x{"a":1}'),
	'broken by words': filled('{"a":1} x ', '{"message":[['),
	'nested __proto__': nested('{"__proto__":', '}', '1', '{"message":', '}'),
};

const XML_FAMILIES: Readonly<Record<string, Family>> = {
	'less-than signs': filled('<'),
	'less-than signs and blanks': filled('< '),
	'greater-than signs': filled('>'),
	'tags without names': filled('<>'),
	'many attributes': numbered((index) => `a${index}="1" `, '<response ', '/>'),
	'the same attribute': filled('a="1" ', '<response ', '/>'),
	'attributes without values': filled(' a', '<response', '/>'),
	'attributes without ends': filled(' a="1', '<response', '/>'),
	'attributes without anything': filled(' a=', '<response', '/>'),
	'blanks before an equals sign': filled(' ', '<response a', '="1"/>'),
	'blanks behind an attribute': filled(' ', '<response a="1"', 'b/>'),
	'one attribute': filled('x', '<response><message a="', '"/></response>'),
	'quotes in an attribute': filled('"', "<response a='", "'/>"),
	'quotes in an attribute without end': filled('"', "<response a='"),
	entities: filled('&amp;', '<response><error>', '</error></response>'),
	'entities in an attribute': filled('&quot;', '<response><message a="', '"/></response>'),
	'numbers of characters': filled('&#1055;', '<response><error>', '</error></response>'),
	'numbers of characters without ends': filled('&#', '<response><error>', ';</error></response>'),
	'one number of a character': filled('1', '<response><error>&#', ';</error></response>'),
	ampersands: filled('&', '<response><error>', '</error></response>'),
	'entities without ends': filled('&amp', '<response><error>', '</error></response>'),
	'CDATA sections': filled('<![CDATA[x]]>', '<response><error>', '</error></response>'),
	'CDATA sections without ends': filled('<![CDATA[', '<response>'),
	'ends of CDATA sections': filled(']]>', '<response>', '</response>'),
	comments: filled('<!--x-->', '<response>', '</response>'),
	'comments without ends': filled('<!--', '<response>'),
	'a comment of dashes': filled('-', '<response><!--', '</response>'),
	instructions: filled('<?x y?>', '<response>', '</response>'),
	'instructions without ends': filled('<?x '),
	'an instruction of question marks': filled('?', '<?x '),
	declarations: filled('<!', '<response>'),
	'document types that are none': filled('<!DOCTYP'),
	'text between elements': filled('a<b/>', '<response><message>', '</message></response>'),
	'text between CDATA sections': filled('a<![CDATA[b]]>', '<response><message>', '</message></response>'),
	'text between comments': filled('a<!--b-->', '<response><error>', '</error></response>'),
	'greater-than signs in text': filled('a>', '<response><error>', '</error></response>'),
	'many messages': filled('<message/>', '<response>', '</response>'),
	'many elements of different names': numbered((index) => `<m${index}/>`, '<response>', '</response>'),
	'many recipients': filled(INFORMATION, '<response><message>', '</message></response>'),
	'many recipients, cut off': filled(INFORMATION, '<response><message>'),
	'many states': filled('<state id_message="1">send</state>', '<response>', '</response>'),
	'broken elements': filled('<information id_message="1">a<br></information>', '<response><message>'),
	'broken elements without ends': filled('<information a="', '<response><message>'),
	'broken by comments': filled('<information><!--', '<response><message>'),
	'broken errors': filled('<message><error>a<br>', '<response>'),
	'nested elements': nested('<a>', '</a>', '', '<response>', '</response>'),
	'open elements': filled('<a>', '<response>'),
	'open elements of long names': filled(`<${'a'.repeat(90)}>`, '<response>'),
	'closing tags': filled('</a>', '<response>'),
	'one long name': filled('a', '<response><', '/></response>'),
	'one long name without end': filled('a', '<'),
	'one tag of slashes': filled('/ ', '<response '),
	'tags within tags': filled('<a:', '<response>'),
	'line breaks': filled('\n', '<response>'),
	'lines and a wrong end': filled('\n<a/>', '<response>', '</x>'),
};

const PLAIN_FAMILIES: Readonly<Record<string, Family>> = {
	digits: filled('1'),
	zeros: filled('0'),
	commas: filled(','),
	IDs: filled('1179038981,'),
	'broken lines': filled('1179038981\n'),
	'broken by tags': filled('<b>1179038981</b>'),
	'broken by comments': filled('1179038981<!--'),
	'broken by numbers': filled('x 123456 '),
	'broken by messages': filled('1179038981\nWarning: x'),
	'broken by dots': filled('. ', '1179038981', 'x'),
	'IDs and words': filled('1179038981, x'),
	'words with commas': filled(',x', 'error'),
	'numbers with commas': filled(',12345', 'x'),
	'zeros and words with commas': (length) => '0'.repeat(length / 2) + ',x'.repeat(length / 4),
	refusals: filled('error:,'),
	'refusals without commas': filled('error:'),
	'a refusal with commas': filled(',y', 'error: x'),
	blanks: filled(' '),
	'blanks between words': filled(' ', 'x', 'x'),
	'blanks and commas': filled(', ', 'x', 'x'),
	'byte-order marks': filled('\uFEFF'),
	'the beginning of a state': filled('send'),
	'PHP warnings': filled(WARNING),
	'PHP warnings in plain text': filled('\nWarning: x in /a.php on line 1\n'),
	'PHP warnings before a document': filled(WARNING, '', '{"message":[[]]}'),
	'one PHP warning': filled('x', 'Warning: ', ' in /a.php on line 1\n1179038981'),
	'one PHP warning of many lines': filled(' on line ', 'Warning: '),
	'beginnings of PHP warnings': filled('Warning: '),
	'line breaks before a PHP warning': filled('\n<br />', '', 'Warning: x'),
	nulls: filled('\0'),
	emoji: filled('😀'),
	'half characters': filled('\ud83d'),
};

const byGroup = (group: string, families: Readonly<Record<string, Family>>): [string, Family][] =>
	Object.entries(families).map(([name, family]) => [`${group}: ${name}`, family]);

/** Answers that made decoders slow, or might: by what they are made of. */
export const HOSTILE_ANSWERS: readonly [name: string, family: Family][] = [
	...byGroup('JSON', JSON_FAMILIES),
	...byGroup('XML', XML_FAMILIES),
	...byGroup('text', PLAIN_FAMILIES),
];

const VALUE_FAMILIES: Readonly<Record<string, Family>> = {
	letters: filled('a'),
	'plus signs': filled('+'),
	dashes: filled('-'),
	parentheses: filled('('),
	stars: filled('*'),
	semicolons: filled('1;'),
	'digits and dashes': filled('1-'),
	'digits and dots': filled('.', '+7'),
	'a phone with letters': filled('x', '+79000000001'),
	'a phone with an extension': filled('1', '+79000000001;ext='),
	'a phone with extensions': filled(' ext', '+79000000001'),
	'a phone with a context': filled('+7-', '79000000001;phone-context='),
	'a phone with blanks': filled(' ', '+7', '9'),
	'no-break spaces': filled('\u00a0', '1', '1'),
	'a time with a long fraction': filled('1', '2026-12-01T10:30:00.'),
	'a time with a long fraction and a zone': filled('1', '2026-12-01T10:30:00.', 'Z'),
	'a time with a long fraction and no such zone': filled('1', '2026-12-01T10:30:00.', 'X'),
	'blanks around a time': filled(' ', '', '2026-12-01 10:30:00'),
	'slashes behind a host': filled('/', 'http://h/'),
	'slashes before a path': filled('/', 'http://h/', 'x'),
	'a host of dots': filled('.', 'http://h'),
	'a host of labels': filled('a.', 'http://'),
	'a scheme without end': filled('a+'),
	'words of a repeat': filled('уже '),
	'words of a repeat and a number': filled('client_id_message '),
	'words of a repeat without end': filled('повторн '),
	backslashes: filled('\\'),
	'backslashes and quotes': filled('\\\\\\\\\\\\\\\\\\"'),
	'escaped ampersands': filled('&amp;amp;amp;amp;'),
	'escaped percent signs': filled('%25252525'),
	'escapes of backslashes': filled('\\u005c'),
};

/** Texts for whatever reads a single value: those of answers, and values that are nearly right. */
export const HOSTILE_TEXTS: readonly [name: string, family: Family][] = [...HOSTILE_ANSWERS, ...byGroup('value', VALUE_FAMILIES)];
