import type { IDataObject } from 'n8n-workflow';

import type { Balance, Content } from '../../../protocol';
import { counted, fromMillionths, tariffsIn } from '../../../protocol';
import { eachInTurns } from '../../../transport/inTurns';
import type { PhoneReply } from '../../../transport/lookUpPhones';
import { failureOf } from '../../shared/failureOf';
import type { Plan } from '../send/plan';
import type { SendRun } from '../send/run';
import type { Described } from './describeContent';
import { costReckoner } from './recipientCost';

/** Why the cost is not known, or not as well as it could be. */
interface Problem {
	readonly message: string;
	readonly code: string;
}

/** What a whole run would cost. Amounts are of the account's currency, and null where they are not known. */
export interface RunCost {
	/** If everybody is reached through the first channel; without those whose price is not known. */
	readonly least: number | null;
	/** If every channel is charged; without those whose price is not known. */
	readonly most: number | null;
	readonly currency: string | null;
	readonly balance: number | null;
	/** Whether the balance suffices for the least, and for the most. */
	readonly coversLeast: boolean | null;
	readonly coversMost: boolean | null;
	/** How many recipients are not counted, because the price of a channel is not known for them. */
	readonly withoutPrice: number;
	readonly problem?: Problem;
}

/** What a run would cost, and the cost of each recipient by its slot, as the JSON of its item. */
export interface Estimate {
	readonly run: RunCost;
	readonly costs: ReadonlyMap<number, IDataObject>;
}

/** Asks the gateway what a plan would cost. Whatever goes wrong is told as the problem of the run, and never thrown. */
export async function estimateCost(run: SendRun, plan: Plan, describe: (content: Content) => Described): Promise<Estimate> {
	try {
		const reply = await run.questions.balance();
		if ('trouble' in reply) return notKnown(plan, reply.trouble);
		const { answer: balance } = reply;
		if (balance.prices.length === 0) return notKnown(plan, NO_PRICES, balance);
		const phones = plan.slots.flatMap((slot) => ('recipient' in slot ? [slot.recipient.phone] : []));
		const estimate = await reckonAll(plan, describe, balance, await run.questions.phoneFacts(phones));
		const isNothingKnown = phones.length > 0 && estimate.run.withoutPrice === phones.length;
		return isNothingKnown ? { ...estimate, run: notKnown(plan, NO_PRICES, balance).run } : estimate;
	} catch (error) {
		return notKnown(plan, failureOf(error, run.context, run.account.redact));
	}
}

const NO_PRICES: Problem = { code: 'noPrices', message: 'The gateway tells no prices for these messages.' };

function notKnown({ slots }: Plan, { code, message }: Problem, balance?: Balance): Estimate {
	const withoutPrice = slots.filter((slot) => 'recipient' in slot).length;
	const { amount = null, currency = null } = balance ?? {};
	const unknown = { least: null, most: null, currency, balance: amount, coversLeast: null, coversMost: null };
	return { run: { ...unknown, withoutPrice, problem: { message, code } }, costs: new Map() };
}

async function reckonAll(
	{ slots }: Plan,
	describe: (content: Content) => Described,
	{ amount, currency, prices }: Balance,
	replies: ReadonlyMap<string, PhoneReply>,
): Promise<Estimate> {
	const tariffOf = tariffsIn(prices);
	const costOf = costReckoner(currency, describe);
	const costs = new Map<number, IDataObject>();
	let [leastSum, mostSum, withoutPrice] = [0, 0, 0];
	await eachInTurns(slots, (slot) => {
		if (!('recipient' in slot)) return;
		const { phone, slot: place } = slot.recipient;
		const { least, most, json } = costOf(slot.content, tariffOf(phone, operatorIn(replies.get(phone))));
		costs.set(place, json);
		if (least === null || most === null) withoutPrice += 1;
		else [leastSum, mostSum] = [leastSum + least, mostSum + most];
	});
	const [least, most] = [fromMillionths(leastSum), fromMillionths(mostSum)];
	const covers = (cost: number): boolean | null => (cost > amount ? false : withoutPrice > 0 ? null : true);
	const enough = { coversLeast: covers(least), coversMost: covers(most) };
	const problem = problemIn([...replies.values()]);
	return { run: { least, most, currency, balance: amount, ...enough, withoutPrice, ...(problem && { problem }) }, costs };
}

function operatorIn(reply: PhoneReply | undefined): string | null {
	return reply !== undefined && 'facts' in reply ? reply.facts.operator : null;
}

/** What is wrong with the look-ups, where something is. */
function problemIn(replies: readonly PhoneReply[]): Problem | undefined {
	const troubles = replies.flatMap((reply) => ('trouble' in reply ? [reply.trouble] : []));
	const [first] = troubles;
	if (first === undefined) return undefined;
	const whose = `Of ${troubles.length} of ${counted(replies.length, 'phone')} the operator is not known`;
	return { message: `${whose}: their prices are the least and the most of any operator. ${first.message}`, code: first.code };
}
