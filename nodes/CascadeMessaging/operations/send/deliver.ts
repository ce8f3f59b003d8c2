import { sleep } from 'n8n-workflow';
import type { IExecuteFunctions } from 'n8n-workflow';

import { HandOver } from '../../tracking/handOver';
import type { Account } from '../../transport/account';
import { Retrier } from '../../transport/retrier';
import { isFailure } from '../lines';
import type { Line } from '../lines';
import type { RunSettings } from '../runSettings';
import type { Plan, Slot } from './plan';
import type { RunMemory } from './runMemory';
import { SendRequest } from './sendRequest';

/**
 * Sends the requests of a plan one after another and returns a line for each of its slots, in input order, and for each
 * answer that belongs to none. Never throws once a request is out: what became of everybody is in the lines.
 */
export async function deliver(
	context: IExecuteFunctions,
	account: Account,
	plan: Plan,
	settings: RunSettings,
	memory: RunMemory,
): Promise<Line[]> {
	const lines = plan.slots.map(lineBeforeSending);
	const strays: Line[] = [];
	const retrier = new Retrier({ retries: settings.retries, signal: context.getExecutionCancelSignal() });
	const handOver = new HandOver(context, account);
	let halt: 'stopped' | 'failed' | undefined;
	for (const [index, messages] of plan.requests.entries()) {
		halt ??= await waitForTurn(context, index === 0 ? 0 : settings.pauseMilliseconds);
		const request = new SendRequest(context, account, settings, messages, index + 1);
		const answered = halt === undefined ? await request.send(retrier, handOver) : request.unsent(halt);
		for (const { recipient, line } of answered.bySlot) {
			lines[recipient.slot] = line;
			memory.keep(recipient, line);
		}
		for (const line of answered.strays) strays.push(line);
		const hasFailure = [...answered.bySlot.map(({ line }) => line), ...answered.strays].some(isFailure);
		const isStopped = context.getExecutionCancelSignal()?.aborted === true;
		if (hasFailure && !context.continueOnFail()) halt ??= isStopped ? 'stopped' : 'failed';
	}
	const all = [...lines.flatMap((line) => line ?? []), ...strays];
	const isWell = !all.some(isFailure);
	if (isWell) memory.clear();
	// Told before, they are no reason for this try to fail.
	if (isWell && !context.continueOnFail()) return all;
	const before = memory.strays;
	memory.keepStrays(strays);
	return [...all, ...before];
}

/** The line of a slot about which everything is known before sending. */
export function lineBeforeSending(slot: Slot): Line | undefined {
	if ('sentBefore' in slot) return slot.sentBefore;
	return 'failure' in slot ? slot : undefined;
}

/** Waits before a request; says whether the user has stopped the execution meanwhile. */
async function waitForTurn(context: IExecuteFunctions, milliseconds: number): Promise<'stopped' | undefined> {
	const signal = context.getExecutionCancelSignal();
	if (milliseconds > 0) await sleep(milliseconds, signal).catch(() => undefined);
	return signal?.aborted ? 'stopped' : undefined;
}
