import type { IExecuteFunctions, INodeExecutionData, INodeProperties, INodePropertyOptions, INodeTypeDescription } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import { getBalance, getSenders } from './account';
import { tellingAgents } from './asTool';
import { getContactLists, getContacts, removeContacts, saveContacts } from './contactList';
import { getStatus } from './message/getStatus';
import { preview } from './message/preview';
import { send } from './message/send';
import { sendToList } from './message/sendToList';
import { track } from './message/track';
import { lookUp } from './phone';
import { newerGatewayNotice } from './shared/newerGateway';
import type { Operation } from './shared/operation';
import { runOn } from './shared/operation';
import { addToStopList, getStopList, removeFromStopList } from './stopList';

/** A resource of the node and its operations; the first operation is the default. */
export interface Resource {
	readonly option: INodePropertyOptions;
	/** Whether older gateways do not have it. */
	readonly isNewer?: true;
	readonly operations: readonly Operation[];
}

/** The table of resources and operations: a further operation is a folder of its own and an entry in a row here. */
const RESOURCES: readonly Resource[] = [
	{ option: { name: 'Message', value: 'message' }, operations: [send, sendToList, preview, getStatus, track] },
	{ option: { name: 'Account', value: 'account' }, isNewer: true, operations: [getBalance, getSenders] },
	{
		option: { name: 'Contact List', value: 'contactList' },
		isNewer: true,
		operations: [saveContacts, getContacts, getContactLists, removeContacts],
	},
	{ option: { name: 'Phone', value: 'phone' }, isNewer: true, operations: [lookUp] },
	{ option: { name: 'Stop List', value: 'stopList' }, isNewer: true, operations: [addToStopList, getStopList, removeFromStopList] },
];

/** All parameters of the node: the resource, the operation, and the fields of each operation, shown for it alone. */
export function propertiesOf(resources: readonly Resource[] = RESOURCES): INodeProperties[] {
	return [resourceField(resources), ...resources.map(operationField), ...noticeFields(resources), ...ownFields(resources)];
}

function resourceField(resources: readonly Resource[]): INodeProperties {
	const firstChoice = resources[0]?.option.value ?? '';
	return {
		displayName: 'Resource',
		name: 'resource',
		type: 'options',
		noDataExpression: true,
		options: resources.map(({ option }) => option),
		default: firstChoice,
	};
}

function operationField({ option, operations }: Resource): INodeProperties {
	const firstChoice = operations[0]?.option.value ?? '';
	return {
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: [option.value] } },
		options: operations.map((one) => one.option),
		default: firstChoice,
	};
}

function noticeFields(resources: readonly Resource[]): INodeProperties[] {
	const newer = resources.filter(({ isNewer }) => isNewer).map(({ option }) => option.value);
	return newer.length === 0 ? [] : [{ ...newerGatewayNotice, displayOptions: { show: { resource: newer } } }];
}

function ownFields(resources: readonly Resource[]): INodeProperties[] {
	return placesIn(resources).flatMap(({ resource, operation: { option, fields } }) =>
		fields.map((field) => ({
			...field,
			displayOptions: { show: { ...field.displayOptions?.show, resource: [resource], operation: [option.value] } },
		})),
	);
}

/**
 * n8n's expression for the outputs of the node: several when an operation is split, else one. It does not test the resource, because n8n
 * saves no parameter that has its default; so the name of a split operation must be unique among all resources.
 */
export function outputsOf(resources: readonly Resource[] = RESOURCES): INodeTypeDescription['outputs'] {
	const cases = placesIn(resources).map(({ operation: { option, outputs } }) => {
		if (outputs === undefined) return '';
		const several = JSON.stringify(outputs.names.map((displayName) => ({ type: 'main', displayName })));
		return `$parameter.operation === "${String(option.value)}" && $parameter.${outputs.by} === true ? ${several} : `;
	});
	return `={{ ${cases.join('')}["main"] }}`;
}

interface PlaceInTable {
	readonly resource: string;
	readonly operation: Operation;
}

function placesIn(resources: readonly Resource[]): PlaceInTable[] {
	return resources.flatMap(({ option, operations }) => operations.map((one) => ({ resource: String(option.value), operation: one })));
}

/**
 * Runs the chosen operation on all input items, and returns the node's output.
 *
 * @throws {NodeOperationError} when On Error says stop and something failed.
 */
export async function runOperation(given: IExecuteFunctions, resources: readonly Resource[] = RESOURCES): Promise<INodeExecutionData[][]> {
	const context = tellingAgents(given);
	const resource = context.getNodeParameter('resource', 0);
	const chosen = context.getNodeParameter('operation', 0);
	const place = placesIn(resources).find((one) => one.resource === resource && one.operation.option.value === chosen);
	if (place !== undefined) return await place.operation.run(context);
	// In "continue" modes nothing may throw: n8n would send the input down the success branch.
	const message = `This node has no operation "${chosen}" for "${resource}"`;
	const execute = async (): Promise<never> => await Promise.reject(new NodeOperationError(context.getNode(), message));
	return await runOn(context, { execute, telling: { fromReading: (failure) => failure, besideError: () => ({}), describeStop: () => [] } });
}
