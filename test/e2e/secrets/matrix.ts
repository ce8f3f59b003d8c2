import type { FaultOrder, Simulator } from '../../../simulator';
import type { Credential } from '../workflows';
import type { World } from '../world';
import type { Answer } from './flows';
import { askFor, call, done, ours, publishRow, sendTo, webhook } from './flows';
import { PROTOCOLS } from './orders';

const MODES = ['stopWorkflow', 'continueErrorOutput'] as const;
const OPERATIONS = { send: sendTo, getStatus: askFor } as const;

/** One workflow for each way to ask the gateway: operation, protocol, proof, On Error. */
export interface Cell {
	readonly path: string;
	readonly operation: keyof typeof OPERATIONS;
}

/** Publishes the workflows of all cells. They try once and wait a second. */
export async function publishCells(world: World, credentials: Readonly<Record<string, Credential>>): Promise<Cell[]> {
	const cells: Cell[] = [];
	for (const [proof, credential] of Object.entries(credentials)) {
		for (const protocol of PROTOCOLS) {
			for (const mode of MODES) {
				for (const operation of ['send', 'getStatus'] as const) {
					const path = [operation, protocol, proof, mode].join('-');
					const options = { protocol, timeout: 1, retries: 0, ...(operation === 'send' && { includeRawAnswer: true }) };
					const node = ours(credential, mode, OPERATIONS[operation](options));
					await publishRow(world, path, [webhook(path), node, done]);
					cells.push({ path, operation });
				}
			}
		}
	}
	return cells;
}

let phone = 79_000_300_000;

/** Runs every cell against a gateway with a fault, all at once, and returns what their webhooks answered. */
export async function runCells(world: World, gateway: Simulator, cells: readonly Cell[], fault?: FaultOrder): Promise<Answer[]> {
	const ids = gateway.messages.map(({ id }) => id);
	gateway.faults.clear();
	if (fault !== undefined) gateway.faults.set(fault);
	return await Promise.all(
		cells.map(async ({ path }, index) => {
			phone += 1;
			// No ID is asked for twice in a row: over GET the gateway refuses equal requests for a while.
			const id = ids.at(-1 - index) ?? String(index + 1);
			return await call(world, path, { phone: String(phone), id });
		}),
	);
}
