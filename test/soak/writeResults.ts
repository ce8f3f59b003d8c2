import { writeFile } from 'node:fs/promises';
import { arch, availableParallelism, totalmem } from 'node:os';
import path from 'node:path';

import { n8nVersion, nodePackageFor } from '../../demo/n8n/versions';
import { chartOf } from './chart';
import type { Figure } from './figures';
import { countsOf, timesOf, TREND_HEADINGS, trendsOf, troublesOf } from './figures';
import { FATES, LATENCY, SPEED, STRIKING } from './gateway';
import { FLAT } from './memory';
import type { SoakOptions } from './options';
import type { Run } from './run';
import type { Stage } from './stage';
import { RECIPIENTS_PER_REQUEST, TIMEOUT } from './workflows';

const docs = path.join(__dirname, '..', '..', 'docs');
const picture = 'images/soak-memory.svg';

/** Writes docs/soak.md and its picture anew. */
export async function writeResults(run: Run, stage: Stage, options: SoakOptions): Promise<void> {
	const { samples, startedAt, endedAt, sendingEndedAt } = run;
	const kills = stage.lives.all.flatMap(({ killedAt }) => killedAt ?? []);
	await writeFile(path.join(docs, picture), chartOf({ samples, startedAt, endedAt, kills, sendingEndedAt }));
	await writeFile(path.join(docs, 'soak.md'), pageOf(run, stage, options));
}

function pageOf(run: Run, stage: Stage, options: SoakOptions): string {
	const troubles = troublesOf(run, stage);
	const verdict =
		troubles.length === 0
			? ['**Passed: nothing is lost, nothing came twice.**']
			: ['**Not passed:**', ...troubles.map((one) => `- ${one}`)];
	return (
		[
			'# The soak test',
			`Written by \`npm run soak -- --write\` on ${new Date(run.endedAt).toISOString().slice(0, 10)}. Don't edit it: run it again.`,
			`A real n8n sends through the gateway simulator for ${options.minutes} minutes, while three triggers poll every minute (for all final outcomes, for bad ones, and for messages that are read), ${options.faults} % of all requests meet a fault, and n8n is killed without a warning (kills: ${options.kills}). Each phone is used once. Then everything is compared: what each execution said, what the gateway has, and what the triggers emitted.`,
			...verdict,
			'## Results',
			table(['What', 'Count'], countsOf(run, stage)),
			table(['Part', 'Minutes'], timesOf(run)),
			'How to read it:',
			HOW_TO_READ,
			'## Memory of n8n',
			`![Memory of n8n over the run](${picture})`,
			table(TREND_HEADINGS, trendsOf(run, stage)),
			`The heap is measured after a full collection, every 20 seconds. Of each minute the lowest point counts; the growth is the slope of the line with the least squares through them, after a warm-up of a third of the life or five minutes. Flat means less than ${FLAT * 100} % in ten minutes. It is the heap of all of n8n. Our own part is counted apart: the entries of all Maps of the package, which hold the waiting messages and when each is due.`,
			'## Settings',
			table(['Setting', 'Value'], settingsOf(stage, options)),
			'',
		]
			.join('\n\n')
			.trimEnd() + '\n'
	);
}

const HOW_TO_READ = [
	'- **Whose ID reached an execution**: each of these was emitted, with the right outcome, phone and attached data.',
	'- **Answer lost**: a fault spoilt or swallowed the answer of the gateway. Without a client number the package says `unknown` and does not send again. With one it sends again; the gateway then says that it has the message, without its ID, so there is nothing to ask about.',
	'- **Cut off by a kill**: n8n died between the request and the end of the execution. Nobody is left to report these; n8n shows the execution as crashed.',
	'- **The window of a kill**: items emitted last before a kill come again after it, when n8n dies before the next poll. Once for each kill, never otherwise.',
].join('\n');

function settingsOf({ packed }: Stage, options: SoakOptions): Figure[] {
	const node = nodePackageFor(`${process.platform}-${process.arch}`).version;
	return [
		['Versions', `${packed.name} ${packed.version}, n8n ${n8nVersion} on Node.js ${node}, SQLite`],
		[
			'Machine',
			`${availableParallelism()} cores (${arch()}), ${Math.round(totalmem() / 1e9)} GB, for n8n, the gateway and the test together`,
		],
		[
			'Command',
			`\`npm run soak -- --minutes ${options.minutes} --rate ${options.rate} --kills ${options.kills} --faults ${options.faults} --store ${options.store} --seed ${options.seed}\``,
		],
		[
			'Load',
			`${options.rate} recipients a second in executions of 1 to 300, half over JSON and half over XML, half with client numbers from a key; open loop`,
		],
		['Sending', `${RECIPIENTS_PER_REQUEST} recipients per request, timeout ${TIMEOUT} s, retries as they come`],
		['Waiting messages', options.store === 'dataTable' ? 'in a data table' : 'in memory'],
		[
			'Gateway',
			`answers after ${LATENCY.send} s (states: ${LATENCY.state} s); ${SPEED} gateway seconds a second; ${Object.entries(FATES)
				.map(([name, share]) => `${name} ${share} %`)
				.join(', ')}`,
		],
		['Faults', `${options.faults} % of the send requests and of the state queries, one of: ${STRIKING.join(', ')}`],
	];
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
	return [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
}
