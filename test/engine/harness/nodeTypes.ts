import type { IExecuteFunctions, INodeType, INodeTypes, NodeOutput } from 'n8n-workflow';
import { NodeConnectionTypes, UserError } from 'n8n-workflow';

/** Hands out the items a run starts with, as a trigger does that was given data. */
const start: INodeType = {
	description: {
		displayName: 'Start',
		name: 'start',
		group: ['trigger'],
		version: 1,
		description: 'Hands out items',
		defaults: { name: 'Start' },
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		properties: [],
	},
	trigger: () => Promise.resolve({}),
};

/** What the calls of a node's `execute` came to. */
export interface Calls {
	count: number;
	thrown: unknown[];
}

/** The same node, with its calls written down. */
function watched(node: INodeType, calls: Calls): INodeType {
	async function execute(this: IExecuteFunctions): Promise<NodeOutput> {
		calls.count += 1;
		try {
			return (await node.execute?.call(this)) ?? null;
		} catch (thrown) {
			calls.thrown.push(thrown);
			throw thrown;
		}
	}
	return Object.defineProperty(Object.create(node) as INodeType, 'execute', { value: execute });
}

/** The two node types of a test workflow: the start node and the node under test, under their full type names. */
export function nodeTypesFor(node: INodeType, calls: Calls): INodeTypes & { startType: string; nodeType: string } {
	const nodeType = `n8n-nodes-cascade-messaging.${node.description.name}`;
	const types = new Map([
		['test.start', start],
		[nodeType, watched(node, calls)],
	]);
	const byName = (name: string): INodeType => {
		const type = types.get(name);
		if (type === undefined) throw new UserError(`Unknown node type ${name}`);
		return type;
	};
	return { startType: 'test.start', nodeType, getByName: byName, getByNameAndVersion: byName, getKnownTypes: () => ({}) };
}
