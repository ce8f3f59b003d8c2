import { setTimeout as wait } from 'node:timers/promises';

import { dig, isRecord, listAt, textAt } from '../json';
import type { Session } from './session';

/** A finished run of a workflow. */
export interface Execution {
	id: string;
	/** `success`, `error`, `crashed` or `canceled`. */
	status: string;
	/** The reason in n8n's words when it did not succeed. */
	message: string | undefined;
	/** The JSON of every item a node gave at an output (from 0), in order; empty when the node did not run. */
	itemsOf(node: string, output?: number): Record<string, unknown>[];
	/** How long a node took, in milliseconds; 0 when it did not run. */
	timeOf(node: string): number;
}

const goingOn = ['new', 'running', 'waiting'];

/** Runs a workflow as the editor's button does, and waits until it has ended. */
export async function runWorkflow(session: Session, id: string, trigger: string, signal: AbortSignal): Promise<Execution> {
	const run = await session.rest('POST', `/workflows/${id}/run`, { triggerToStartFrom: { name: trigger } });
	return executionOf(session, textAt(run, 'data', 'executionId'), signal);
}

/** Waits until an execution has ended, and reads it. */
export async function executionOf({ api }: Session, id: string, signal: AbortSignal): Promise<Execution> {
	while (goingOn.includes(textAt(await api('GET', `/executions/${id}`), 'status'))) await wait(200, undefined, { signal });
	const execution = await api('GET', `/executions/${id}?includeData=true`);
	const result = dig(execution, 'data', 'resultData');
	const message = dig(result, 'error', 'message');
	return {
		id,
		status: textAt(execution, 'status'),
		message: typeof message === 'string' ? message : undefined,
		itemsOf: (node, output = 0) => listAt(result, 'runData', node, 0, 'data', 'main', output).flatMap(jsonOf),
		timeOf: (node) => Number(dig(result, 'runData', node, 0, 'executionTime') ?? 0),
	};
}

function jsonOf(item: unknown): Record<string, unknown>[] {
	const json = dig(item, 'json');
	return isRecord(json) ? [json] : [];
}
