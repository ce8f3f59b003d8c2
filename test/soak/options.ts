import { Command, InvalidArgumentError, Option } from 'commander';

/** What a soak run is asked to do. */
export interface SoakOptions {
	/** How long messages are sent; the run itself takes some minutes more. */
	minutes: number;
	/** Recipients a second. */
	rate: number;
	/** How often n8n is killed. */
	kills: number;
	/** The percentage of requests that a fault strikes. */
	faults: number;
	/** Where waiting messages are kept. */
	store: 'dataTable' | 'memory';
	/** The same seed gives the same sizes, kinds and moments. */
	seed: number;
	/** Whether docs/soak.md is written anew. */
	write: boolean;
}

/** Reads the command line; ends the process with a message when it makes no sense. */
export function readOptions(): SoakOptions {
	return new Command('soak')
		.description(
			'Sends for a long time through a real n8n that is killed now and then, over a gateway with faults, and counts what came out.',
		)
		.option('--minutes <number>', 'how long to send', positive, 30)
		.option('--rate <number>', 'recipients a second', positive, 50)
		.option('--kills <number>', 'how often n8n is killed', whole, 3)
		.option('--faults <percent>', 'how many of a hundred requests a fault strikes', whole, 5)
		.addOption(new Option('--store <store>', 'where waiting messages are kept').choices(['dataTable', 'memory']).default('dataTable'))
		.option('--seed <number>', 'another number gives other sizes and moments', whole, 1)
		.option('--write', 'write the results to docs/soak.md', false)
		.parse()
		.opts<SoakOptions>();
}

function positive(text: string): number {
	const number = Number(text);
	if (Number.isFinite(number) && number > 0) return number;
	throw new InvalidArgumentError('This is a number greater than 0.');
}

function whole(text: string): number {
	if (/^\d{1,9}$/.test(text)) return Number(text);
	throw new InvalidArgumentError('This is a whole number, 0 or more.');
}
