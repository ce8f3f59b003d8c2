import type { IDataObject } from 'n8n-workflow';

import type { ChannelName, Content, Tariff } from '../../../protocol';
import { fromMillionths, toMillionths } from '../../../protocol';
import type { Described } from './describeContent';

/** What something costs at least and at most, in millionths; null where that is not known. */
export interface CostRange {
	readonly least: number | null;
	readonly most: number | null;
}

/** What the message to one recipient costs. */
export interface RecipientCost extends CostRange {
	/** As the JSON of an item. */
	readonly json: IDataObject;
}

/**
 * Works out costs: once for each tariff and for what is charged, so that the items of most recipients share one. `currency` is the account's.
 */
export function costReckoner(
	currency: string | null,
	describe: (content: Content) => Described,
): (content: Content, tariff: Tariff) => RecipientCost {
	const known = new Map<Tariff, Map<string, RecipientCost>>();
	return (content, tariff) => {
		const steps = stepsOf(content, describe(content));
		const charged = steps.map(({ channel, parts = 1 }) => `${channel} ${parts}`).join();
		const costs = known.get(tariff) ?? new Map<string, RecipientCost>();
		known.set(tariff, costs);
		const cost = costs.get(charged) ?? reckon(steps, tariff, currency);
		costs.set(charged, cost);
		return cost;
	};
}

/** One step of a cascade, with how many parts of it are charged where the channel charges by part. */
interface Step {
	readonly channel: ChannelName;
	readonly parts?: number;
}

function stepsOf({ cascade }: Content, described: Described): Step[] {
	return cascade.map((channel, index) => {
		const parts = described.cascade[index]?.parts;
		return typeof parts === 'number' ? { channel, parts } : { channel };
	});
}

/** The least is the first channel, the most are all of them. */
function reckon(steps: readonly Step[], { operator, priceOf }: Tariff, currency: string | null): RecipientCost {
	const costs = steps.map(({ channel, parts = 1 }): CostRange => {
		const price = priceOf(channel);
		if (price === null) return { least: null, most: null };
		return { least: toMillionths(price.least) * parts, most: toMillionths(price.most) * parts };
	});
	const total: CostRange = { least: costs[0]?.least ?? null, most: sumOf(costs.map(({ most }) => most)) };
	return {
		...total,
		json: { ...inMoney(total), currency, operator, steps: steps.map((step, index) => ({ ...step, ...inMoney(costs[index]) })) },
	};
}

/** Null where one of them is not known. */
function sumOf(amounts: readonly (number | null)[]): number | null {
	return amounts.reduce((sum: number | null, amount) => (sum === null || amount === null ? null : sum + amount), 0);
}

/** A range as amounts of money. */
export function inMoney(range: CostRange = { least: null, most: null }): IDataObject {
	const amountOf = (millionths: number | null): number | null => (millionths === null ? null : fromMillionths(millionths));
	return { least: amountOf(range.least), most: amountOf(range.most) };
}
