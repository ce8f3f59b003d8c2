import { readMendedJson } from '../../../nodes/CascadeMessaging/protocol/codecs/jsonMend';

describe('what has one meaning is mended', () => {
	it.each([
		['{ "a" : 1, }', { a: 1 }],
		['{,"a":[,1,,2,],,}', { a: [1, 2] }],
		['{"a":NaN,"b":undefined,"c":Infinity,"d":-Infinity,"e":None,"f":nil}', { a: null, b: null, c: null, d: null, e: null, f: null }],
		["{'a':'b c','d':''}", { a: 'b c', d: '' }],
		['{/*/ "b":2, */"a":1/**/}/* x, y */', { a: 1 }],
		['{"a":"/* , ] */",}', { a: '/* , ] */' }],
		[String.raw`{"a":"\u041D\n\"\\\/",}`, { a: 'Н\n"\\/' }],
		[String.raw`{"a":"it\'s \x \u12 C:\Temp"}`, { a: String.raw`it's \x \u12 C:\Temp` }],
		['{"id_message":1179038981179038981,}', { id_message: '1179038981179038981' }],
		['["NaN",\'nil\',true,-1.5,]', ['NaN', 'nil', true, -1.5]],
	])('%s', (text, value) => {
		expect(readMendedJson(text)).toEqual(value);
	});
});

describe('what may have another meaning is left alone', () => {
	it.each([
		['a text without end', '{"a":"b}'],
		['one in single quotes without end', "{'a':'b}"],
		['a quote within a text', '{"a":"b "c" d"}'],
		['one in single quotes', `{'a':'b "c" d'}`],
		['a backslash in single quotes', String.raw`{'a':'b\\'}`],
		['a comment without end', '{"a":1}/* b'],
		['a slash', '{"a":1/2}'],
		['a number in halves', '{"a":50 2}'],
		['a number with a comment in it', '{"a":50/* */2}'],
		['a number too long for a word', `{"a":${'1'.repeat(401)}}`],
		['a word that only begins as one', '{"a":NaNs}'],
		['a word that only ends as one', '{"a":xNaN}'],
		['a name without quotes', '{a:1}'],
		['a comma at the beginning', ',{"a":1}'],
		['nothing', ''],
	])('%s', (_, text) => {
		expect(readMendedJson(text)).toBeUndefined();
	});
});
