import { Listr } from 'listr2';

import { seconds } from './report';

/**
 * Does a piece of work and shows it: a spinner and the latest news on a terminal, lines elsewhere.
 *
 * @param told what is added to the title when the work is done
 * @returns what the work gives
 * @throws what the work throws
 */
export async function step<T>(
	title: string,
	work: (report: (line: string) => void) => Promise<T>,
	told: (value: T) => string = () => '',
): Promise<T> {
	const results: ({ value: T } | { error: unknown })[] = [];
	const started = Date.now();
	const list = new Listr(
		[
			{
				title,
				task: async (_, task) => {
					const report = (line: string): void => {
						task.output = line;
					};
					try {
						const value = await work(report);
						results.push({ value });
						task.title = `${title}${told(value)} (${seconds(Date.now() - started)})`;
					} catch (error) {
						results.push({ error });
						throw new Error('see below', { cause: error });
					}
				},
			},
		],
		// The whole message is printed once, at the end; here it would be cut to fit.
		{ registerSignalListeners: false, exitOnError: false, rendererOptions: { showErrorMessage: false } },
	);
	await list.run();
	const [result] = results;
	if (result === undefined) throw new Error(`"${title}" ended without a result.`);
	if ('error' in result) throw result.error;
	return result.value;
}
