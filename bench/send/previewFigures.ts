import type { Goal } from '../report/goal';
import type { Row } from '../report/section';
import type { Answer } from './program';

/** What a preview of a campaign cost, without and with Estimate Cost, beside sending it. */
export interface PreviewFigures {
	count: number;
	send: Answer;
	floor: Answer;
	preview: Answer;
	estimate: Answer & { requests: number };
}

const PHONES_PER_REQUEST = 500;

/** One question for the balance, and as few as can be about the phones. */
const questionsFor = (count: number): number => 1 + Math.ceil(count / PHONES_PER_REQUEST);

const withoutWire = ({ send, floor }: PreviewFigures): number => send.milliseconds - floor.milliseconds;

/** One line of the table. */
export function previewRow(figures: PreviewFigures): Row {
	const { count, send, preview, estimate } = figures;
	const perItem = (milliseconds: number): number => (milliseconds * 1000) / count;
	return {
		items: count,
		'µs per item': perItem(preview.milliseconds),
		'with Estimate Cost': perItem(estimate.milliseconds),
		'Send without the wire': perItem(withoutWire(figures)),
		questions: estimate.requests,
		'longest stretch, ms': preview.longestStretch,
		'with Estimate Cost, ms': estimate.longestStretch,
		'peak heap, MB': preview.peakHeap / 1e6,
		'with Estimate Cost, MB': estimate.peakHeap / 1e6,
		'heap of Send, MB': send.peakHeap / 1e6,
	};
}

/** What the preview of the largest campaign is to cost. */
export function previewGoals(all: readonly PreviewFigures[]): Goal[] {
	const largest = all.at(-1);
	if (largest === undefined) return [];
	const { count, send, preview, estimate } = largest;
	const name = `Preview, ${count.toLocaleString('en')} items`;
	const withCost = `${name}, with Estimate Cost`;
	return [
		{ name: `${name}: time over that of Send without the wire`, value: preview.milliseconds / withoutWire(largest), unit: '×', most: 1 },
		{ name: `${name}: peak heap over that of Send`, value: preview.peakHeap / send.peakHeap, unit: '×', most: 1.1 },
		{ name: `${withCost}: peak heap over that of Send`, value: estimate.peakHeap / send.peakHeap, unit: '×', most: 1.1 },
		{ name: `${withCost}: questions over those needed`, value: estimate.requests / questionsFor(count), unit: '×', most: 1 },
		{ name: `${withCost}: longest stretch`, value: estimate.longestStretch, unit: 'ms', most: 200 },
	];
}
