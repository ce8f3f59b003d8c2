import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import type { Failure } from '../../../nodes/CascadeMessaging/operations/shared/failure';
import { unreadable } from '../../../nodes/CascadeMessaging/operations/shared/failure';
import type { Line } from '../../../nodes/CascadeMessaging/operations/shared/lines';
import { operation } from '../../../nodes/CascadeMessaging/operations/shared/operation';
import type { FakeNode } from '../support/fakeContext';
import { fakeContext } from '../support/fakeContext';

interface MadeUp extends Failure {
	readonly outcome: 'nothingDone' | 'half';
}

const option = { name: 'Make Up', value: 'makeUp' };

async function run(
	execute: (context: IExecuteFunctions) => Promise<Line<MadeUp>[]>,
	fake: FakeNode,
): Promise<{ output: INodeExecutionData[][]; logged: string[] }> {
	const { context, logged } = fakeContext(fake);
	const madeUp = operation<MadeUp>({
		option,
		fields: [],
		execute,
		telling: {
			fromReading: (failure) => ({ ...failure, outcome: 'nothingDone' }),
			besideError: () => ({}),
			describeStop: ({ length }) => [`${length} failed.`],
		},
	});
	return { output: await madeUp.run(context), logged };
}

const CONTINUE: FakeNode = { items: 2, node: { onError: 'continueErrorOutput' } };
const fault = new TypeError('x is undefined');

it('shows what it is to the interface, and runs', async () => {
	const parts = operation({
		...{ option, fields: [], outputs: { by: 'split', names: ['A'] } },
		execute: async () => [],
		telling: { fromReading: (failure: Failure) => failure, besideError: () => ({}), describeStop: () => [] },
	});
	expect(parts).toEqual({ run: parts.run, option, fields: [], outputs: { by: 'split', names: ['A'] } });
	expect((await run(async () => [{ item: 1, json: { done: true } }], {})).output).toEqual([
		[{ json: { done: true }, pairedItem: { item: 1 } }],
	]);
});

it('what it tells of a failure is told', async () => {
	const { output } = await run(async () => [{ item: 0, failure: { code: 'x', message: 'No.', outcome: 'half' } }], CONTINUE);
	expect(output).toEqual([[{ json: { error: { message: 'No.', code: 'x', outcome: 'half' } }, pairedItem: { item: 0 } }]]);
});

describe('an error before anything is done', () => {
	const throws = (error: Error) => async (): Promise<never> => await Promise.reject(error);

	it('is a failure of every item in “continue” modes, in its words', async () => {
		const { output } = await run(throws(unreadable('valueNotReadable', 'Timeout', 'No.')), CONTINUE);
		const error = { message: 'No.', code: 'valueNotReadable', field: 'Timeout', outcome: 'nothingDone' };
		expect(output).toEqual([
			[
				{ json: { error }, pairedItem: { item: 0 } },
				{ json: { error }, pairedItem: { item: 1 } },
			],
		]);
	});

	it('ends the run with On Error “stop”, at the first item', async () => {
		await expect(run(throws(unreadable('valueNotReadable', 'Timeout', 'No.')), { items: 2 })).rejects.toMatchObject({
			name: 'NodeOperationError',
			message: 'No.',
			description: '2 failed.',
			context: { itemIndex: 0 },
		});
	});

	it('of n8n’s own is handed on as it is with On Error “stop”', async () => {
		const error = new NodeOperationError(fakeContext().context.getNode(), 'No credentials', { description: 'Choose one.' });
		await expect(run(throws(error), {})).rejects.toBe(error);
		expect((await run(throws(error), CONTINUE)).output[0]?.[1]?.json).toMatchObject({
			error: { code: 'credentialNotUsable', message: 'No credentials. Choose one.' },
		});
	});
});

describe('a fault of the node itself', () => {
	const WORDS = "This is a fault of the node itself. Please report it, with what n8n's log says: TypeError: x is undefined";
	const stumble = async (): Promise<never> => await Promise.reject(fault);

	it('throws nothing in “continue” modes: it is a failure of every item, and stands in the log once', async () => {
		const { output, logged } = await run(stumble, CONTINUE);
		expect(output[0]?.map(({ json }) => json)).toEqual(
			Array(2).fill({ error: { message: WORDS, code: 'nodeFault', outcome: 'nothingDone' } }),
		);
		expect(logged).toEqual([expect.stringContaining('at ')]);
	});

	it('is the cause of the error that ends the run with On Error “stop”', async () => {
		await expect(run(stumble, {})).rejects.toMatchObject({ name: 'NodeOperationError', message: WORDS, cause: fault });
	});
});
