import { isFailure } from '../../shared/lines';
import type { SendLine } from './failure';
import type { SlotOf } from './plan';
import { lineBeforeSending } from './plan';
import { RequestRunner } from './requestRunner';
import type { SendRun } from './run';
import { safely } from './run';
import type { SendRequest } from './sendRequest';

/** What is delivered: the places of the output, and what each request carries. */
interface Deliverable<Messages> {
	readonly slots: readonly SlotOf<{ readonly recipient: object }>[];
	readonly requests: readonly Messages[];
}

/** Makes a request of what it carries, and of its number in the run, from 1. */
type RequestOf<Messages> = (messages: Messages, number: number) => Pick<SendRequest, 'send' | 'unsent'>;

/**
 * Sends the requests of a plan, in their order and as many at the same time as the settings say, and returns a line for each of its slots, in
 * input order, and for each answer that belongs to none. Never throws once a request is out: what became of everybody is in the lines.
 */
export async function deliver<Messages>(run: SendRun, plan: Deliverable<Messages>, requestOf: RequestOf<Messages>): Promise<SendLine[]> {
	const { settings, memory } = run;
	const runner = new RequestRunner(run);
	const lines = plan.slots.map(lineBeforeSending);
	const strays = plan.requests.map((): readonly SendLine[] => []);
	await inParallel(settings.parallelRequests, plan.requests, async (messages, index) => {
		const answered = await runner.make(requestOf(messages, index + 1));
		for (const { recipient, line } of answered.bySlot) lines[recipient.slot] = line;
		await safely(run, () => answered.bySlot.forEach(({ line }) => memory.keep(line)), undefined);
		strays[index] = answered.strays;
	});
	return await withEarlierStrays(run, [...lines.flatMap((line) => line ?? []), ...strays.flat()], strays.flat());
}

/** Does work on one thing after another, and on so many at the same time at most. */
async function inParallel<T>(most: number, things: readonly T[], work: (thing: T, index: number) => Promise<void>): Promise<void> {
	const rest = things.entries();
	const worker = async (): Promise<void> => {
		for (const [index, thing] of rest) await work(thing, index);
	};
	await Promise.all(Array.from({ length: most }, worker));
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
