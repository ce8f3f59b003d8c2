import type { Column, ColumnName } from '../columns';
import { COLUMNS } from '../columns';
import type { Expectation, Row } from './row';

/** What comes of a fault that lasts and of one that passes: of a question, and of a change. */
interface Told {
	readonly ask: readonly [always: Expectation, once?: Expectation];
	readonly change: readonly [always: Expectation, once?: Expectation];
}

const told = (names: readonly string[], expected: Told): [name: string, expected: Told][] => names.map((name) => [name, expected]);

const CUTS = [1, 2, 3, 4, 5, 6, 7, 8, 9].map((tenths) => `cut at ${tenths}/10`);

/** A question is asked again, a change is not once it may have arrived. */
const lost = (code: string): Told => ({ ask: [`UUU ${code} ×2`, 'TTT ×2'], change: [`UUU ${code} ×1`, `UUU ${code} ×1`] });

/** What surely did not arrive is tried again. */
const notMade = (code: string, reached: number): Told => ({ ask: [`UUU ${code} ×${reached}`], change: [`NNN ${code} ×${reached}`] });

const refused: Told = { ask: ['UUU refusedByGateway ×1'], change: ['RRR ×1'] };

/** Nobody's refusal: what the operator does not offer may have been done behind it. */
const noAnswer: Told = { ask: ['UUU notOffered ×1'], change: ['UUU notOffered ×1'] };

const asUsual: Told = { ask: ['TTT ×1'], change: ['AAA ×1'] };

const ROWS: ReadonlyMap<string, Told> = new Map([
	...told(['refused'], { ask: ['UUU connectionRefused ×0', 'TTT ×1'], change: ['NNN connectionRefused ×0', 'AAA ×1'] }),
	...told(['no such name'], notMade('hostNotFound', 0)),
	...told(['certificate'], notMade('certificateNotTrusted', 1)),
	...told(['closed before TLS'], notMade('connectionNotMade', 2)),
	...told(['no TLS in time'], notMade('connectTimedOut', 2)),
	...told(['reset before the body', 'reset during the body', 'reset after the body', 'reset during the answer'], lost('connectionLost')),
	...told(['hang', 'stalled body'], lost('timedOut')),
	...told(['huge'], { ask: ['U answerTooLarge ×1'], change: ['U answerTooLarge ×1'] }),
	...told(['429'], { ask: ['UUU httpStatus ×2', 'TTT ×2'], change: ['NNN httpStatus ×2', 'AAA ×2'] }),
	...told(['500', '502', '503', 'echo', 'JSON of a proxy'], lost('httpStatus')),
	...told(['redirect'], { ask: ['UUU redirected ×1'], change: ['UUU redirected ×1'] }),
	...told(['auth refusal', 'quoting refusal', '403 with a refusal'], refused),
	...told(['access refusal', 'format refusal', 'no-data refusal', 'blocked refusal'], refused),
	...told(['html', 'wrong top'], noAnswer),
	...told(['empty'], lost('notOffered')),
	...told(['text for list', ...CUTS], lost('notUnderstood')),
	...told(['500 with the document', '503 with the document', '404 with the document', 'gzip', 'extra fields'], asUsual),
	...told(['invalid UTF-8'], { ask: ['TTT ×1'], change: ['AAU notConfirmed ×1'] }),
	...told(['byte-order mark', 'PHP warnings', 'plain warning', 'brackets before'], asUsual),
	...told(['warning behind', 'brackets behind', 'comment behind', 'doubled document', 'glued refusal', 'trailing commas'], asUsual),
	...told(['windows-1251 in the header', 'windows-1251 declared', 'windows-1251 unsaid'], asUsual),
	...told(['single objects'], { ask: ['T ×1'], change: ['A ×1'] }),
]);

/** Says whether a column is about the account. */
export function isOfAccount(column: ColumnName): boolean {
	const { operation }: Column = COLUMNS[column];
	return operation === 'lookUp' || operation === 'stop';
}

/** What a question or a change must come to in a column about the account; undefined where the fault is none of its own. */
export function accountOf({ name }: Row, column: ColumnName): Expectation | undefined {
	const { operation, once = false }: Column = COLUMNS[column];
	const expected = operation === 'lookUp' ? ROWS.get(name)?.ask : ROWS.get(name)?.change;
	return expected?.[once ? 1 : 0];
}
