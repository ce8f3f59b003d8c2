import type { Results } from './results';
import type { Row, Section } from './section';
import { goalRows, tableOf } from './section';

const HOW_TO_READ =
	'Ratios say the same on any machine; times are those of this one. Everything is measured in one run, on a machine that may have had other things to do.';

/** The text of docs/performance.md. */
export function pageOf({ date, machine, versions, command, goals, sections }: Results): string {
	const parts = [
		'# Performance',
		`Written by \`npm run bench -- --write\` on ${date.slice(0, 10)}. Don't edit it: run it again.`,
		HOW_TO_READ,
		table([
			{ setting: 'Machine', value: machine },
			{ setting: 'Versions', value: versions },
			{ setting: 'Command', value: `\`${command}\`` },
		]),
		'## Goals',
		table(goalRows(goals)),
		...sections.map(sectionText),
	];
	return `${parts.join('\n\n')}\n`;
}

const sectionText = ({ title, about, rows }: Section): string => [`## ${title}`, about, table(rows)].join('\n\n');

/** A table of Markdown, numbers to the right. */
function table(rows: readonly Row[]): string {
	const { head, lines } = tableOf(rows);
	const rule = Object.values(rows[0] ?? {}).map((value) => (typeof value === 'number' ? '---:' : '---'));
	return [head, rule, ...lines].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
