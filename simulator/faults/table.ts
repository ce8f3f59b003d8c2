import { answerFaults } from './answerFaults';
import { aroundFaults } from './aroundFaults';
import { byteFaults } from './byteFaults';
import { charsetFaults } from './charsetFaults';
import { connectionFaults } from './connectionFaults';
import { documentFaults } from './documentFaults';
import { errorFaults } from './errorFaults';
import type { FaultRow } from './faultRow';
import { getFaults } from './getFaults';
import { statusFaults } from './statusFaults';
import { textFaults } from './textFaults';

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
