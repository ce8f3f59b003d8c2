import { JointQuestion } from '../../../../nodes/CascadeMessaging/operations/shared/templates/jointQuestion';
import { ASK_N8N } from '../../../../nodes/CascadeMessaging/operations/shared/templates/shortCode';

/** Whether a code may be asked for among others. */
const joins = (code: string): boolean => new JointQuestion(() => []).add(code) !== undefined;

it.each([
	' $json.name.trim() ',
	'$json.phone.replace(/\\D/g, "")',
	"$json.phone.replace(/[/)]\\//gu, ')')",
	'$json.list.map(x => x.name).join(", ")',
	'$json.n > 1 ? "many" : "few"',
	'"a (b" + \'c)\'',
	'"it \\" is"',
	'$("Form").item.json["a b"]',
	'$now.plus({ days: 1 }).toFormat("dd.MM")',
	'!$json.a && $json.b?.[0] !== 5 % 2',
	'Привет',
	'$json.price * 1.25 + 0.5',
])('%j is one value, and may stand among others', (code) => {
	expect(joins(code)).toBe(true);
});

it.each([
	['nothing', ' '],
	['two values', '1, 2'],
	['two values in brackets that do not match', '1), (2'],
	['a bracket that is never closed', 'f('],
	['a bracket that was never opened', '1)'],
	['brackets that cross', '([1)]'],
	['a comment', '1 /* one */'],
	['a comment to the end of the line', '1 // one'],
	['the beginning of a comment', '1 /*'],
	['a text without end', '"a'],
	['a text over two lines', '"a\nb"'],
	['backquotes', '`a`'],
	['a semicolon', '1; 2'],
	['a division', '4 / 2'],
	['a pattern without end', 'f(/a)'],
	['a block, or an object', ' { a: 1 }'],
	['closing braces', 'f({ a: { b: 1 }})'],
	['opening braces', 'f({{ a: 1 })'],
	['a backslash', '\\u0061'],
	['a private name', 'a.#b'],
	['a name that begins with a digit', 'f($json.1)'],
	['one with a blank before it', 'f($json["a"] \r\n .0)'],
	['one behind a question mark', '$json?.1'],
	['a number that begins with its point', '2 * .5'],
	['a name behind a digit of another', 'f(a1.5)'],
])('%s is left alone', (_, code) => {
	expect(joins(code)).toBe(false);
});

it('asks once for an item, whoever wants to know', () => {
	const asked: [string, number][] = [];
	const question = new JointQuestion((source, item) => {
		asked.push([source, item]);
		return [`a${item}`, `b${item}`];
	});
	const [a, b] = [question.add(' a '), question.add('b')];

	expect([a?.(0), b?.(0), a?.(1), b?.(1)]).toEqual(['a0', 'b0', 'a1', 'b1']);
	expect(asked).toEqual([
		['{{ [( a ), (b)] }}', 0],
		['{{ [( a ), (b)] }}', 1],
	]);
});

it('asks nothing where there is one code only: to ask for that alone costs the same', () => {
	const asked: string[] = [];
	const question = new JointQuestion((source) => asked.push(source));

	expect(question.add('a')?.(0)).toBe(ASK_N8N);
	expect(asked).toEqual([]);
});
