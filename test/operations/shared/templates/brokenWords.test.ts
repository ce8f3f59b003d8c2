import {
	brokenWordsIn,
	brokenWordsMade,
	mayHoldBrokenWords,
} from '../../../../nodes/CascadeMessaging/operations/shared/templates/brokenWords';

it.each([
	['Hello, undefined!', ['undefined']],
	['order-undefined', ['undefined']],
	['order_undefined_shipped', ['undefined']],
	['orderundefined', ['undefined']],
	['undefined42', ['undefined']],
	['undefinedundefined', ['undefined']],
	['id=null&x', ['null']],
	['order_null', ['null']],
	['NaN руб.', ['NaN']],
	['-Infinity', ['Infinity']],
	['on Invalid Date', ['Invalid Date']],
	['on Invalid date.', ['Invalid date']],
	['on Invalid DateTime', ['Invalid DateTime']],
	['Invalid Duration, Invalid Interval', ['Invalid Duration', 'Invalid Interval']],
	['Hello[object Object]!', ['[object Object]']],
	['1,,[object Array Iterator]', ['[object Array Iterator]']],
	['[object Promise]', ['[object Promise]']],
	['function max() { [native code] }', ['function max() { [native code] }']],
	['function (a) { return a }', ['function (a) {']],
	['function* go(a){', ['function* go(a){']],
	['async function() {', ['function() {']],
	['toFormat(fmt, opts = {}) {\n return this', ['toFormat(fmt, opts = {}) {']],
	['() => 1', ['() =>']],
	['(a, b) => a', ['(a, b) =>']],
	['x => x.name', ['x => x']],
	['class DateTime {', ['class DateTime {']],
	['class A extends B{', ['class A extends B{']],
	['class {}', ['class {']],
	['class extends B { }', ['class extends B {']],
	['Dear {{ name }}!', ['{{ name }}']],
	['Dear {{name}} {{surname}}', ['{{name}}', '{{surname}}']],
])('%j holds %j', (text, words) => {
	expect(brokenWordsIn(text)).toEqual(words);
	expect(mayHoldBrokenWords(text)).toBe(true);
});

it.each([
	'BaNaNa',
	'nullable',
	'annull',
	'undefinedness',
	'Undefined',
	'NULL',
	'Null',
	'Nan',
	'nan',
	'infinity',
	'Infinityx',
	'null1',
	'2NaN',
	'naïveNaN',
	'éNaN',
	'Invalid dates',
	'[object]',
	'[objects x]',
	'Москва => Казань',
	'a => b',
	'f(x)',
	'(see below) {',
	'function of x',
	'first class {a}',
	'first class seats {a}',
	'subclass A {',
	'{ a }',
	'}} {{',
	'',
	'Your order is ready',
])('%j holds none', (text) => {
	expect(brokenWordsIn(text)).toEqual([]);
});

it('most texts are known to be sound at a glance', () => {
	expect(mayHoldBrokenWords('Hello, Anna! Your order 42 (3 pcs) is ready: https://shop.example/o/42')).toBe(false);
});

it('words the user wrote are his own, each once', () => {
	expect(brokenWordsMade('null is no undefined', ['null is no ', ''])).toEqual(['undefined']);
	expect(brokenWordsMade('null null', ['null ', ''])).toEqual(['null']);
	expect(brokenWordsMade('null', ['null'])).toEqual([]);
	expect(brokenWordsMade('write \\{{ x }}', ['write \\{{ ', ' }}'])).toEqual([]);
	expect(brokenWordsMade('sound', ['null'])).toEqual([]);
	expect(brokenWordsMade('null', ['undefined'])).toEqual(['null']);
	expect(brokenWordsMade('null', ['nu', 'll'])).toEqual(['null']);
	expect(brokenWordsMade('null undefined', ['', ' undefined'])).toEqual(['null']);
	expect(brokenWordsMade('undefined undefined', ['null undefined'])).toEqual(['undefined']);
});

it('takes time in proportion to the text, however it is made', () => {
	for (const part of ['{{', '(', 'a(', 'function ', 'class A ', '[object ', 'a => ', 'x,', '$', '(a,', '\\']) {
		const text = part.repeat(50_000);
		const start = performance.now();
		brokenWordsIn(text);
		expect(performance.now() - start).toBeLessThan(2_000);
	}
});
