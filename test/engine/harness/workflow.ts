import type { IDataObject, INode, INodeExecutionData, IWorkflowBase } from 'n8n-workflow';
import { NodeConnectionTypes, Workflow } from 'n8n-workflow';

import { type Calls, nodeTypesFor } from './nodeTypes';
import type { NodeOnCanvas } from './types';

export interface TestWorkflow {
	workflow: Workflow;
	stored: IWorkflowBase;
	start: INode;
	tested: INode;
}

/** Start → node under test, as the editor would have saved it. */
export function workflowFor(canvas: NodeOnCanvas, calls: Calls): TestWorkflow {
	const nodeTypes = nodeTypesFor(canvas.node, calls);
	const { id = 'w1', name = 'Test workflow', active = false, staticData } = canvas.workflow ?? {};
	const start: INode = { id: 'n1', name: 'Start', type: nodeTypes.startType, typeVersion: 1, position: [0, 0], parameters: {} };
	const tested = testedNode(canvas, nodeTypes.nodeType);
	const settings = {
		executionOrder: 'v1' as const,
		...canvas.settings,
		...(canvas.timezone === undefined ? {} : { timezone: canvas.timezone }),
	};
	const stored: IWorkflowBase = {
		id,
		name,
		active,
		activeVersionId: null,
		isArchived: false,
		createdAt: new Date(0),
		updatedAt: new Date(0),
		nodes: [start, tested],
		connections: { [start.name]: { main: [[{ node: tested.name, type: NodeConnectionTypes.Main, index: 0 }]] } },
		settings,
		...(staticData === undefined ? {} : { staticData }),
	};
	return { workflow: new Workflow({ ...stored, nodeTypes }), stored, start, tested };
}

function testedNode(canvas: NodeOnCanvas, type: string): INode {
	const { node, retryOnFail, maxTries, waitBetweenTries = 1, onError = 'stopWorkflow', alwaysOutputData, executeOnce } = canvas;
	const { version, defaultVersion, defaults, displayName } = node.description;
	const { typeVersion = defaultVersion ?? (Array.isArray(version) ? Math.max(...version) : version) } = canvas;
	const saved = (canvas.credentials ?? []).map(({ type: { name } }) => [name, { id: name, name }]);
	return {
		id: 'n2',
		name: defaults.name ?? displayName,
		type,
		typeVersion,
		position: [200, 0],
		// Tests look at all that is told, unless they say otherwise.
		parameters: structuredClone({ ...(hasSimplify(node) && { simplify: false }), ...canvas.parameters }),
		onError,
		waitBetweenTries,
		...(retryOnFail === undefined ? {} : { retryOnFail }),
		...(maxTries === undefined ? {} : { maxTries }),
		...(alwaysOutputData === undefined ? {} : { alwaysOutputData }),
		...(executeOnce === undefined ? {} : { executeOnce }),
		...(saved.length === 0 ? {} : { credentials: Object.fromEntries(saved) as NonNullable<INode['credentials']> }),
	};
}

function hasSimplify({ description }: NodeOnCanvas['node']): boolean {
	return description.properties.some(({ name }) => name === 'simplify');
}

/** Bare objects become items, items stay what they are. */
export function asItems(given: NodeOnCanvas['items']): INodeExecutionData[] {
	const isItem = (item: IDataObject | INodeExecutionData): item is INodeExecutionData =>
		typeof item.json === 'object' && item.json !== null && !Array.isArray(item.json);
	return (given ?? [{}]).map((item) => (isItem(item) ? item : { json: item }));
}
