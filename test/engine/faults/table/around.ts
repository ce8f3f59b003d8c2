import type { Row } from './row';
import { WELL } from './usually';

/** A whole document with something before it or behind it, or in another charset. */
export const aroundRows: readonly Row[] = [
	well('warning behind', 'PHP warnings behind the document', 'warning-behind'),
	well('plain warning', 'Warnings of several lines before the document', 'plain-warning'),
	well('brackets before', 'A warning full of brackets and braces before the document', 'brackets-before'),
	well('brackets behind', 'A warning full of brackets and braces behind the document', 'brackets-behind'),
	well('comment behind', 'An HTML comment behind the document', 'comment-behind'),
	{
		name: 'doubled document',
		title: 'The document twice, glued together',
		note: 'An ID that is said twice is told once. The refusal has none: its second one is an answer that fits nobody.',
		fault: { fault: 'doubled-document' },
		expect: {
			...WELL,
			...{ json: 'AAARA +1 ×1', xml: 'AAARA +1 ×1', jsonNumbered: 'AAARA +1 ×1', xmlNumbered: 'AAARA +1 ×1' },
		},
	},
	well('glued refusal', 'A refusal glued behind the document', 'glued-refusal'),
	well('trailing commas', 'A comma behind the last of every list', 'trailing-comma'),
	well('windows-1251 in the header', 'A document in windows-1251, as its header says', 'windows-1251-header'),
	well('windows-1251 declared', 'A document in windows-1251, as its declaration says', 'windows-1251-declared'),
	well('windows-1251 unsaid', 'A document in windows-1251, and nothing says so', 'windows-1251-silent'),
];

function well(name: string, title: string, fault: string): Row {
	return { name, title, fault: { fault }, expect: WELL };
}
