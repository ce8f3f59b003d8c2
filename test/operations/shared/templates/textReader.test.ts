import { Given, MadeBy } from '../../../../nodes/CascadeMessaging/operations/shared/templates/given';
import { TextReader } from '../../../../nodes/CascadeMessaging/operations/shared/templates/textReader';
import { refusalOf } from '../../support/refusalOf';

const evaluated: string[] = [];
function reader(refusesEmpty = false, values: Record<string, unknown> = {}): TextReader {
	evaluated.length = 0;
	return new TextReader({
		refusesEmpty,
		evaluate: (source, item) => {
			evaluated.push(`${item}: ${source}`);
			return values[source];
		},
	});
}

const text = (value: unknown, typed: unknown) => refusalOf(() => reader().of(0).text(new Given(value, typed), 'SMS Text'));

describe('broken words', () => {
	it('are refused where an expression made them, with field, words and placeholder', () => {
		expect(text('Hello, Anna and [object Object]!', '=Hello, {{ $json.name }} and {{ $json.user }}!')).toEqual({
			code: 'textBroken',
			field: 'SMS Text',
			message:
				'SMS Text would read "[object Object]", which an expression made ({{ $json.user }}). Point it at a field that holds text, or give a text for this case, such as {{ $json.name ?? "friend" }}.',
		});
	});

	it.each([
		['NaN', NaN, '={{ $json.a * 2 }}'],
		['Infinity', Infinity, '={{ 1 / 0 }}'],
		['null that sticks to a literal', 'Mrnull', '=Mr{{ `${null}` }}'],
		['one more null than the user wrote', 'null and null', '=null and {{ x }}'],
		['a part of what an expression gave', 'Hi, undefined', new MadeBy('={{ $json.steps }}')],
		['what cannot be laid on its literals', 'undefined', '=Hi {{ x }}'],
	])('%s', (_, value, typed) => {
		expect(text(value, typed)).toMatchObject({ code: 'textBroken' });
	});

	it.each([
		['fixed text', 'undefined is not null', 'undefined is not null'],
		['literals', 'undefined is not x', '=undefined is not {{ x }}'],
		['words that only hold one', 'nullable', '={{ x }}'],
		['values that may be divided in two ways', 'a null b null c', '=a null {{ x }} null c'],
		['parts of fixed JSON', 'null', undefined],
	])('are let through in %s', (_, value, typed) => {
		expect(text(value, typed)).toBeUndefined();
	});

	it('leaves the maker unnamed where there is none', () => {
		expect(text('undefined', '=x')).toMatchObject({ message: expect.stringContaining('which an expression made. Point') as string });
	});
});

it('refuses what is no text at all', () => {
	expect(text({}, '={{ $json }}')).toMatchObject({ code: 'valueNotReadable' });
});

