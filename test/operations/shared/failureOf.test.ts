import type { INode } from 'n8n-workflow';
import { ExpressionError, NodeApiError, NodeOperationError, UserError } from 'n8n-workflow';

import { ItemError, unreadable } from '../../../nodes/CascadeMessaging/operations/shared/failure';
import { failureOf, isNodeFault, notGiven } from '../../../nodes/CascadeMessaging/operations/shared/failureOf';
import { ProtocolError } from '../../../nodes/CascadeMessaging/protocol';
import { TransportError } from '../../../nodes/CascadeMessaging/transport/transportError';
import { fakeContext } from '../support/fakeContext';

const node: INode = { id: '1', name: 'Send', type: 'cascadeMessaging', typeVersion: 1, position: [0, 0], parameters: {} };

/** What an error means, and what of it is written to n8n's log. */
function told(error: unknown, redact?: (text: string) => string): { failure: unknown; logged: string[] } {
	const { context, logged } = fakeContext();
	return { failure: failureOf(error, context, redact), logged };
}

describe('an error thrown on purpose', () => {
	it.each([
		[unreadable('valueNotReadable', 'Timeout', 'No.'), { code: 'valueNotReadable', field: 'Timeout', message: 'No.' }],
		[new ProtocolError('notJson', 'Not JSON.'), { code: 'notJson', message: 'Not JSON.' }],
		[new TransportError('timedOut', 'Late.', { mayHaveArrived: true, isPassing: true }), { code: 'timedOut', message: 'Late.' }],
	])('says itself what it means: %p', (error, failure) => {
		expect(told(error)).toEqual({ failure, logged: [] });
		expect(isNodeFault(error)).toBe(false);
	});

	it('has the code and the words of its failure', () => {
		expect(unreadable('textBroken', 'SMS Text', 'Broken.')).toMatchObject({ name: 'ItemError', code: 'textBroken', message: 'Broken.' });
	});
});

describe('an error of n8n', () => {
	it.each([
		[new NodeOperationError(node, 'No credentials', { description: 'Choose one.' }), 'credentialNotUsable', 'No credentials. Choose one.'],
		[new NodeOperationError(node, 'No credentials'), 'credentialNotUsable', 'No credentials'],
		[new NodeApiError(node, {}, { message: 'Refused', description: 'Look.' }), 'valueNotReadable', 'Refused. Look.'],
		[new ExpressionError('invalid syntax', { description: 'Not told.' }), 'valueNotReadable', 'invalid syntax'],
		[new UserError('Could not get parameter'), 'valueNotReadable', 'Could not get parameter'],
		[Object.assign(new Error('of an older n8n'), { level: 'error', tags: {} }), 'valueNotReadable', 'of an older n8n'],
	])('is for the user to mend: %p', (error, code, message) => {
		expect(told(error)).toEqual({ failure: { code, message }, logged: [] });
		expect(isNodeFault(error)).toBe(false);
	});
});

describe('any other error', () => {
	const FAULT = "This is a fault of the node itself. Please report it, with what n8n's log says: ";

	it('is a fault of the node itself, and its stack is logged', () => {
		const fault = new TypeError('x is undefined.');
		const { failure, logged } = told(fault);

		expect(failure).toEqual({ code: 'nodeFault', message: `${FAULT}TypeError: x is undefined.` });
		expect(logged).toEqual([`A fault of the Cascade Messaging nodes: ${fault.stack ?? ''}`]);
		expect(logged[0]).toContain('failureOf.test.ts');
		expect(isNodeFault(fault)).toBe(true);
	});

	it.each([
		['text', 'text'],
		[undefined, 'undefined'],
		[Object.assign(new Error('without a stack'), { stack: undefined }), 'Error: without a stack'],
		[{ level: 'error', tags: {}, toString: (): string => 'no error' }, 'no error'],
		[Object.assign(new Error('half'), { level: 'error', stack: undefined }), 'Error: half'],
		[Object.assign(new Error('half'), { tags: {}, stack: undefined }), 'Error: half'],
	])('be it what it may: %p', (thrown, words) => {
		expect(told(thrown)).toEqual({
			failure: { code: 'nodeFault', message: `${FAULT}${words}` },
			logged: [`A fault of the Cascade Messaging nodes: ${words}`],
		});
		expect(isNodeFault(thrown)).toBe(true);
	});

	it('tells and logs no secrets', () => {
		const { failure, logged } = told(new Error('hunter2 is no number'), (text) => text.replaceAll('hunter2', '***'));

		expect(failure).toMatchObject({ message: `${FAULT}Error: *** is no number` });
		expect(logged[0]).toMatch(/\*\*\* is no number\n/);
		expect(logged[0]).not.toContain('hunter2');
	});
});

describe('a parameter n8n cannot give', () => {
	it.each([
		[new ExpressionError('invalid syntax'), 'invalid syntax'],
		[new TypeError('thrown by the expression'), 'thrown by the expression'],
		[new NodeOperationError(node, 'No.', { description: 'Mend it.' }), 'No.. Mend it.'],
		['text', 'The parameters of this item cannot be read.'],
	])('is for the user to mend, whatever was thrown: %p', (thrown, message) => {
		const error = notGiven(thrown);
		expect(error).toBeInstanceOf(ItemError);
		expect(error.failure).toEqual({ code: 'valueNotReadable', message });
	});
});
