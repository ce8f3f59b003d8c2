import { execa } from 'execa';
import { Listr } from 'listr2';

/** What CI checks without a real n8n, in the order of `.ci/run`. */
const STEPS = [
	['Leftovers', 'node', 'tools/leftovers.mjs'],
	['Lint', 'npm', 'run', 'lint'],
	['Lint as n8n does before it verifies a package', 'npm', 'run', 'lint:n8n'],
	['Types', 'npm', 'run', 'types'],
	['Build', 'npm', 'run', 'build'],
	['Scan', 'npm', 'run', 'scan'],
	['Tests', 'npm', 'test'],
	['Long run: properties, hostile texts, faults, secrets', 'npm', 'run', 'test:properties'],
	['Package content', 'npm', 'run', 'check:package'],
	['Bench, the smallest sizes', 'npm', 'run', 'bench', '--', '--small'],
];

/** Runs a step and shows its last line while it runs. What it printed is shown only when it fails. */
async function run(task, [command, ...parameters]) {
	const process = execa(command, parameters, { all: true });
	for await (const line of process.iterable({ from: 'all' })) if (line.trim() !== '') task.output = line;
	await process;
}

const tasks = STEPS.map(([title, ...command]) => ({ title, task: async (_, task) => await run(task, command) }));

try {
	await new Listr(tasks, { rendererOptions: { timer: { condition: true, field: (ms) => `${Math.round(ms / 1000)} s` } } }).run();
} catch (error) {
	console.error(error.all ?? error);
	process.exitCode = 1;
}
