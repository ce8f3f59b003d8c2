import Table from 'cli-table3';

import { Cleanup } from '../../demo/cleanup';
import { Stopped, stopSignal } from '../../demo/stopSignal';
import { countsOf, timesOf, TREND_HEADINGS, trendsOf, troublesOf } from './figures';
import type { SoakOptions } from './options';
import { readOptions } from './options';
import { run } from './run';
import { putUp } from './stage';
import { writeResults } from './writeResults';

async function main(options: SoakOptions): Promise<number> {
	const signal = stopSignal();
	const cleanup = new Cleanup();
	let failed = true;
	try {
		failed = !(await soak(options, cleanup, signal));
		return failed ? 1 : 0;
	} catch (error) {
		if (signal.reason instanceof Stopped) {
			failed = false;
			return signal.reason.exitCode;
		}
		complain(error instanceof Error ? error.message : String(error));
		return 1;
	} finally {
		if (signal.aborted) tell('Stopping.');
		await cleanup.run({ failed, tell: complain });
	}
}

async function soak(options: SoakOptions, cleanup: Cleanup, signal: AbortSignal): Promise<boolean> {
	const stage = await putUp(options, cleanup, signal);
	const done = await run(stage, options, tell, signal);
	const troubles = troublesOf(done, stage);
	tell(tableOf([...countsOf(done, stage), ...timesOf(done)]));
	tell(tableOf(trendsOf(done, stage), TREND_HEADINGS));
	tell(troubles.length === 0 ? 'Nothing is lost, nothing came twice.' : 'This must not be:');
	for (const trouble of troubles) tell(trouble);
	if (options.write) await writeResults(done, stage, options);
	return troubles.length === 0;
}

function tableOf(rows: readonly (readonly string[])[], head: string[] = []): string {
	const table = new Table({
		head,
		style: { head: [], border: [] },
		chars: { mid: '', 'left-mid': '', 'mid-mid': '', 'right-mid': '' },
	});
	table.push(...rows.map((row) => [...row]));
	return table.toString();
}

function tell(line: string): void {
	process.stdout.write(`${line}\n`);
}

function complain(line: string): void {
	process.stderr.write(`${line}\n`);
}

void main(readOptions()).then((code) => {
	process.exit(code);
});
