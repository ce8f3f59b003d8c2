import { type Simulator, type SimulatorOptions, startSimulator } from '../../simulator';

/** The simulator of this test file, once `useSimulator` was called. */
export let simulator: Simulator;

/** Starts one simulator for all tests of a file; each test finds it as it was at the start, and its clock stands still. */
export function useSimulator(options: SimulatorOptions = {}): void {
	beforeAll(async () => {
		simulator = await startSimulator({ speed: 0, ...options });
	});
	beforeEach(() => {
		simulator.reset();
	});
	afterAll(() => simulator.close());
}
