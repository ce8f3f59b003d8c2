import fc from 'fast-check';

import { align } from '../../../../nodes/CascadeMessaging/operations/shared/templates/alignment';
import { RUNS } from '../../../protocol/support/runs';

it.each([
	[['', ''], 'Anna', [['Anna', 'Anna']]],
	[['Hello, ', '!'], 'Hello, !', [['', '']]],
	[['Hello, ', '!'], 'Hello, Anna!', [['Anna', 'Anna']]],
	[
		['', ' ', '!'],
		' Ivanova!',
		[
			['', ''],
			['Ivanova', 'Ivanova'],
		],
	],
	[
		['', ' ', '!'],
		'Anna Maria Ivanova!',
		[
			['Anna', 'Anna Maria'],
			['Ivanova', 'Maria Ivanova'],
		],
	],
	[
		['', ' ', ''],
		' van Dyck',
		[
			['', ' van'],
			['Dyck', 'van Dyck'],
		],
	],
	[
		['a', '', 'b'],
		'ab',
		[
			['', ''],
			['', ''],
		],
	],
	[
		['a', '', 'b'],
		'axb',
		[
			['', 'x'],
			['', 'x'],
		],
	],
	[
		['', '-', '-', ''],
		'1-2-3',
		[
			['1', '1'],
			['2', '2'],
			['3', '3'],
		],
	],
	[
		['<', '::', '>', ''],
		'<1::2>3',
		[
			['1', '1'],
			['2', '2'],
			['3', '3'],
		],
	],
])('lays %j on %j', (literals, text, spans) => {
	expect(align(literals, text)?.map(({ least, most }) => [least, most])).toEqual(spans);
});

it.each([
	[['Hello, ', '!'], 'Hallo, Anna!'],
	[['Hello, ', '!'], 'Hello, Anna?'],
	[['aba', 'aba'], 'aba'],
	[['', ' - ', ''], 'Anna-Maria'],
	[['(', '))', ')'], '(1))'],
])('%j cannot have given %j', (literals, text) => {
	expect(align(literals, text)).toBeUndefined();
});

it('never contradicts what the placeholders gave', () => {
	const piece = fc.string({ unit: fc.constantFrom('a', 'b', ' '), maxLength: 4 });
	fc.assert(
		fc.property(piece, fc.array(fc.tuple(piece, piece), { minLength: 1, maxLength: 5 }), (first, pairs) => {
			const text = first + pairs.flat().join('');
			const spans = align([first, ...pairs.map(([, literal]) => literal)], text);
			expect(spans).toHaveLength(pairs.length);
			pairs.forEach(([value], index) => {
				expect(value).toContain(spans?.[index]?.least);
				expect(spans?.[index]?.most).toContain(value);
			});
		}),
		RUNS,
	);
});
