import fc from 'fast-check';

/** Names of fields: usual ones often, so that paths meet values; names that mean something to objects, engines and proxies; odd ones. */
const name = fc.oneof(
	{ weight: 12, arbitrary: fc.constantFrom('a', 'b', 'name') },
	{
		weight: 3,
		arbitrary: fc.constantFrom(
			...[
				'First name',
				'имя',
				'a-b',
				'a.b',
				'0',
				'1',
				'',
				' ',
				'😀',
				'$',
				'$v',
				'_id',
				'class',
				'null',
				'undefined',
				'json',
				'data',
				'item',
				'length',
				'size',
				'keys',
				'at',
				'map',
			],
			...[
				'constructor',
				'__proto__',
				'prototype',
				'toString',
				'valueOf',
				'hasOwnProperty',
				'isProxy',
				'toJSON',
				'then',
				'binding',
				'caller',
			],
		),
	},
	{ weight: 1, arbitrary: fc.string({ maxLength: 6 }) },
);

const leaf = fc.oneof(
	fc.constantFrom(null, undefined, true, false, 0, -0, 1, 1.5, 1e21, 1e-7, 2 ** 60, NaN, Infinity),
	fc.constantFrom(
		'',
		' ',
		'Anna',
		'0',
		'false',
		'{{ $json.a }}',
		'}}',
		'=x',
		'a\nb',
		'\\',
		'"',
		"'",
		'`${a}',
		'ё',
		'😀',
		'\ud83d',
		'a\0b',
		'\u2028',
	),
	fc.oneof(fc.string({ maxLength: 8 }), fc.double(), fc.integer(), fc.date({ noInvalidDate: true })),
);

const { value } = fc.letrec((tie) => ({
	value: fc.oneof(
		{ depthSize: 'small', withCrossShrink: true },
		{ weight: 3, arbitrary: leaf },
		{ weight: 1, arbitrary: fc.array(tie('value'), { maxLength: 3 }) },
		{ weight: 2, arbitrary: fc.dictionary(name, tie('value'), { maxKeys: 4, noNullPrototype: true }) },
	),
}));

/** What an item holds. */
export const items = fc.dictionary(name, value, { minKeys: 1, maxKeys: 6, noNullPrototype: true });

const blank = fc.constantFrom('', '', '', ' ', ' ', '\n', '\t', ' \r\n ');
const quoted = name.chain((text) =>
	fc.constantFrom(JSON.stringify(text), JSON.stringify(text), `'${text.replaceAll("'", '')}'`, `\`${text}\``),
);

const step = fc.oneof(
	{ weight: 6, arbitrary: name.map((text) => `.${text}`) },
	{ weight: 3, arbitrary: quoted.map((text) => `[${text}]`) },
	{ weight: 2, arbitrary: name.map((text) => `?.${text}`) },
	{ weight: 1, arbitrary: quoted.map((text) => `?.[${text}]`) },
	{ weight: 1, arbitrary: fc.constantFrom('[0]', '[ 1 ]', '?.[0]', '[-1]', '[1.5]', '[01]') },
);

const path = fc.array(fc.tuple(blank, step), { minLength: 1, maxLength: 3 }).map((steps) => `$json${steps.flat().join('')}`);

const operand = fc.oneof(
	{ weight: 6, arbitrary: path },
	{ weight: 2, arbitrary: fc.constantFrom('$itemIndex', '"friend"', "'x y'", '""', '0', '5', '12.50') },
	{
		weight: 1,
		arbitrary: fc.constantFrom('$json', '007', '-1', '.5', '1e3', 'null', 'true', 'undefined', '"a\\n"', "'it\\'s'", '`x`', '$now', ''),
	},
);

const choice = fc.tuple(blank, fc.constantFrom('??', '??', '||', '||', '||', '&&', '+'), blank, operand);

