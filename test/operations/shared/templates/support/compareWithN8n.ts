import { createRequire } from 'node:module';

import fc from 'fast-check';
import type * as n8nWorkflow from 'n8n-workflow';

import { readerOf } from '../../../../../nodes/CascadeMessaging/operations/shared/templates/expressionReader';
import { JointQuestion } from '../../../../../nodes/CascadeMessaging/operations/shared/templates/jointQuestion';
import { ASK_N8N } from '../../../../../nodes/CascadeMessaging/operations/shared/templates/shortCode';
import { askingExpressions, expressions, items } from './generatedTemplates';

// A process of its own, because n8n has one engine in a process: compareWithN8n.ts ENGINE RUNS [FOLDER], where FOLDER has an n8n whose engine
// to take. Prints how many expressions were tried that we read ourselves, how many in a joint question, and where n8n says something else.
const [engine = 'legacy', runs = '500', folder = __dirname] = process.argv.slice(2);
const { Expression, Workflow } = createRequire(`${folder}/`)('n8n-workflow') as typeof n8nWorkflow;

interface Difference {
	readonly expression: string;
	readonly json: unknown;
	readonly ours: string;
	readonly n8n: string;
}

const NODE = { id: '1', name: 'Send', type: 'send', typeVersion: 1, position: [0, 0] as [number, number], parameters: {} };
const nodeTypes = {
	getByName: () => undefined,
	getByNameAndVersion: () => ({ description: { properties: [] } }),
	getKnownTypes: () => ({}),
} as unknown as n8nWorkflow.INodeTypes;
const workflow = new Workflow({ id: '1', nodes: [NODE], connections: {}, active: false, nodeTypes });

const count = { read: 0, readJointly: 0 };
const differences: Difference[] = [];

async function main(): Promise<void> {
	if (engine === 'vm' || engine === 'quickjs') {
		const limits = { bridgeTimeout: 5000, bridgeMemoryLimit: 128, poolSize: 1, maxCodeCacheSize: 1024 };
		await Expression.initExpressionEngine({ engine, ...limits });
	}
	if (engine !== 'legacy') await workflow.expression.acquireIsolate();
	const numRuns = Number(runs);
	fc.assert(fc.property(expressions, items, fc.nat(2), compare), { numRuns });
	fc.assert(fc.property(askingExpressions, items, fc.nat(2), compareJointly), { numRuns });
	console.log(JSON.stringify({ engine: Expression.getActiveImplementation(), ...count, differences: differences.slice(0, 5) }));
	process.exit();
}

function compare(expression: string, json: unknown, itemIndex: number): void {
	const ours = readerOf(expression)?.({ json, itemIndex }) ?? ASK_N8N;
	if (ours === ASK_N8N) return;
	count.read++;
	note({ expression, json, ours, n8n: resolveOr(expression, json, itemIndex) });
}

function compareJointly(all: readonly string[], json: unknown, itemIndex: number): void {
	const question = new JointQuestion((source, item) => resolve(`=${source}`, json, item));
	const readers = all.map((expression) => ({ expression, read: readerOf(expression, question) }));
	for (const { expression, read } of readers) {
		const ours = read?.({ json, itemIndex }) ?? ASK_N8N;
		if (ours === ASK_N8N) continue;
		count.readJointly++;
		note({ expression: `${expression} among ${JSON.stringify(all)}`, json, ours, n8n: resolveOr(expression, json, itemIndex) });
	}
}

function note({ ours, n8n, ...where }: { expression: string; json: unknown; ours: unknown; n8n: unknown }): void {
	if (!Object.is(ours, n8n)) differences.push({ ...where, ours: shown(ours), n8n: shown(n8n) });
}

function resolve(expression: string, json: unknown, itemIndex: number): unknown {
	const input = Array.from({ length: 3 }, () => ({ json: json as n8nWorkflow.IDataObject }));
	return workflow.expression.resolveSimpleParameterValue(expression, {}, null, 0, itemIndex, NODE.name, input, 'manual', {});
}

function resolveOr(...given: Parameters<typeof resolve>): unknown {
	try {
		return resolve(...given);
	} catch (error) {
		return error;
	}
}

function shown(value: unknown): string {
	return value instanceof Error ? `throws ${value.message}` : `${typeof value} ${JSON.stringify(value)}`;
}

void main();
