/** What a measured value is to be. */
export interface Goal {
	/** What was measured, in words. */
	name: string;
	value: number;
	/** `×` and `%` are ratios: they say the same on a slow machine as on a fast one. */
	unit: '×' | '%' | 'ms' | 'kB';
	most?: number;
	least?: number;
	/** What was reached where the goal is out of reach; the page says what keeps us from it. */
	reached?: number;
}

/** How far a value is beyond its goal: 1 or less is met, 2 is twice as much as it may be, or half of what it should be. */
export function beyond({ value, most, least }: Goal): number {
	return Math.max(most === undefined ? 0 : value / most, least === undefined ? 0 : least / value);
}

/** Whether it is as it should be. */
export const isMet = (goal: Goal): boolean => beyond(goal) <= 1;

/** Whether it is a ratio that misses its goal, or what was reached before, by half and more: no busy machine explains that. */
export function isFarOff(goal: Goal): boolean {
	const { unit, reached } = goal;
	const slack = reached === undefined ? 1 : Math.max(1, beyond({ ...goal, value: reached }));
	return (unit === '×' || unit === '%') && beyond(goal) / slack > 1.5;
}
