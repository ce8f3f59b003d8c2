import { changedText, inAnswer, MARK } from './altered';
import type { FaultContext, FaultRow } from './faultRow';

/** Values of `error` that mean there is none, each with the name of its fault. */
const NONE: readonly (readonly [name: string, json: string])[] = [
	['error-zero', '0'],
	['error-zero-text', '"0"'],
	['error-empty', '""'],
	['error-false', 'false'],
	['error-empty-list', '[]'],
];

/** Faults in the `error` of JSON answers; the other protocols stay as they are. The messages are taken on. */
export const errorFaults: readonly FaultRow[] = [
	...NONE.map(([name, json]) =>
		inJson(name, `JSON: an error of ${json} beside every ID, and beside the list of all`, (text, context) =>
			withError(text, json, context),
		),
	),
	inJson('refusal-as-list', 'JSON: the words of every refusal in a list', (_, context) => refusalsAs((words) => `[${words}]`, context)),
	inJson('refusal-as-object', 'JSON: the words of every refusal in an object', (_, context) =>
		refusalsAs((words) => `{"code":15,"text":${words}}`, context),
	),
];

function inJson(name: string, about: string, change: (text: string, context: FaultContext) => string): FaultRow {
	return changedText(name, about, (text, context) => (context.protocol === 'json' ? change(text, context) : null));
}

function withError(text: string, json: string, { answer, write }: FaultContext): string {
	if (answer.kind === 'error') return text;
	const marked = inAnswer(answer, { row: (row) => (row.error === undefined ? { ...row, error: MARK } : row) });
	const rows = write(marked).body.toString().replaceAll(`"${MARK}"`, json);
	return `{"error":${json},${rows.slice(1)}`;
}

function refusalsAs(shape: (words: string) => string, { answer, write }: FaultContext): string {
	const marked = write(inAnswer(answer, { text: (words) => MARK + words })).body.toString();
	return marked.replace(new RegExp(`"${MARK}((?:[^"\\\\]|\\\\.)*)"`, 'g'), (_, words: string) => shape(`"${words}"`));
}
