import type { IExecuteFunctions } from 'n8n-workflow';
import { sleep } from 'n8n-workflow';

import { HandOver } from '../../../tracking/handOver';
import { Retrier } from '../../../transport/retrier';
import { isFailure } from '../../shared/lines';
import type { SendLine } from './failure';
import type { Plan } from './plan';
import { lineBeforeSending } from './plan';
import type { SendRun } from './run';
import { safely } from './run';
import type { RequestLines } from './sendRequest';
import { SendRequest } from './sendRequest';

/**
 * Sends the requests of a plan one after another and returns a line for each of its slots, in input order, and for each
 * answer that belongs to none. Never throws once a request is out: what became of everybody is in the lines.
 */
export async function deliver(run: SendRun, plan: Plan): Promise<SendLine[]> {
	const { context, account, settings, memory } = run;
	const lines = plan.slots.map(lineBeforeSending);
	const strays: SendLine[] = [];
	const retrier = new Retrier({ retries: settings.retries, signal: context.getExecutionCancelSignal() });
	const handOver = new HandOver(context, account);
	let halt: 'stopped' | 'failed' | undefined;
	for (const [index, messages] of plan.requests.entries()) {
		halt ??= await waitForTurn(context, index === 0 ? 0 : settings.pauseMilliseconds);
		const request = new SendRequest(run, messages, index + 1);
		const answered = halt === undefined ? await request.send(retrier, handOver) : request.unsent(halt);
		for (const { recipient, line } of answered.bySlot) {
			lines[recipient.slot] = line;
			await safely(run, () => memory.keep(recipient, line), undefined);
		}
		for (const line of answered.strays) strays.push(line);
		if (hasFailure(answered) && !context.continueOnFail()) halt ??= isStopped(context) ? 'stopped' : 'failed';
	}
	return await withEarlierStrays(run, [...lines.flatMap((line) => line ?? []), ...strays], strays);
}

/**
 * The lines of a run, and the answers of earlier tries that fit nobody. Those were shown before: where this try went well and On Error says
 * stop, they are left out, for they would make the run fail.
 */
async function withEarlierStrays(run: SendRun, lines: SendLine[], strays: readonly SendLine[]): Promise<SendLine[]> {
	const { context, memory } = run;
	const isWell = !lines.some(isFailure);
	if (isWell) await safely(run, () => memory.clear(), undefined);
	if (isWell && !context.continueOnFail()) return lines;
	const { strays: before } = memory;
	await safely(run, () => memory.keepStrays(strays), undefined);
	return [...lines, ...before];
}

function hasFailure({ bySlot, strays }: RequestLines): boolean {
	return bySlot.some(({ line }) => isFailure(line)) || strays.some(isFailure);
}

function isStopped(context: IExecuteFunctions): boolean {
	return context.getExecutionCancelSignal()?.aborted === true;
}

/** Waits before a request; says whether the user has stopped the execution meanwhile. */
async function waitForTurn(context: IExecuteFunctions, milliseconds: number): Promise<'stopped' | undefined> {
	if (milliseconds > 0) await sleep(milliseconds, context.getExecutionCancelSignal()).catch(() => undefined);
	return isStopped(context) ? 'stopped' : undefined;
}
