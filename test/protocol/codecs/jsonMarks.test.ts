import { beginsRecord, LAST, NEXT, withoutMarks } from '../../../nodes/CascadeMessaging/protocol/codecs/jsonMarks';

/** A text without the `^` in it, and where that stood. */
const marked = (text: string): [text: string, index: number] => [text.replace('^', ''), text.indexOf('^')];

const placesOf = (pattern: RegExp, text: string): number[] => [...text.matchAll(pattern)].map(({ index }) => index);

it('a record may begin with a name in quotes of any kind, or without', () => {
	expect(placesOf(NEXT, `{"a":{ 'b' :{c_1:{ _d :`)).toEqual([0, 5, 12, 17]);
	expect(placesOf(NEXT, '{"1":{1:{"":{}{"a"}{"a b":')).toEqual([]);
	expect(placesOf(NEXT, `{"${'a'.repeat(42)}":`)).toEqual([]);
});

it('the last one ends before the end of its list', () => {
	expect(placesOf(LAST, '{}]} ]}  ],{},')).toEqual([1, 3]);
});

describe('an object is a record', () => {
	it.each([
		'[{"a":1},^{"b":2}',
		'[{"a":1} , ^{"b":2}',
		'[{"a":1} ^{"b":2}',
		'[{"a":1}^{"b":2}',
		'[[5],^{"b":2}',
		'["x",^{"b":2}',
		'[5 , ^{"b":2}',
		']^{"b":2}',
		'] ^{"b":2}',
		'[[^{"b":2}',
		'[ [ ^{"b":2}',
		'}[^{"b":2}',
		'],[^{"b":2}',
	])('behind another one, or first in a list of a list: %s', (text) => {
		expect(beginsRecord(...marked(text))).toBe(true);
	});

	it.each([
		'{"a":^{"b":2}',
		'{"a":[^{"b":2}',
		'{"a": [ ^{"b":2}',
		'[{"a":1}:^{"b":2}',
		'[null,^{"b":2}',
		'["x" ^{"b":2}',
		'"x,^{"b":2}',
		'^{"b":2}',
	])('but not behind a name or among words: %s', (text) => {
		expect(beginsRecord(...marked(text))).toBe(false);
	});
});

it.each([
	['{"a":1}^ , [ {"b":2}', 12],
	['{"a":1}^{"b":2}', 7],
	['{"a":1 x^]],[{"b":2}', 12],
])('the marks before a record begin at the ^ of %j', (text, start) => {
	const [plain, end] = marked(text);
	expect(withoutMarks(plain, start)).toBe(end);
});

it('where no record follows, no marks do', () => {
	expect(withoutMarks('{"a":1},', Infinity)).toBe(Infinity);
});
