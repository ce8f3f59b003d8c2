import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import type { ChannelName, Content } from '../../../protocol';
import { channelNamesIn, CHANNELS, counted } from '../../../protocol';
import type { Plan } from '../send/plan';
import type { SenderCheck } from './checkSenders';
import { costWords } from './costWords';
import type { Described } from './describeContent';
import type { RunCost } from './estimate';
import type { SenderFindings } from './senderWords';
import { findingsOf, senderWords } from './senderWords';

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
	/** What the senders came to, where that was asked. */
	readonly senders?: SenderFindings | undefined;
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

/** What the senders of a plan came to. */
export function sendersOf({ requests }: Plan, describe: (content: Content) => Described, senders: SenderCheck): SenderFindings {
	return findingsOf(new Set(requests.flat().map(({ content }) => describe(content))), senders);
}

/** Says in the output pane what the run would send. */
export function hintTotals(context: IExecuteFunctions, totals: Totals): void {
	const { recipients, notSent, messages, requests, channels, parts, cost, senders } = totals;
	const ways = channelNamesIn(channels).map((name) => `${CHANNELS[name].title} ${channels[name] ?? 0}`);
	const charged = parts > 0 ? ` SMS would take at most ${counted(parts, 'part')}.` : '';
	const price = cost === undefined ? '' : ` ${costWords(cost)}`;
	const names = senders === undefined ? '' : senderWords(senders);
	const unfit = notSent > 0 ? ` Not sent to: ${notSent}, see "problem" in their items.` : '';
	const sentence = `Nothing was sent. Send would reach ${counted(recipients, 'recipient')} with ${counted(messages, 'message')} in ${counted(requests, 'request')}`;
	context.addExecutionHints({
		type: notSent > 0 || cost?.coversMost === false || (senders?.unusable.length ?? 0) > 0 ? 'warning' : 'info',
		location: 'outputPane',
		message: `${sentence}${ways.length > 0 ? ` (${ways.join(', ')})` : ''}.${charged}${price}${names}${unfit}`,
	});
}

/** The totals as the JSON of an item. */
export function totalsJson({ cost, senders, ...totals }: Totals): IDataObject {
	return {
		...totals,
		channels: { ...totals.channels },
		...(cost !== undefined && { cost: { ...cost } }),
		...(senders !== undefined && { senders: { ...senders } }),
	};
}
