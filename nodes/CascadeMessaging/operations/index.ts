import { NodeOperationError } from 'n8n-workflow';
import type { IExecuteFunctions, INodeExecutionData, INodeProperties } from 'n8n-workflow';

import { getStatus } from './message/getStatus';
import { toFailure } from './shared/itemLoop';
import type { Line } from './shared/lines';
import type { Operation } from './shared/operation';
import { toOutput } from './shared/output';
import { send } from './message/send';
import { track } from './message/track';

interface Resource {
	readonly title: string;
	readonly firstChoice: string;
	readonly operations: Readonly<Record<string, Operation>>;
}

const RESOURCES: Readonly<Record<string, Resource>> = {
	message: { title: 'Message', firstChoice: 'send', operations: { send, getStatus, track } },
};

/** The parameter that chooses what to work with. */
export const resourceField: INodeProperties = {
	displayName: 'Resource',
	name: 'resource',
	type: 'options',
	noDataExpression: true,
	options: Object.entries(RESOURCES).map(([value, { title }]) => ({ name: title, value })),
	default: 'message',
};

/** The parameters that choose what to do, one for each resource. */
export const operationFields: INodeProperties[] = Object.entries(RESOURCES).map(
	([resource, { operations, firstChoice }]) => ({
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: [resource] } },
		options: Object.values(operations).map(({ option }) => option),
		default: firstChoice,
	}),
);

/** The parameters of all operations, each shown for its own resource and operation. */
export const fieldsOfAllOperations: INodeProperties[] = Object.entries(RESOURCES).flatMap(([resource, { operations }]) =>
	Object.values(operations).flatMap(({ option, fields }) =>
		fields.map((field) => ({
			...field,
			displayOptions: { show: { ...field.displayOptions?.show, resource: [resource], operation: [option.value] } },
		})),
	),
);

/** Runs the chosen operation. What goes wrong before anything is sent becomes a failure of every item it concerns. */
export async function runOperation(context: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const operation = chosenOperation(context);
	return toOutput(context, operation.telling, await linesOf(context, operation));
}

type Runnable = Pick<Operation, 'execute' | 'telling'>;

async function linesOf(context: IExecuteFunctions, { execute }: Runnable): Promise<Line[]> {
	try {
		return await execute(context);
	} catch (error) {
		if (error instanceof NodeOperationError && !context.continueOnFail()) {
			throw new NodeOperationError(context.getNode(), error);
		}
		return context.getInputData().map((_, item) => ({ item, failure: toFailure(error) }));
	}
}

function chosenOperation(context: IExecuteFunctions): Runnable {
	const resource = context.getNodeParameter('resource', 0);
	const operation = context.getNodeParameter('operation', 0);
	return RESOURCES[resource]?.operations[operation] ?? noOperation(`This node has no operation "${operation}" for "${resource}"`);
}

/** In "continue" modes nothing may throw: n8n would send the input down the success branch. */
function noOperation(message: string): Runnable {
	return {
		execute: async (context) => await Promise.reject(new NodeOperationError(context.getNode(), message)),
		telling: { isSending: false, besideError: () => ({}), describeStop: () => [] },
	};
}
