import type { IRun, IRunExecutionData, WorkflowExecuteMode } from 'n8n-workflow';
import { createRunExecutionData, deepCopy } from 'n8n-workflow';

import { additionalDataFor } from './additionalData';
import { WorkflowExecute } from './engine';
import type { Calls } from './nodeTypes';
import type { NodeOnCanvas, NodeResult, NodeRun } from './types';
import { asItems, type TestWorkflow, workflowFor } from './workflow';

/**
 * Runs a node in n8n's own engine: real expressions, HTTP helper, credential signing, On Error, retries and item linking.
 *
 * @example
 * const { output } = await runNode({
 * 	node: new CascadeMessaging(),
 * 	parameters: { phone: '={{ $json.phone }}' },
 * 	items: [{ phone: '79000000001' }],
 * 	credentials: [{ type: new CascadeMessagingApi(), data: { host: simulator.url } }],
 * });
 */
export async function runNode(canvas: NodeOnCanvas): Promise<NodeResult> {
	return await startNode(canvas).result;
}

/** As `runNode`, for a test that stops the run on its way. */
export function startNode(canvas: NodeOnCanvas): NodeRun {
	const calls: Calls = { count: 0, thrown: [] };
	const built = workflowFor(canvas, calls);
	return execute({
		canvas,
		built,
		calls,
		data: firstExecution(canvas, built),
		mode: canvas.mode ?? 'trigger',
		executionId: canvas.executionId ?? '1',
	});
}

/** The Retry button of a failed execution: its failed node alone, with its items and its node context, under a new execution ID. */
export async function retryExecution(failed: NodeResult, canvas: NodeOnCanvas): Promise<NodeResult> {
	const calls: Calls = { count: 0, thrown: [] };
	const data = deepCopy(failed.run.data);
	delete data.resultData.error;
	const last = data.resultData.runData[data.resultData.lastNodeExecuted ?? ''];
	if (last?.at(-1)?.error !== undefined) last.pop();
	const run = { canvas, built: workflowFor(canvas, calls), calls, data, mode: 'retry' as const, executionId: canvas.executionId ?? '2' };
	return await execute(run).result;
}

interface Execution {
	canvas: NodeOnCanvas;
	built: TestWorkflow;
	calls: Calls;
	data: IRunExecutionData;
	mode: WorkflowExecuteMode;
	executionId: string;
}

function execute({ canvas, built, calls, data, mode, executionId }: Execution): NodeRun {
	const { workflow, stored } = built;
	const additionalData = additionalDataFor({ workflow: stored, credentials: canvas.credentials ?? [], executionId, mode });
	const running = new WorkflowExecute(additionalData, mode, data).processRunExecutionData(workflow);
	return {
		result: running.then((run) => resultOf(run, built, calls)),
		cancel: () => {
			running.cancel();
		},
	};
}

function firstExecution({ items, nodeContext }: NodeOnCanvas, { start, tested }: TestWorkflow): IRunExecutionData {
	return createRunExecutionData({
		executionData: {
			contextData: nodeContext === undefined ? {} : { [`node:${tested.name}`]: nodeContext },
			nodeExecutionStack: [{ node: start, data: { main: [asItems(items)] }, source: null }],
		},
	});
}

function resultOf(run: IRun, { workflow, tested }: TestWorkflow, { count, thrown }: Calls): NodeResult {
	const { resultData, executionData } = run.data;
	const task = resultData.runData[tested.name]?.at(-1);
	return {
		status: run.status,
		output: (task?.data?.main ?? []).map((items) => items ?? []),
		error: resultData.error,
		thrown,
		executions: count,
		nodeContext: executionData?.contextData[`node:${tested.name}`] ?? {},
		hints: task?.hints ?? [],
		staticData: workflow.staticData,
		runData: resultData.runData,
		run,
	};
}
