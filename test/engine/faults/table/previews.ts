import type { Expectation, Row } from './row';

/** What comes of a fault that lasts, and of one that passes. */
type Told = readonly [always: Expectation, once?: Expectation];

const told = (names: readonly string[], ...expected: Told): [name: string, expected: Told][] => names.map((name) => [name, expected]);

const CUTS = [1, 2, 3, 4, 5, 6, 7, 8, 9].map((tenths) => `cut at ${tenths}/10`);

const PREVIEWS: ReadonlyMap<string, Told> = new Map([
	...told(['refused'], 'NNNNN connectionRefused ×0', 'CCCCC ×2'),
	...told(['no such name'], 'NNNNN hostNotFound ×0'),
	...told(['certificate'], 'NNNNN certificateNotTrusted ×1'),
	...told(['closed before TLS'], 'NNNNN connectionNotMade ×2'),
	...told(['no TLS in time'], 'NNNNN connectTimedOut ×2'),
	...told(
		['reset before the body', 'reset during the body', 'reset after the body', 'reset during the answer'],
		'NNNNN connectionLost ×2',
		'CCCCC ×3',
	),
	...told(['hang', 'stalled body'], 'NNNNN timedOut ×2', 'CCCCC ×3'),
	...told(['huge'], 'N answerTooLarge ×1'),
	...told(['429', '500', '502', '503', 'echo', 'JSON of a proxy'], 'NNNNN httpStatus ×2', 'CCCCC ×3'),
	...told(['redirect'], 'NNNNN redirected ×1'),
	...told(['auth refusal', 'quoting refusal', '403 with a refusal'], 'NNNNN refusedByGateway ×1'),
	...told(['access refusal', 'format refusal', 'no-data refusal', 'blocked refusal'], 'NNNNN refusedByGateway ×1'),
	...told(['html', 'wrong top'], 'NNNNN notOffered ×1'),
	...told(['empty'], 'NNNNN notOffered ×2', 'CCCCC ×3'),
	...told(['text for list', ...CUTS], 'NNNNN notUnderstood ×2', 'CCCCC ×3'),
	...told(['500 with the document', '503 with the document', '404 with the document', 'gzip', 'extra fields'], 'CCCCC ×2'),
	...told(['invalid UTF-8', 'byte-order mark', 'PHP warnings', 'plain warning', 'brackets before'], 'CCCCC ×2'),
	...told(['warning behind', 'brackets behind', 'comment behind', 'doubled document', 'glued refusal', 'trailing commas'], 'CCCCC ×2'),
	...told(['windows-1251 in the header', 'windows-1251 declared', 'windows-1251 unsaid'], 'CCCCC ×2'),
	...told(['single objects'], 'C ×2'),
]);

/** What a preview with Estimate Cost must come to, under a fault that lasts or that passes; undefined where the fault is none of its questions'. */
export function previewOf({ name }: Row, column: 'preview' | 'previewOnce'): Expectation | undefined {
	const [always, once] = PREVIEWS.get(name) ?? [];
	return column === 'preview' ? always : once;
}
