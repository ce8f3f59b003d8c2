import { takeJsonApart } from '../../../nodes/CascadeMessaging/protocol/codecs/jsonList';
import type { Apart } from '../../../nodes/CascadeMessaging/protocol/codecs/pieces';

const apart = (list: string): Apart | undefined => takeJsonApart(`{"message":${list}}`, 'message');

const FIRST = { id_message: '501', phone: '79000000001' };
const SECOND = { id_message: '502', phone: '79000000002' };
const ONE = JSON.stringify(FIRST);
const TWO = JSON.stringify(SECOND);
const one = { value: FIRST };
const two = { value: SECOND };
const BROKEN = '{"id_message":"503","error":"a "b""}';

const ALL = { isEnded: true, isOrdered: true };

describe('a list is taken apart into its records', () => {
	it.each([
		['a message with two recipients, and one with none', `[[${ONE},${TWO}],[]]`, [{ inside: [one, two] }, { inside: [] }]],
		['messages that are none but records', `[${ONE},${TWO}]`, [one, two]],
		['a record that stands alone', ONE, [one]],
		['both', `[[${ONE}],${TWO}]`, [{ inside: [one] }, two]],
		['as PHP writes lists with gaps', `{"0":{"2":${ONE},"10":${TWO}},"12": [${ONE}] }`, [{ inside: [one, two] }, { inside: [one] }]],
		['without commas, or with too many', `[ [,${ONE}${TWO},,] ,]`, [{ inside: [one, two] }]],
		[
			'values that are no records',
			`[["ok",-1.5e3,null,${ONE},"",NaN]]`,
			[{ inside: [{ value: 'ok' }, { value: '-1.5e3' }, { value: null }, one, { value: '' }, { value: null }] }],
		],
		['a value behind a blank', `["a b" ,12 ]`, [{ value: 'a b' }, { value: 12 }]],
	])('%s', (_, list, entries) => {
		expect(apart(list)).toEqual({ entries, ...ALL });
	});

	it('whatever name it has', () => {
		expect(takeJsonApart(`<br>{'state' : [${ONE}],}`, 'state')).toEqual({ entries: [one], ...ALL });
		expect(takeJsonApart(`{"state":[${ONE}]}`, 'message')).toBeUndefined();
		expect(takeJsonApart('{"message":"x"}', 'message')).toBeUndefined();
	});

	it('also several, as one', () => {
		expect(takeJsonApart(`{"message":[[${ONE}]]}{"message":[${TWO}]}`, 'message')).toEqual({ entries: [{ inside: [one] }, two], ...ALL });
	});

	it('without lines that are comments, but with what looks like one within a text', () => {
		const value = { ...FIRST, error: 'See http://x.ru' };
		expect(apart(`[\n//${TWO}\n\t\t // ${TWO}\n${JSON.stringify(value)},\n]`)).toEqual({ entries: [{ value }], ...ALL });
	});
});

describe('what cannot be read keeps its place', () => {
	it.each([
		['a record', `[[${ONE},${BROKEN},${TWO}]]`, [{ inside: [one, { unreadable: BROKEN }, two] }]],
		['the last one', `[[${ONE},${BROKEN} ] ]`, [{ inside: [one, { unreadable: BROKEN }] }]],
	])('%s', (_, list, entries) => {
		expect(apart(list)).toEqual({ entries, ...ALL });
	});

	it('a brace in single quotes ends no record', () => {
		const value = { id_message: '503', error: '{' };
		expect(apart(`[[{'id_message':'503','error':'{'},${ONE}]]`)).toEqual({ entries: [{ inside: [{ value }, one] }], ...ALL });
	});
});

describe('places do not count', () => {
	it.each([
		['where a record has no end of its own', `[[{"id_message":"503",${ONE}]]`, [{ inside: [{ unreadable: '{"id_message":"503"' }, one] }]],
		['where something stands between records', `[[${ONE},x: 5,${TWO}]]`, [{ inside: [one, two] }]],
		['where a text is no value', `[[${ONE},"a"b",${TWO}]]`, [{ inside: [one, two] }]],
		['where a word is no value', `[[${ONE},a "5",${TWO}]]`, [{ inside: [one, two] }]],
		['in lists within messages', `[[[${ONE}],${TWO}],[${ONE}]]`, [{ inside: [one, two] }, { inside: [one] }]],
		['where a list ends as an object does', `[[${ONE}}],[${TWO}]]`, [{ inside: [one] }, { inside: [two] }]],
	])('%s', (_, list, entries) => {
		expect(apart(list)).toMatchObject({ entries, isOrdered: false });
	});

	it('where they do not in one of several lists', () => {
		const text = `{"message":[x: 5,${ONE}]}{"message":[${TWO}]}`;
		expect(takeJsonApart(text, 'message')).toEqual({ entries: [one, two], isEnded: true, isOrdered: false });
	});
});

describe('a list without end', () => {
	it.each([
		['behind a record', `{"message":[[${ONE},`, [{ inside: [one] }]],
		['within one', `{"message":[[${ONE},{"id_message":"50`, [{ inside: [one, { unreadable: '{"id_message":"50' }] }]],
		['within one that stands alone', '{"message":{"id_message":"50', [{ unreadable: '{"id_message":"50' }]],
		['within a value', `{"message":[[${ONE},12`, [{ inside: [one] }]],
		['at once', '{"message":[', []],
	])('is told as such: %s', (_, text, entries) => {
		expect(takeJsonApart(text, 'message')).toMatchObject({ entries, isEnded: false });
	});

	it('is none where the last record came whole', () => {
		expect(takeJsonApart(`{"message":${ONE}`, 'message')).toEqual({ entries: [one], ...ALL });
		const entries = [{ value: { id_message: '501', error: '}{' } }];
		expect(takeJsonApart("{'message':{'id_message':'501','error':'}{'}", 'message')).toEqual({ entries, ...ALL });
		expect(takeJsonApart("{'message':{'id_message':'501','error':'}{'}/**/", 'message')).toEqual({ entries, ...ALL });
	});
});

describe('so that hostile answers take no longer', () => {
	/** A record in which something looks like the next one. */
	const NESTED = '{"id_message":"501","x":[{"a":1},{"b":2}]}';
	const nested = { value: { id_message: '501', x: [{ a: 1 }, { b: 2 }] } };
	const HALF = { unreadable: '{"id_message":"501","x":[{"a":1}' };
	const inVain = (count: number): string => `{"x":"a" ${'b'.repeat(5000)}"},`.repeat(count);

	it('the end of a record is looked for within 5,000 characters, else it is where the next one begins', () => {
		const long = `{"x":"${'x'.repeat(5000)}",${NESTED.slice(1)}`;
		expect(apart(`[${NESTED}]`)?.entries).toEqual([nested]);
		expect(apart(`[${long}]`)?.entries.at(0)).toEqual({ unreadable: long.slice(0, long.indexOf(',{"b"')) });
	});

	it('no more than a million characters are read in vain, and IDs are kept all the same', () => {
		expect(apart(`[${inVain(100)}${NESTED}]`)?.entries.slice(100)).toEqual([nested]);
		expect(apart(`[${inVain(300)}${NESTED}]`)?.entries.at(300)).toEqual(HALF);
	});
});
