import type { Goal } from '../report/goal';
import type { Row } from '../report/section';
import type { Answer } from './program';
import type { Protocol, Way } from './ways';

/** What one campaign cost, in the engine and by the bare script. */
export interface Figures {
	protocol: Protocol;
	way: Way;
	count: number;
	ours: Answer & { requests: number };
	floor: Answer;
	/** A node that only makes the same output. */
	output: Answer;
}

/** A smaller input weighs less than what any run leaves for the next collection; in bytes. */
const SMALLEST_INPUT = 10e6;

/** How many times the floor Send has come to take, 10,000 items at a time: the page says why. */
const REACHED: Readonly<Record<Protocol, number>> = { json: 5, xml: 7 };

const perItem = ({ ours, count }: Figures): number => (ours.milliseconds * 1000) / count;
const overFloor = ({ ours, floor }: Figures): number => ours.milliseconds / floor.milliseconds;
const overInput = ({ ours }: Figures): number => ours.peakHeap / ours.inputHeap;

/** One line of the table. */
export function rowOf(figures: Figures): Row {
	const { protocol, way, count, ours, floor, output } = figures;
	return {
		protocol,
		texts: way,
		items: count,
		'µs per item': perItem(figures),
		floor: (floor.milliseconds * 1000) / count,
		'times the floor': overFloor(figures),
		'output alone': (output.milliseconds * 1000) / count,
		requests: ours.requests,
		'longest stretch, ms': ours.longestStretch,
		'peak heap, MB': ours.peakHeap / 1e6,
		'input, MB': ours.inputHeap / 1e6,
		'heap of the floor, MB': floor.peakHeap / 1e6,
		'heap of the output alone, MB': output.peakHeap / 1e6,
	};
}

/** What the largest campaigns are to cost, and how the cost is to grow. A smaller one has more to do with what is compiled when. */
export function goalsOf(all: readonly Figures[]): Goal[] {
	const most = Math.max(...all.map(({ count }) => count));
	return all.filter(({ count }) => count === most).flatMap((large) => [...costGoals(large), ...growthGoals(large, all)]);
}

function costGoals(large: Figures): Goal[] {
	const name = nameOf(large);
	// What needs n8n takes as long as n8n takes.
	const floor: Goal[] =
		large.way === 'needs n8n'
			? []
			: [{ name: `${name}: time over the floor`, value: overFloor(large), unit: '×', most: 2, reached: REACHED[large.protocol] }];
	const heap: Goal[] =
		large.ours.inputHeap < SMALLEST_INPUT
			? []
			: [{ name: `${name}: peak heap over the input's`, value: overInput(large), unit: '×', most: 3 }];
	return [...floor, { name: `${name}: longest stretch`, value: large.ours.longestStretch, unit: 'ms', most: 200 }, ...heap];
}

function growthGoals(large: Figures, all: readonly Figures[]): Goal[] {
	const { protocol, way, count } = large;
	const smaller = all.filter((one) => one.protocol === protocol && one.way === way && one.count < count).at(-1);
	if (smaller === undefined) return [];
	const name = `${nameOf(large)}: time per item over that at ${smaller.count.toLocaleString('en')}`;
	return [{ name, value: perItem(large) / perItem(smaller), unit: '×', most: 1.2 }];
}

const nameOf = ({ protocol, way, count }: Figures): string => `Send, ${count.toLocaleString('en')} items, ${way}, ${protocol}`;
