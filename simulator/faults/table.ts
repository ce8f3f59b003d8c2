import { answerFaults } from './answer-faults';
import { aroundFaults } from './around-faults';
import { byteFaults } from './byte-faults';
import { charsetFaults } from './charset-faults';
import { connectionFaults } from './connection-faults';
import { documentFaults } from './document-faults';
import { errorFaults } from './error-faults';
import type { FaultRow } from './fault-row';
import { getFaults } from './get-faults';
import { statusFaults } from './status-faults';
import { textFaults } from './text-faults';

/** Every fault that can be switched on. */
export const FAULTS: readonly FaultRow[] = [
	...connectionFaults,
	...documentFaults,
	...statusFaults,
	...byteFaults,
	...aroundFaults,
	...charsetFaults,
	...textFaults,
	...answerFaults,
	...errorFaults,
	...getFaults,
];

/** Finds a fault by its name. */
export function findFault(name: unknown): FaultRow | undefined {
	return FAULTS.find((row) => row.name === name);
}
