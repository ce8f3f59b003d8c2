import type { INode } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import type { Failure } from '../../../nodes/CascadeMessaging/operations/shared/failure';
import { stopError } from '../../../nodes/CascadeMessaging/operations/shared/stopError';
import type { Telling } from '../../../nodes/CascadeMessaging/operations/shared/telling';

const node: INode = { id: '1', name: 'Send', type: 'cascadeMessaging', typeVersion: 1, position: [0, 0], parameters: {} };
const telling: Telling<Failure> = {
	fromReading: (failure) => failure,
	besideError: () => ({}),
	describeStop: (failures, done) => [`Failed: ${failures.map(({ code }) => code).join(', ')}.`, `Done: ${done.length}.`],
};
const first: Failure = { code: 'a', message: 'The first.' };
const second: Failure = { code: 'b', message: 'The second.', field: 'Phone' };

it('names the first item that failed, says what the stop means, and holds all lines', () => {
	const error = stopError(
		node,
		telling,
		[
			{ item: 4, failure: first },
			{ item: 5, failure: second },
		],
		[{ item: 0, output: 1, json: { messageId: '7' } }],
	);

	expect(error).toBeInstanceOf(NodeOperationError);
	expect(error).toMatchObject({ message: 'The first.', description: 'Failed: a, b. Done: 1.', node });
	expect(error.context).toMatchObject({
		itemIndex: 4,
		data: {
			accepted: [{ item: 0, messageId: '7' }],
			failed: [
				{ item: 4, ...first },
				{ item: 5, ...second },
			],
		},
	});
});

it('has the programming error behind the first failure as its cause, and the words of the failure', () => {
	const fault = new TypeError('x is undefined');
	const error = stopError(node, telling, [{ item: 0, failure: first, cause: fault }], []);

	expect(error.cause).toBe(fault);
	expect(error.message).toBe('The first.');
	expect(error.context.data).toEqual({ accepted: [], failed: [{ item: 0, ...first }] });
});

it.each([[{}], [{ cause: 'thrown as text' }]])('has the words alone where nothing else is behind it: %j', (behind) => {
	const error = stopError(node, telling, [{ item: 0, failure: first, ...behind }], []);

	expect(error.message).toBe('The first.');
	expect(error.cause).toMatchObject({ message: 'The first.' });
});
