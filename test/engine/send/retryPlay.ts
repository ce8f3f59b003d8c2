import { deepCopy } from 'n8n-workflow';

import { isRecord, listAt } from '../../../demo/json';
import type { Simulator } from '../../../simulator';
import type { NodeOnCanvas, NodeResult } from '../harness';
import { retryExecution, runNode } from '../harness';
import { asItems, workflowFor } from '../harness/workflow';
import { sendCanvas, sms } from './kit';
import type { Scenario } from './retryScenario';
import { STRIKES } from './retryScenario';

/** One line of what Send gave out, wherever n8n put it. */
export interface Told {
	/** Round, item and phone: `0-2 79000000001`. */
	readonly key: string;
	readonly accepted: boolean;
	readonly messageId: unknown;
	readonly outcome: unknown;
}

/** How a round of a scenario ended. */
export interface Round {
	readonly result: NodeResult;
	/** Sent and not sent apart, each in the order in which the user sees them. */
	readonly told: { readonly accepted: readonly Told[]; readonly failed: readonly Told[] };
}

/** Plays a scenario: Retry On Fail by the engine, the Retry button while the execution has failed, the next round when not. */
export async function play(simulator: Simulator, scenario: Scenario): Promise<Round[]> {
	scenario.strikes.forEach((strike, index) => {
		const fault = STRIKES[strike];
		if (fault !== undefined) simulator.faults.set({ ...fault, nth: index + 1 });
	});
	const rounds: Round[] = [];
	for (let round = 0; round < scenario.rounds; round++) {
		const canvas = canvasFor(simulator, scenario, round);
		const before = rounds.at(-1)?.result;
		if (before?.status === 'error') break;
		const result = await pressed(await (before === undefined ? runNode(canvas) : cameAgain(before, canvas)), canvas, scenario.presses);
		rounds.push({ result, told: toldBy(result, round) });
	}
	return rounds;
}

function canvasFor(simulator: Simulator, scenario: Scenario, round: number): NodeOnCanvas {
	const { items, recipientsPerRequest, parallelRequests, numbered, onError, tries } = scenario;
	const canvas = sendCanvas(simulator, {
		items: items.map((phones, item) => ({ order: `${round}-${item}`, phones: [...phones] })),
		phone: '={{ $json.phones }}',
		cascade: [{ ...sms, text: '={{ $json.order }}' }],
		options: { recipientsPerRequest, parallelRequests, retries: 0 },
		onError,
		...(tries > 1 && { retryOnFail: true, maxTries: tries }),
	});
	const number = numbered ? { clientMessageIdFrom: 'key', clientMessageKey: '={{ $json.order }}' } : {};
	return { ...canvas, parameters: { ...canvas.parameters, ...number } };
}

async function pressed(result: NodeResult, canvas: NodeOnCanvas, times: number): Promise<NodeResult> {
	if (times === 0 || result.status !== 'error') return result;
	return await pressed(await retryExecution(result, canvas), canvas, times - 1);
}

/** As a loop comes by a node again in the same execution: with its node context, under the next run index. */
async function cameAgain(before: NodeResult, canvas: NodeOnCanvas): Promise<NodeResult> {
	const data = deepCopy(before.run.data);
	const { start } = workflowFor(canvas, { count: 0, thrown: [] });
	data.executionData?.nodeExecutionStack.push({ node: start, data: { main: [asItems(canvas.items)] }, source: null });
	return await retryExecution({ ...before, run: { ...before.run, data } }, canvas);
}

function toldBy({ error, output }: NodeResult, round: number): Round['told'] {
	const keyOf = (item: unknown, phone: unknown): string => `${round}-${String(item)} ${String(phone)}`;
	if (error !== undefined) {
		const data: unknown = 'context' in error ? error.context.data : undefined;
		const read = (list: string): Told[] =>
			listAt(data, list)
				.filter(isRecord)
				.map((line) => ({ ...toldOf(line), key: keyOf(line.item, line.phone) }));
		return { accepted: read('accepted'), failed: read('failed') };
	}
	const lines = output.flat().map(({ json, pairedItem }): Told => {
		const item = isRecord(pairedItem) ? pairedItem.item : undefined;
		const line = isRecord(json.error) ? json.error : json;
		return { ...toldOf(line), key: keyOf(item, line.phone) };
	});
	return { accepted: lines.filter(({ accepted }) => accepted), failed: lines.filter(({ accepted }) => !accepted) };
}

function toldOf({ accepted, messageId, outcome }: Record<string, unknown>): Omit<Told, 'key'> {
	return { accepted: accepted === true, messageId, outcome };
}
