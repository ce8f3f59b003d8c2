import { readerOf } from '../../../../nodes/CascadeMessaging/operations/shared/templates/expressionReader';
import { ASK_N8N } from '../../../../nodes/CascadeMessaging/operations/shared/templates/shortCode';

const valueOf = (expression: string, json: unknown): unknown => {
	const short = readerOf(expression);
	return short === undefined ? 'left to n8n' : short({ json, itemIndex: 0 });
};

it.each([
	['={{ $json.parts }}', { parts: 3 }, 3],
	['={{ $json.vip }}', { vip: false }, false],
	['={{ $json.name }}', {}, undefined],
])('%s alone keeps its type', (expression, json, value) => {
	expect(valueOf(expression, json)).toBe(value);
});

it.each([
	['=Hello, {{ $json.name }}!', { name: 'Anna' }, 'Hello, Anna!'],
	['=Hello, {{ $json.name || "friend" }}!', { name: '' }, 'Hello, friend!'],
	['={{ $json.a }}{{ $json.b }}', { a: 1, b: 2 }, '12'],
	['= {{ $json.parts }}', { parts: 3 }, ' 3'],
	['={{ $json.parts }} ', { parts: 3 }, '3 '],
	[
		'=[{{ $json.a }}|{{ $json.b }}|{{ $json.c }}|{{ $json.d }}|{{ $json.e }}]',
		{ a: null, b: 0, c: false, d: true, e: 1e21 },
		'[|0|false|true|1e+21]',
	],
	['={{ $json.text }} }} {{ $json.text }}', { text: '{{ $json.secret }}' }, '{{ $json.secret }} }} {{ $json.secret }}'],
])('%s is put together', (expression, json, value) => {
	expect(valueOf(expression, json)).toBe(value);
});

it.each([
	'=no placeholder',
	'=',
	'=Hello, {{ $now }}',
	'={{ $json.name }} {{ $json.name.trim() }}',
	'=\\{{ $json.name }}',
	'={{ $json.name }} \\n',
	'=Call the . constructor of {{ $json.name }}',
	'={{ $json.name }}.constructor',
	'={{ }}',
	'={{',
])('%j is left to n8n', (expression) => {
	expect(readerOf(expression)).toBeUndefined();
});

it('n8n is asked for a text when it must be asked for one of its values', () => {
	expect(valueOf('={{ $json.name }}, {{ $json.list }}', { name: 'Anna', list: [] })).toBe(ASK_N8N);
});
