import type { Simulator, SimulatorOptions } from '../../simulator';
import { startSimulator } from '../../simulator';

const started: Simulator[] = [];
afterAll(async () => {
	await Promise.all(
		started.map(async (one) => {
			await one.close();
		}),
	);
});

/** A gateway of a test's own: tests that spend their time waiting run side by side then, with `it.concurrent`. */
export async function ownSimulator(options: SimulatorOptions = {}): Promise<Simulator> {
	const simulator = await startSimulator(options);
	started.push(simulator);
	return simulator;
}
