import type { Figures } from '../../../bench/send/figures';
import { goalsOf } from '../../../bench/send/figures';

const cost = { longestStretch: 50, peakHeap: 40e6, inputHeap: 20e6 };
const small = { ...cost, inputHeap: 2e6 };

/** A campaign that took so many milliseconds, and so many by the bare script. */
const figures = (way: Figures['way'], count: number, ours: number, floor: number): Figures => ({
	...{ protocol: 'json', way, count },
	ours: { ...(count < 100_000 ? small : cost), milliseconds: ours, requests: count / 500 },
	floor: { ...cost, milliseconds: floor },
	output: { ...cost, milliseconds: floor },
});

const valuesOf = (all: Figures[]): [string, number][] => goalsOf(all).map(({ name, value }) => [name, value]);

describe('the goals of Send', () => {
	it('judge the largest campaign: over the floor, and over the next smaller one', () => {
		const all = [figures('simple', 1000, 100, 10), figures('simple', 10_000, 300, 100), figures('simple', 100_000, 3600, 1000)];

		expect(valuesOf(all)).toEqual([
			['Send, 100,000 items, simple, json: time over the floor', 3.6],
			['Send, 100,000 items, simple, json: longest stretch', 50],
			["Send, 100,000 items, simple, json: peak heap over the input's", 2],
			['Send, 100,000 items, simple, json: time per item over that at 10,000', 1.2],
		]);
	});

	it('know no floor for what only n8n can evaluate, and do not weigh a small input', () => {
		expect(valuesOf([figures('needs n8n', 1000, 100, 10)]).map(([name]) => name)).toEqual([
			'Send, 1,000 items, needs n8n, json: longest stretch',
		]);
	});
});
