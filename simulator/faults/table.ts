import { answerFaults } from './answer-faults';
import { byteFaults } from './byte-faults';
import { connectionFaults } from './connection-faults';
import { documentFaults } from './document-faults';
import type { FaultRow } from './fault-row';

/** Every fault that can be switched on. */
export const FAULTS: readonly FaultRow[] = [...connectionFaults, ...documentFaults, ...byteFaults, ...answerFaults];

/** Finds a fault by its name. */
export function findFault(name: unknown): FaultRow | undefined {
	return FAULTS.find((row) => row.name === name);
}
