import Table from 'cli-table3';

import type { NotSentRow } from './accounting';

/** The figures of a campaign; times in milliseconds. */
interface Figures {
	contacts: number;
	sent: number;
	notSent: readonly NotSentRow[];
	/** HTTP requests that reached the gateway. */
	requests: number;
	nodeTime: number;
	workflowTime: number;
	totalTime: number;
}

/** The short table that ends `npm run demo -- --once`. */
export function tableOf({ contacts, sent, notSent, requests, nodeTime, workflowTime, totalTime }: Figures): string {
	const table = new Table({
		style: { head: [], border: [] },
		chars: { mid: '', 'left-mid': '', 'mid-mid': '', 'right-mid': '' },
		colAligns: ['left', 'right'],
		colWidths: [80, 9],
		wordWrap: true,
	});
	table.push(['Contacts in the file', grouped(contacts)], ['Sent', grouped(sent)], ['Not sent', grouped(notSent.length)]);
	for (const { reason, count } of reasonsOf(notSent)) table.push([`- ${reason}`, grouped(count)]);
	table.push(
		['Requests to the gateway', grouped(requests)],
		['Time in the Cascade Messaging node', seconds(nodeTime)],
		['Time of the whole workflow', seconds(workflowTime)],
		['Time of everything, n8n included', seconds(totalTime)],
	);
	return table.toString();
}

/** The different reasons with their counts, the commonest first. What differs from contact to contact (phones, quoted values) reads "…". */
export function reasonsOf(notSent: readonly NotSentRow[]): { reason: string; count: number }[] {
	const counts = new Map<string, number>();
	for (const { reason } of notSent) {
		const common = reason.replace(/"[^"]*"|\+?\d{5,}/g, '…');
		counts.set(common, (counts.get(common) ?? 0) + 1);
	}
	return [...counts].map(([reason, count]) => ({ reason, count })).sort((a, b) => b.count - a.count);
}

/** Milliseconds as seconds for people: `1.2 s`. */
export function seconds(milliseconds: number): string {
	return `${(milliseconds / 1000).toFixed(1)} s`;
}

function grouped(count: number): string {
	return count.toLocaleString('en');
}
