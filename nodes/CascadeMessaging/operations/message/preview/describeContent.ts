import type { IDataObject } from 'n8n-workflow';

import type { ChannelName, Content } from '../../../protocol';
import { CHANNELS, dearCharacters, smsPartsOf } from '../../../protocol';
import { sendAtOf } from '../send/scheduled';
import type { SenderCheck } from './checkSenders';
import { senderStates } from './checkSenders';
import { dearAdvice } from './dearAdvice';

/** What a content says of every message that has it: nothing of it belongs to one recipient. */
export interface Described {
	/** When it goes out, ISO 8601 with the offset of the gateway's clock; null for at once. */
	readonly sendAt: string | null;
	readonly campaignName: string | null;
	/** The contact lists whose phones are skipped, where there are any. */
	readonly stopLists?: readonly string[] | undefined;
	/** The steps in the order they are tried, each with what it shows, and with its parts where the channel charges by part. */
	readonly cascade: readonly IDataObject[];
	/** The parts of all steps that are charged by part. */
	readonly parts: number;
}

/** Describes contents; most runs send one to many, and that is described once. `timeZone` is the gateway's; `senders` where they were asked for. */
export function contentDescriber(timeZone: string, senders?: SenderCheck): (content: Content) => Described {
	const known = new WeakMap<Content, Described>();
	return (content) => {
		const described = known.get(content) ?? describe(content, timeZone, senders);
		known.set(content, described);
		return described;
	};
}

function describe(content: Content, timeZone: string, senders: SenderCheck | undefined): Described {
	const { cascade, channels, campaignName, stopLists } = content;
	const states = senders && senderStates(content, senders);
	const steps = cascade.map((channel): IDataObject => ({
		channel,
		...channels[channel],
		...(states?.has(channel) === true && { senderState: states.get(channel) ?? null }),
		...partsIn(channel, channels[channel]?.text),
	}));
	return {
		sendAt: sendAtOf(content, timeZone),
		campaignName: campaignName ?? null,
		stopLists,
		cascade: steps,
		parts: steps.reduce((sum, { parts }) => sum + Number(parts ?? 0), 0),
	};
}

/** What a text takes where the channel charges by part. */
function partsIn(channel: ChannelName, text: string | undefined): IDataObject {
	if (CHANNELS[channel].parts === undefined || text === undefined) return {};
	const { encoding, characters, parts } = smsPartsOf(text);
	const dear = encoding === 'gsm7' ? undefined : dearCharacters(text);
	return { encoding, characters, parts, ...(dear !== undefined && { partsIfPlain: dear.plainParts, advice: dearAdvice(dear) }) };
}
