import { writeFile } from 'node:fs/promises';
import path from 'node:path';

import { measureCodecs } from './codecs';
import { measureLoading } from './loading';
import { measureN8n } from './n8n';
import type { BenchOptions, PartName } from './options';
import { readOptions } from './options';
import { progress } from './progress';
import { isFarOff } from './report/goal';
import { pageOf } from './report/page';
import { printed } from './report/print';
import { resultsOf } from './report/results';
import type { Section } from './report/section';
import { measureSend } from './send';
import type { Part } from './settings';
import { measureTrigger } from './trigger';

const PARTS: Readonly<Record<PartName, Part>> = {
	send: measureSend,
	trigger: measureTrigger,
	codecs: measureCodecs,
	loading: measureLoading,
};

const page = path.join(__dirname, '..', 'docs', 'performance.md');

async function main(options: BenchOptions): Promise<number> {
	const { tell, done } = progress(process.stderr);
	const sections: Section[] = [];
	for (const name of options.parts) sections.push(...(await PARTS[name](options, tell)));
	if (options.n8n) sections.push(...(await measureN8n(options, tell)));
	done();
	const results = resultsOf(sections, process.argv.slice(2));
	const { stdout, stderr } = process;
	(options.json ? stderr : stdout).write(`${printed(results)}\n`);
	if (options.json) stdout.write(`${JSON.stringify(results, null, '\t')}\n`);
	if (options.write) await writeFile(page, pageOf(results));
	const farOff = results.goals.filter(isFarOff);
	for (const { name } of farOff) stderr.write(`Misses its goal by half or more: ${name}\n`);
	return options.small && farOff.length > 0 ? 1 : 0;
}

void main(readOptions()).then(
	(code) => {
		process.exitCode = code;
	},
	(error: unknown) => {
		process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
		process.exitCode = 1;
	},
);
