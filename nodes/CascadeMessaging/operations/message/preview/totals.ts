import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import type { ChannelName, Content } from '../../../protocol';
import { channelNamesIn, CHANNELS, counted } from '../../../protocol';
import type { Plan } from '../send/plan';
import { costWords } from './costWords';
import type { Described } from './describeContent';
import type { RunCost } from './estimate';

/** What a run would send, all in all. */
export interface Totals {
	readonly recipients: number;
	/** Recipients, or whole items, that would not be sent to. */
	readonly notSent: number;
	readonly messages: number;
	readonly requests: number;
	/** How many recipients each channel may be tried for. */
	readonly channels: Readonly<Partial<Record<ChannelName, number>>>;
	/** How many parts are charged where every recipient gets the message through the channels that charge by part. */
	readonly parts: number;
	/** What it would cost, where that was asked. */
	readonly cost?: RunCost | undefined;
}

/** Counts what a plan would send. */
export function totalsOf({ slots, requests }: Plan, describe: (content: Content) => Described): Totals {
	const messages = requests.flat();
	const channels: Partial<Record<ChannelName, number>> = {};
	let [recipients, parts] = [0, 0];
	for (const { content, recipients: some } of messages) {
		recipients += some.length;
		parts += some.length * describe(content).parts;
		for (const channel of content.cascade) channels[channel] = (channels[channel] ?? 0) + some.length;
	}
	return { recipients, notSent: slots.length - recipients, messages: messages.length, requests: requests.length, channels, parts };
}

/** Says in the output pane what the run would send. */
export function hintTotals(context: IExecuteFunctions, totals: Totals): void {
	const { recipients, notSent, messages, requests, channels, parts, cost } = totals;
	const ways = channelNamesIn(channels).map((name) => `${CHANNELS[name].title} ${channels[name] ?? 0}`);
	const charged = parts > 0 ? ` SMS would take at most ${counted(parts, 'part')}.` : '';
	const price = cost === undefined ? '' : ` ${costWords(cost)}`;
	const unfit = notSent > 0 ? ` Not sent to: ${notSent}, see "problem" in their items.` : '';
	const sentence = `Nothing was sent. Send would reach ${counted(recipients, 'recipient')} with ${counted(messages, 'message')} in ${counted(requests, 'request')}`;
	context.addExecutionHints({
		type: notSent > 0 || cost?.coversMost === false ? 'warning' : 'info',
		location: 'outputPane',
		message: `${sentence}${ways.length > 0 ? ` (${ways.join(', ')})` : ''}.${charged}${price}${unfit}`,
	});
}

/** The totals as the JSON of an item. */
export function totalsJson({ cost, ...totals }: Totals): IDataObject {
	return { ...totals, channels: { ...totals.channels }, ...(cost !== undefined && { cost: { ...cost } }) };
}
