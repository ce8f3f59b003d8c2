import { NodeOperationError } from 'n8n-workflow';
import type { IExecuteFunctions, INodeExecutionData, INodeProperties } from 'n8n-workflow';

import { getStatus } from './getStatus';
import { toFailure } from './itemLoop';
import { toOutput } from './lines';
import type { Line } from './lines';
import type { Operation } from './operation';
import { send } from './send';
import { track } from './track';

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
	return toOutput(context, await linesOf(context));
}

async function linesOf(context: IExecuteFunctions): Promise<Line[]> {
	try {
		return await chosenOperation(context).execute(context);
	} catch (error) {
		if (error instanceof NodeOperationError && !context.continueOnFail()) {
			throw new NodeOperationError(context.getNode(), error);
		}
		return context.getInputData().map((_, item) => ({ item, failure: toFailure(error) }));
	}
}

function chosenOperation(context: IExecuteFunctions): Operation {
	const resource = context.getNodeParameter('resource', 0);
	const operation = context.getNodeParameter('operation', 0);
	const chosen = RESOURCES[resource]?.operations[operation];
	if (chosen !== undefined) return chosen;
	throw new NodeOperationError(context.getNode(), `This node has no operation "${operation}" for "${resource}"`);
}
