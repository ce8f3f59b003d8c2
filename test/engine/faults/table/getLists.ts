import type { Row } from './row';

/** Ways of writing the list of IDs that GET has alone. */
export const getListRows: readonly Row[] = [
	well('GET: IDs in quotes', 'Over GET: IDs in quotes', 'ids-quoted'),
	well('GET: IDs on lines', 'Over GET: IDs separated by line breaks', 'ids-on-lines'),
	well('GET: semicolons', 'Over GET: IDs separated by semicolons', 'ids-by-semicolons'),
	well('GET: 0 for a refused one', 'Over GET: `0` in the place of a refused recipient', 'zero-for-refused'),
];

function well(name: string, title: string, fault: string): Row {
	return { name, title, fault: { fault }, expect: { get: 'AAARA ×2' } };
}
