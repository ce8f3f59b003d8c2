import { splitExpression } from '@n8n/tournament/dist/ExpressionSplitter.js';
import fc from 'fast-check';

import { isExpression, takeApart } from '../../../../nodes/CascadeMessaging/operations/shared/templates/template';
import { RUNS } from '../../../protocol/support/runs';

const sources = (expression: string): string[] => takeApart(expression).placeholders.map(({ source }) => source);

it.each([
	['=', [''], []],
	['=Hello', ['Hello'], []],
	['={{ $json.name }}', ['', ''], ['{{ $json.name }}']],
	['=Hello, {{ $json.name }}!', ['Hello, ', '!'], ['{{ $json.name }}']],
	['={{ a }}{{ b }}', ['', '', ''], ['{{ a }}', '{{ b }}']],
	['=a }} {{ b }}', ['a }} ', ''], ['{{ b }}']],
	['=a {{ b', ['a ', ''], ['{{ b']],
	['=a {{', ['a '], []],
	['=a \\{{ b }} {{ c }}', ['a \\{{ b }} ', ''], ['{{ c }}']],
	['=a \\{{', [''], []],
	['={{ a }} b \\{{', ['', ''], ['{{ a }}']],
	['=c {{ a \\}}', ['c '], []],
	['={{ a }}', ['', ''], ['{{ a }}']],
	['=a \\\\{{ b }} \\\\', ['a \\', ' \\\\'], ['{{ b }}']],
	['={{ "}}" }}', ['', '" }}'], ['{{ "}}']],
	['={{ {a: {b: 1} } }} c', ['', ' c'], ['{{ {a: {b: 1} } }}']],
	['={{ "\\}}" }} d', ['', ' d'], ['{{ "\\}}" }}']],
	['=a\n{{ b }}\nc', ['a\n', '\nc'], ['{{ b }}']],
])('%j is taken apart', (expression, literals, placeholders) => {
	expect(takeApart(expression).literals).toEqual(literals);
	expect(sources(expression)).toEqual(placeholders);
});

it('gives the code as n8n runs it, with escaped braces unescaped', () => {
	expect(takeApart('={{ "\\}}" }}').placeholders).toEqual([{ source: '{{ "\\}}" }}', code: ' "}}" ' }]);
});

it.each([
	['=', true],
	['=a', true],
	['a', false],
	['', false],
	[' =a', false],
	[1, false],
	[null, false],
	[{}, false],
])('%j is an expression: %s', (typed, is) => {
	expect(isExpression(typed)).toBe(is);
});

it("takes everything apart as n8n's own splitter does", () => {
	const text = fc.string({ unit: fc.constantFrom('{{', '}}', '{', '}', '\\', 'a', ' ', '\n', '"'), maxLength: 14 });
	fc.assert(
		fc.property(text, (given) => {
			const chunks = splitExpression(given);
			const { literals, placeholders } = takeApart(`=${given}`);
			expect(placeholders.map(({ code }) => code)).toEqual(chunks.flatMap((chunk) => (chunk.type === 'code' ? [chunk.text] : [])));
			expect(literals.filter(Boolean)).toEqual(chunks.flatMap((chunk) => (chunk.type === 'text' && chunk.text !== '' ? [chunk.text] : [])));
			expect(literals).toHaveLength(placeholders.length + 1);
		}),
		RUNS,
	);
});