describe('empty placeholders', () => {
	const HELLO = '=Hello, {{ $json.name }}!';

	it('are counted with item, field and their own text, and nothing is evaluated', () => {
		const texts = reader();

		expect(texts.of(7).text(new Given('Hello, !', HELLO), 'SMS Text')).toBe('Hello, !');
		texts.of(8).text(new Given('Hello, Anna!', HELLO), 'SMS Text');
		texts.of(9).text(new Given('Hello, \u200b !', HELLO), 'Viber Text');
		expect(texts.empty).toEqual([
			{ item: 7, field: 'SMS Text', source: '{{ $json.name }}' },
			{ item: 9, field: 'Viber Text', source: '{{ $json.name }}' },
		]);
		expect(evaluated).toEqual([]);
	});

	it('are not counted where the text leaves it open', () => {
		const texts = reader();
		texts.of(0).text(new Given(' van Dyck', '={{ a }} {{ b }}'), 'SMS Text');

		expect(texts.empty).toEqual([]);
		expect(evaluated).toEqual([]);
	});

	it('are refused on demand, evaluated only where the text leaves it open', () => {
		const texts = reader(true, { '{{ a }}': null, '{{ b }}': 'van Dyck' });

		expect(refusalOf(() => texts.of(3).text(new Given(' van Dyck', '={{ a }} {{ b }}'), 'SMS Text'))).toEqual({
			code: 'placeholderEmpty',
			field: 'SMS Text',
			message:
				'SMS Text: {{ a }} gave nothing, and the option Empty Placeholders says to refuse such items. Fill in the data, or give a text for this case, such as {{ $json.name ?? "friend" }}.',
		});
		expect(evaluated).toEqual(['3: {{ a }}']);
		expect(texts.empty).toEqual([]);
	});

	it.each([[0], [false], [' x '], [[1]], [{}]])('%j is something', (value) => {
		const texts = reader(true, { '{{ a }}': value, '{{ b }}': 'x' });

		expect(refusalOf(() => texts.of(0).text(new Given('x y z', '={{ a }}{{ b }}'), 'SMS Text'))).toBeUndefined();
	});

	it.each([[null], [undefined], [''], [NaN], [' \u200b'], [[]], [0n]])('%p is nothing', (value) => {
		const texts = reader(true, { '{{ a }}': value, '{{ b }}': 'x' });

		expect(refusalOf(() => texts.of(0).text(new Given('x y z', '={{ a }}{{ b }}'), 'SMS Text'))).toMatchObject({
			code: 'placeholderEmpty',
		});
	});

	it.each(['$json.a ?? ""', "$json.a || ''", '$json.a ? $json.a : ``', '$json.a ? "" : 1', '$if($json.a, 1, "")', "$ifEmpty($json.a, '')"])(
		'{{ %s }} is meant so',
		(code) => {
			const texts = reader(true);

			expect(refusalOf(() => texts.of(0).text(new Given('Hello, !', `=Hello, {{ ${code} }}!`), 'SMS Text'))).toBeUndefined();
		},
	);

	it.each(['$json.a.replace(/x/, "")', "$json.list.join('')", '$json.a ?? "friend"'])('{{ %s }} is not', (code) => {
		expect(
			refusalOf(() =>
				reader(true)
					.of(0)
					.text(new Given('Hello, !', `=Hello, {{ ${code} }}!`), 'SMS Text'),
			),
		).toMatchObject({ code: 'placeholderEmpty' });
	});

	it('an optional text of nothing is none', () => {
		const texts = reader();

		expect(texts.of(0).optionalText(new Given(null, '={{ $json.x }}'), 'Viber Button Text')).toBeUndefined();
		expect(texts.of(0).optionalText(new Given('a ', 'a '), 'Viber Button Text')).toBe('a ');
		expect(texts.empty).toHaveLength(1);
	});
});

describe('an identifier', () => {
	const key = (value: unknown, typed: unknown, values = {}) =>
		refusalOf(() => reader(false, values).of(0).identifier(new Given(value, typed), 'Key'));

	it('is refused when a placeholder of it gave nothing', () => {
		expect(key('order-', '=order-{{ $json.id }}')).toEqual({
			code: 'keyIncomplete',
			field: 'Key',
			message:
				'Key is "order-", but {{ $json.id }} gave nothing. Every later message to the same phone with this Key would be taken for a repeat and not sent. Fill in the data, or drop the placeholder.',
		});
	});

	it('is refused so also where an empty text is meant, and where only n8n knows', () => {
		expect(key('order-', '=order-{{ $json.id ?? "" }}')).toMatchObject({ code: 'keyIncomplete' });
		expect(key('1', '={{ a }}{{ b }}', { '{{ a }}': 1 })).toMatchObject({ code: 'keyIncomplete' });
	});

	it('is refused when broken', () => {
		expect(key('order-undefined', "={{ 'order-' + $json.id }}")).toMatchObject({ code: 'textBroken', field: 'Key' });
	});

	it('is trimmed, and empty when there is nothing in it', () => {
		expect(reader().of(0).identifier(new Given(' order-1 ', '= order-{{ 1 }} '), 'Key')).toBe('order-1');
		expect(reader().of(0).identifier(new Given(null, '={{ x }}'), 'Key')).toBe('');
		expect(reader().of(0).identifier(new Given(' \u200b', '= {{ x }}'), 'Key')).toBe('');
		expect(reader().of(0).identifier(new Given(42, '={{ x }}'), 'Key')).toBe('42');
	});
});

it('takes each template apart once', () => {
	const texts = reader();

	expect(texts.templateOf('=a{{ b }}')).toBe(texts.templateOf('=a{{ b }}'));
	expect(texts.templateOf('=a{{ c }}').placeholders[0]?.source).toBe('{{ c }}');
});
