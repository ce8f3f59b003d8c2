import type { PreviewFigures } from '../../../bench/send/previewFigures';
import { previewGoals, previewRow } from '../../../bench/send/previewFigures';

const cost = (milliseconds: number, peakHeap: number): PreviewFigures['send'] => ({
	milliseconds,
	peakHeap,
	longestStretch: 50,
	inputHeap: 2e6,
});

const figures = (count: number): PreviewFigures => ({
	count,
	send: cost(600, 40e6),
	floor: cost(100, 10e6),
	preview: cost(400, 30e6),
	estimate: { ...cost(500, 42e6), requests: 1 + Math.ceil(count / 500) },
});

it('the goals of Preview judge the largest campaign', () => {
	expect(previewGoals([figures(1000), figures(10_001)]).map(({ name, value }) => [name, value])).toEqual([
		['Preview, 10,001 items: time over that of Send without the wire', 0.8],
		['Preview, 10,001 items: peak heap over that of Send', 0.75],
		['Preview, 10,001 items, with Estimate Cost: peak heap over that of Send', 1.05],
		['Preview, 10,001 items, with Estimate Cost: questions over those needed', 1],
		['Preview, 10,001 items, with Estimate Cost: longest stretch', 50],
	]);
	expect(previewGoals([])).toEqual([]);
});

it('a line tells the time of an item, beside Send less the floor', () => {
	expect(previewRow(figures(10_000))).toMatchObject({
		...{ items: 10_000, 'µs per item': 40, 'with Estimate Cost': 50, 'Send without the wire': 50, questions: 21 },
	});
});
