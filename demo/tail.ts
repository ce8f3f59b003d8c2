import { readFile } from 'node:fs/promises';

/**
 * The end of a log file, indented for a terminal.
 *
 * @param lines how many lines at most
 * @returns a note in place of the text when there is none
 */
export async function tailOf(file: string, lines = 20): Promise<string> {
	const text = await readFile(file, 'utf8').catch(() => '');
	const tail = text.trimEnd().split('\n').slice(-lines);
	return text.trim() === '' ? '  (nothing)' : tail.map((line) => `  ${line}`).join('\n');
}
