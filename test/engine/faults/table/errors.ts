import type { Expectations, Row } from './row';
import { WELL } from './usually';

/** Only JSON has an `error` of its own; the other protocols are as they always are. */
const JSON_ALONE: Expectations = { json: 'AAARA ×1', jsonNumbered: 'AAARA ×1', statusJson: 'TTT ×1', pollJson: 'TT ×1' };

/** Values of `error` that say there is none, and refusals that are no text. */
export const errorRows: readonly Row[] = [
	...[
		['0', 'error-zero'],
		['"0"', 'error-zero-text'],
		['""', 'error-empty'],
		['false', 'error-false'],
		['[]', 'error-empty-list'],
	].map(([value = '', fault = '']): Row => ({
		name: `error of ${value}`,
		title: `An \`error\` of \`${value}\` beside every ID`,
		fault: { fault },
		expect: JSON_ALONE,
	})),
	{ name: 'refusal as a list', title: 'The words of a refusal in a list', fault: { fault: 'refusal-as-list' }, expect: JSON_ALONE },
	{ name: 'refusal as an object', title: 'The words of a refusal in an object', fault: { fault: 'refusal-as-object' }, expect: JSON_ALONE },
	{ name: 'odd prices', title: 'Prices as `1 234,50` and `1.2e1`', fault: { fault: 'odd-prices' }, expect: WELL },
];
