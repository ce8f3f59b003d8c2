import type { Case } from './measure';
import { measure } from './measure';
import { measureTable } from './tableSize';

/** What Node.js gives n8n on a machine of 1 GB, and on one of 2 GB. */
const SMALL_HEAPS = [560, 1120];

const CASES: readonly Case[] = [
	{ workers: 0, executions: 1, items: 10_000, saved: true },
	{ workers: 0, executions: 1, items: 50_000, saved: true },
	{ workers: 0, executions: 1, items: 50_000, saved: false },
	{ workers: 0, executions: 10, items: 5000, saved: true },
	{ workers: 1, executions: 10, items: 5000, saved: true },
	{ workers: 2, executions: 10, items: 5000, saved: true },
	{ workers: 0, executions: 1, items: 100_000, saved: true },
	...[50_000, 100_000, 200_000].flatMap((items) => SMALL_HEAPS.map((heap) => ({ workers: 0, executions: 1, items, saved: true, heap }))),
];

const HEADINGS = [
	...['workers', 'executions × items', 'heap, MiB', 'data saved', 'seconds'],
	...['peak memory, MiB', 'processor seconds', 'of the gateway', 'database, MiB'],
];

const MIB = 1024 ** 2;

async function main(): Promise<void> {
	tell(HEADINGS);
	tell(HEADINGS.map(() => '---'));
	for (const one of CASES) tell([...nameOf(one), ...(await figuresOf(one))]);
	const { waiting, final } = await measureTable();
	process.stdout.write(`\nA message in a data table: ${waiting.toFixed(0)} bytes, ${final.toFixed(0)} with its outcome\n`);
}

const tell = (cells: readonly string[]): void => void process.stdout.write(`| ${cells.join(' | ')} |\n`);

function nameOf({ workers, executions, items, heap, saved }: Case): string[] {
	return [String(workers), `${executions} × ${items.toLocaleString('en')}`, heap?.toString() ?? 'default', saved ? 'yes' : 'no'];
}

/** A case that cannot be measured is a finding too: it says where memory ends. */
async function figuresOf(one: Case): Promise<string[]> {
	try {
		const { seconds, uses, gateway, stored } = await measure(one);
		const memory = uses.map(({ peakMemory }) => (peakMemory / MIB).toFixed(0)).join(' + ');
		const processors = uses.map(({ processorTime }) => processorTime.toFixed(1)).join(' + ');
		return [seconds.toFixed(1), memory, processors, gateway.toFixed(1), (stored / MIB).toFixed(1)];
	} catch (error) {
		return [error instanceof Error ? error.message : String(error)];
	}
}

void main();
