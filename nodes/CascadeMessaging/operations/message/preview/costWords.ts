import { counted, moneyText } from '../../../protocol';
import type { RunCost } from './estimate';

/** What a run would cost, and whether the balance suffices, in words for the output pane. */
export function costWords(cost: RunCost): string {
	const { least, most, withoutPrice, problem } = cost;
	if (least === null || most === null) return `What it would cost is not known. ${problem?.message ?? ''}${balanceWords(cost)}`;
	const uncounted = withoutPrice > 0 ? ` This is without ${counted(withoutPrice, 'recipient')} whose price is not known.` : '';
	return `${priceWords(cost, least, most)}${balanceWords(cost)}${uncounted}${problem === undefined ? '' : ` ${problem.message}`}`;
}

function priceWords({ currency }: RunCost, least: number, most: number): string {
	if (least === most) return `It would cost ${moneyText(least, currency)}.`;
	return `It would cost ${moneyText(least, null)} to ${moneyText(most, currency)}: the first channel alone, or all of them.`;
}

function balanceWords({ balance, currency, coversLeast, coversMost }: RunCost): string {
	if (balance === null) return '';
	const money = moneyText(balance, currency);
	if (coversMost === true) return ` The balance is ${money}, which suffices.`;
	if (coversLeast === false) return ` The balance is ${money}, which does not suffice.`;
	if (coversLeast === true) return ` The balance is ${money}, which suffices for the least, but not for the most.`;
	return ` The balance is ${money}.`;
}
