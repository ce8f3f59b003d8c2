import Table from 'cli-table3';

import type { Results } from './results';
import type { Row } from './section';
import { goalRows, tableOf } from './section';

/** All tables, for a terminal. */
export function printed({ sections, goals }: Results): string {
	const parts = sections.map(({ title, rows }) => `${title}\n${drawn(rows)}`);
	return [...parts, ...(goals.length === 0 ? [] : [`Goals\n${drawn(goalRows(goals))}`])].join('\n\n');
}

function drawn(rows: readonly Row[]): string {
	const { head, lines } = tableOf(rows);
	const table = new Table({
		head,
		colAligns: Object.values(rows[0] ?? {}).map((value) => (typeof value === 'number' ? 'right' : 'left')),
		style: { head: [], border: [] },
		chars: { mid: '', 'left-mid': '', 'mid-mid': '', 'right-mid': '' },
	});
	table.push(...lines);
	return table.toString();
}
