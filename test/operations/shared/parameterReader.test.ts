import type { IExecuteFunctions } from 'n8n-workflow';

import { ParameterReader } from '../../../nodes/CascadeMessaging/operations/shared/parameterReader';
import { fakeContext } from '../support/fakeContext';
import { refusalOf } from '../support/refusalOf';

const parameters = {
	fixed: { rows: ['a', null] },
	short: '=Hi {{ $json.name }}',
	asked: '={{ 4 / 2 }}',
	deep: { rows: [{ a: '={{ 4 / 2 }}', b: 'fixed', c: ['=Hi {{ $json.name }}'] }] },
	sibling: { a: '={{ $parameter["&b"] }}', b: 'fixed' },
	odd: { 'a b': '={{ $json.name }}' },
};
const ITEMS = [{ json: { name: 'Anna' } }, { json: { name: 'Boris', friends: [] } }];

interface Setting {
	readonly typed?: Readonly<Record<string, unknown>>;
	/** What n8n gives for a parameter. */
	readonly give?: (path: string, item: number) => unknown;
	/** What n8n gives for codes of its own. */
	readonly evaluate?: (source: string, item: number) => unknown;
}

/** A reader of parameters, and all that n8n is asked by it. */
function reader({ typed = parameters, give = (path, item) => ({ path, item }), evaluate }: Setting = {}): {
	reader: ParameterReader;
	asked: string[];
} {
	const asked: string[] = [];
	const noting = (answer: (what: string, item: number) => unknown) => (what: string, item: number) => {
		asked.push(`${what} ${item}`);
		return answer(what, item);
	};
	const context = {
		getNode: () => ({ parameters: typed }),
		getInputData: () => ITEMS,
		getNodeParameter: noting(give),
		evaluateExpression: noting(evaluate ?? (() => undefined)),
	};
	return { reader: new ParameterReader(context as unknown as IExecuteFunctions), asked };
}

it('reads a parameter without expressions once', () => {
	const { reader: read, asked } = reader();

	expect(read.read('fixed', 0)).toBe(read.read('fixed', 1));
	expect(asked).toEqual(['fixed 0']);
});

it('reads a simple expression without asking n8n', () => {
	const { reader: read, asked } = reader();

	expect([read.read('short', 0), read.read('short', 1)]).toEqual(['Hi Anna', 'Hi Boris']);
	expect(asked).toEqual([]);
});

it('asks n8n for each item where it must, and once where the same item is read again', () => {
	const { reader: read, asked } = reader();

	expect(read.read('asked', 0)).toEqual({ path: 'asked', item: 0 });
	expect(read.read('asked', 1)).toEqual({ path: 'asked', item: 1 });
	expect(read.read('asked', 1)).toEqual({ path: 'asked', item: 1 });
	expect(asked).toEqual(['asked 0', 'asked 1']);
});

it('asks n8n only for the part of a parameter that it must', () => {
	const { reader: read, asked } = reader();

	const a = { path: 'deep.rows[0].a', item: 1 };
	expect(read.read('deep', 1)).toEqual({ rows: [{ a, b: 'fixed', c: ['Hi Boris'] }] });
	expect(asked).toEqual(['deep.rows[0].a 1']);
});

it.each(['sibling', 'odd'])('asks n8n for a parameter as a whole where its parts cannot be had one by one (%s)', (name) => {
	const { reader: read, asked } = reader();

	expect(read.read(name, 0)).toEqual({ path: name, item: 0 });
	expect(asked).toEqual([`${name} 0`]);
});

it('writes out the date in a field as n8n does in a parameter with fields, and leaves one alone as it is', () => {
	const date = { isLuxonDateTime: true, toString: () => '2026-12-01T10:00:00.000Z' };
	const { reader: read } = reader({ give: () => date });

	expect(read.read('deep', 0)).toMatchObject({ rows: [{ a: '2026-12-01T10:00:00.000Z' }] });
	expect(read.read('asked', 0)).toBe(date);
});

describe('several codes n8n must be asked for', () => {
	const typed = { phone: '={{ $json.name.at(0) }}', text: '=Hi {{ $json.name.trim() }}!', data: { rows: ['={{ $now.year }}'] } };
	const joint = '{{ [( $json.name.at(0) ), ( $json.name.trim() ), ( $now.year )] }}';

	it('are asked at once for an item', () => {
		const { reader: read, asked } = reader({ typed, evaluate: (_, item) => [item, 'Anna', 2026] });

		expect(['phone', 'text', 'data'].map((name) => read.read(name, 1))).toEqual([1, 'Hi Anna!', { rows: [2026] }]);
		expect(asked).toEqual([`${joint} 1`]);
	});

	it.each([
		['throws', (): unknown => JSON.parse('')],
		['gives nothing', () => undefined],
		['gives another number of values', () => [1, 2]],
	])('are asked one by one where that %s', (_, evaluate) => {
		const { reader: read, asked } = reader({ typed, evaluate });

		expect(read.read('text', 0)).toEqual({ path: 'text', item: 0 });
		expect(read.read('phone', 0)).toEqual({ path: 'phone', item: 0 });
		expect(asked).toEqual([`${joint} 0`, 'text 0', 'phone 0']);
	});

	it.each([[null], [undefined], [0], [-0], [NaN], [{}], [[]], ['a\0']])('are asked alone where they give %j', (value) => {
		const { reader: read, asked } = reader({ typed, evaluate: () => ['x', value, 'x'] });

		expect(read.read('text', 0)).toEqual({ path: 'text', item: 0 });
		expect(read.read('phone', 0)).toBe('x');
		expect(asked).toEqual([`${joint} 0`, 'text 0']);
	});
});

it('gives the value beside what was typed', () => {
	expect(reader().reader.given('asked', 3)).toMatchObject({ value: { path: 'asked', item: 3 }, typed: '={{ 4 / 2 }}' });
	expect(reader().reader.given('missing', 3).typed).toBeUndefined();
});

it('gives the default where nothing is set', () => {
	expect(new ParameterReader(fakeContext().context).read('options', 0, {})).toEqual({});
});

it('gives what a placeholder gives for an item, and asks n8n only where it must', () => {
	const { reader: read, asked } = reader({ evaluate: () => 'from n8n' });

	expect([read.evaluate('{{ $json.name }}', 1), read.evaluate('{{ $now }}', 1)]).toEqual(['Boris', 'from n8n']);
	expect(asked).toEqual(['{{ $now }} 1']);
});

it('what an expression throws is no fault of the node: a value that cannot be read', () => {
	const stumble = (): never => {
		throw new TypeError('x is undefined');
	};
	const { reader: stumbling } = reader({ give: stumble, evaluate: stumble });
	const refusal = { code: 'valueNotReadable', message: 'x is undefined' };

	expect(refusalOf(() => stumbling.read('asked', 0))).toEqual(refusal);
	expect(refusalOf(() => stumbling.given('deep', 0))).toEqual(refusal);
	expect(refusalOf(() => stumbling.evaluate('{{ x }}', 0))).toEqual(refusal);
});