const placeholder = fc
	.tuple(
		blank,
		operand,
		fc.oneof({ weight: 2, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: fc.array(choice, { maxLength: 2 }) }),
		blank,
	)
	.map(([before, first, others, after]) => `{{${before}${first}${others.flat().join('')}${after}}}`);

const words = fc.oneof(
	{ weight: 4, arbitrary: fc.constantFrom('', ' ', 'Hello, ', '!', '\n', 'привет') },
	{
		weight: 1,
		arbitrary: fc.constantFrom(
			'{',
			'}',
			'{ {',
			'}}',
			'\\',
			'\\\\',
			'.constructor',
			'. constructor',
			'(x)',
			'.toDate()',
			'"',
			'`',
			'${a}',
			'$json.a',
			'\u2028',
		),
	},
	{ weight: 1, arbitrary: fc.string({ maxLength: 5 }) },
);

/** Codes that need n8n: calls, choices, patterns, brackets, n8n's own functions and dates; what throws, what is nothing, what is no single value. */
const call = fc.oneof(
	path.chain((text) =>
		fc.constantFrom(
			...[
				`${text}.trim()`,
				`${text}.toUpperCase()`,
				`${text}.replace(/\\D/g, "")`,
				`${text}.replace(/[^a-z(]/g, ')')`,
				`${text}.split(",")[0]`,
			],
			...[
				`${text} + 1`,
				`${text} > 1 ? "many" : "few"`,
				`(${text})`,
				`[${text}]`,
				`({ a: ${text} }).a`,
				`${text}.toTitleCase()`,
				`${text}.isEmpty()`,
			],
			...[
				`$if(${text}, 1, 2)`,
				`!${text}`,
				`typeof ${text}`,
				`String(${text})`,
				`Number(${text})`,
				`(x => x)(${text})`,
				`${text}, 1`,
				`${text};`,
			],
			...[
				`JSON.stringify(${text})`,
				`${text} /* all */`,
				`${text} // end`,
				`${text}) + (1`,
				`${text}.toDateTime()`,
				`${text} / 2`,
				`${text}[$itemIndex]`,
			],
		),
	),
	fc.constantFrom(
		...[
			'$now.year',
			'$now',
			'new Date(0)',
			'DateTime.fromMillis(0)',
			'[]',
			'[1, 2]',
			'{ a: 1 }',
			'({ a: 1 })',
			'() => 1',
			'Math.max(1, 2)',
		],
		...[
			'null',
			'undefined',
			'NaN',
			'-0',
			'true',
			'1n',
			'""',
			"')'",
			'"a,b"',
			'"\\n"',
			'`x`',
			'/x/',
			'$("None").item.json.a',
			'$input.item.json.a',
		],
		...[
			'nowhere',
			'nowhere.a',
			'$json.a.b.c.d',
			'(() => { throw new Error("x") })()',
			'1), (2',
			'1 /*',
			'*/ 2',
			'(',
			')',
			', 1',
			'1,',
			'$json',
			'$itemIndex + 1',
		],
	),
);

const asking = fc
	.tuple(blank, fc.oneof({ weight: 4, arbitrary: call }, { weight: 1, arbitrary: operand }), blank)
	.map((code) => `{{${code.join('')}}}`);

/** Parameters of one node: expressions that n8n must be asked for. */
export const askingExpressions = fc.array(
	fc.oneof(
		asking.map((text) => `=${text}`),
		fc.tuple(words, fc.array(fc.tuple(asking, words), { minLength: 1, maxLength: 2 })).map((pieces) => `=${pieces.flat(2).join('')}`),
	),
	{ minLength: 2, maxLength: 4 },
);

/** Parameters that are expressions: a placeholder alone, or some among words. */
export const expressions = fc.oneof(
	placeholder.map((text) => `=${text}`),
	fc.tuple(words, fc.array(fc.tuple(placeholder, words), { minLength: 1, maxLength: 3 })).map((pieces) => `=${pieces.flat(2).join('')}`),
);
