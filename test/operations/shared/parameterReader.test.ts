import type { IExecuteFunctions } from 'n8n-workflow';

import { ParameterReader } from '../../../nodes/CascadeMessaging/operations/shared/parameterReader';
import { fakeContext } from '../support/fakeContext';
import { refusalOf } from '../support/refusalOf';

const parameters = { fixed: { rows: ['a', null] }, text: '={{ $json.x }}', deep: { rows: [{ a: '={{ 1 }}', b: 'fixed' }] } };

function reader(): { reader: ParameterReader; asked: string[] } {
	const asked: string[] = [];
	const context = {
		getNode: () => ({ parameters }),
		getNodeParameter: (name: string, item: number) => {
			asked.push(`${name} ${item}`);
			return { name, item };
		},
	};
	return { reader: new ParameterReader(context as unknown as IExecuteFunctions), asked };
}

it('reads a parameter without expressions once', () => {
	const { reader: read, asked } = reader();

	expect(read.read('fixed', 0)).toBe(read.read('fixed', 1));
	expect(asked).toEqual(['fixed 0']);
});

it.each(['text', 'deep'])('reads a parameter with an expression (%s) for each item', (name) => {
	const { reader: read, asked } = reader();

	expect(read.read(name, 0)).toEqual({ name, item: 0 });
	expect(read.read(name, 1)).toEqual({ name, item: 1 });
	expect(asked).toEqual([`${name} 0`, `${name} 1`]);
});

it('gives the value beside what was typed', () => {
	expect(reader().reader.given('text', 3)).toMatchObject({ value: { name: 'text', item: 3 }, typed: '={{ $json.x }}' });
	expect(reader().reader.given('missing', 3).typed).toBeUndefined();
});

it('gives the default where nothing is set', () => {
	expect(new ParameterReader(fakeContext().context).read('options', 0, {})).toEqual({});
});

it('gives what a placeholder gives for an item', () => {
	expect(new ParameterReader(fakeContext().context).evaluate('{{ x }}', 3)).toBe('{{ x }} of item 3');
});

it('what an expression throws is no fault of the node: a value that cannot be read', () => {
	const stumble = (): never => {
		throw new TypeError('x is undefined');
	};
	const { context } = fakeContext({ parameters: { text: stumble } });
	const stumbling = new ParameterReader({ ...context, evaluateExpression: stumble });
	const refusal = { code: 'valueNotReadable', message: 'x is undefined' };

	expect(refusalOf(() => stumbling.read('text', 0))).toEqual(refusal);
	expect(refusalOf(() => stumbling.given('text', 0))).toEqual(refusal);
	expect(refusalOf(() => stumbling.evaluate('{{ x }}', 0))).toEqual(refusal);
});
