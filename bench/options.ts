import { Command, InvalidArgumentError, Option } from 'commander';

import { WAYS } from './send/ways';
import type { Settings } from './settings';

/** The parts that are measured unless told otherwise, in order. */
export const PART_NAMES = ['send', 'trigger', 'codecs', 'loading'] as const;

/** The name of a part. */
export type PartName = (typeof PART_NAMES)[number];

/** What a run of the bench is asked to do. */
export interface BenchOptions extends Settings {
	parts: readonly PartName[];
	/** Only the smallest sizes, and fail when a ratio is far off. */
	small: boolean;
	/** Compare in a real n8n, too. */
	n8n: boolean;
	/** Print all figures as JSON. */
	json: boolean;
	/** Whether docs/performance.md is written anew. */
	write: boolean;
}

/** Fewer items say more of what is compiled when than of what an item costs. */
const SMALL: Settings = { sizes: [10_000], ways: ['one text', 'simple'], repeats: 2, waiting: 5000 };

/** Reads the command line; ends the process with a message when it makes no sense. */
export function readOptions(argv: readonly string[] = process.argv): BenchOptions {
	const asked = new Command('bench')
		.description('Measures what the package costs beside what it has to cost at least, and prints the ratios.')
		.option('--small', 'only the smallest sizes; fails when a ratio misses its goal by half', false)
		.option('--sizes <numbers>', 'how many items to send, e.g. 1000,10000', sizes, [1000, 10_000, 100_000])
		.option('--repeats <number>', 'how often each send is measured; the best counts', whole, 3)
		.option('--waiting <number>', 'how many messages wait for the trigger', whole, 100_000)
		.addOption(new Option('--parts <names...>', 'what to measure').choices(PART_NAMES).default(PART_NAMES))
		.option('--n8n', 'compare with the HTTP Request node in a real n8n, too', false)
		.option('--json', 'print all figures as JSON, and the tables on stderr', false)
		.addOption(new Option('--write', 'write the results to docs/performance.md').conflicts(['small', 'parts']).default(false))
		.parse(argv)
		.opts<Omit<BenchOptions, 'ways'>>();
	return { ...asked, ways: WAYS, ...(asked.small ? SMALL : {}) };
}

function whole(text: string): number {
	if (/^[1-9]\d{0,6}$/.test(text)) return Number(text);
	throw new InvalidArgumentError('This is a whole number from 1 to 9999999.');
}

function sizes(text: string): number[] {
	return text
		.split(',')
		.map(whole)
		.sort((a, b) => a - b);
}
