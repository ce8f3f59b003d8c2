import { dig, textAt } from '../../../demo/json';
import type { Execution } from '../../../demo/n8n/execution';
import { executionOf } from '../../../demo/n8n/execution';
import type { World } from '../world';
import { until } from '../world';

const signal = AbortSignal.timeout(10 * 60_000);

/** Waits until an execution has ended. */
export async function ended({ session }: World, id: string): Promise<Execution> {
	return await executionOf(session, id, signal);
}

/** Waits until an execution has ended with a status, at most a minute; n8n may give it another one before. */
export async function endedAs(status: string, world: World, id: string): Promise<Execution> {
	return await until(
		async () => await ended(world, id),
		(execution) => execution.status === status,
		60,
		200,
	);
}

/** Presses Stop. */
export async function stop({ session }: World, id: string): Promise<Execution> {
	await session.api('POST', `/executions/${id}/stop`);
	return await executionOf(session, id, signal);
}

/** Presses Retry on an execution, and waits for the end of the new one. */
export async function retry({ session }: World, id: string): Promise<Execution> {
	return await executionOf(session, textAt(await session.api('POST', `/executions/${id}/retry`, {}), 'id'), signal);
}

/** What n8n keeps of an execution: the state its retry starts from, what the nodes remember in it, and more. */
export async function storedData({ session }: World, id: string): Promise<unknown> {
	return dig(await session.api('GET', `/executions/${id}?includeData=true`), 'data');
}
