import { isBlank } from './blanks';
import type { ChannelTable } from './channels';
import { channelNamesIn } from './channels';
import type { ChannelContent, ContentField } from './contentFields';
import { valueIn } from './contentFields';
import { FIELD_KINDS } from './fieldKinds';
import type { Content } from './message';
import type { WireWriter } from './wireWriter';

/** A field on the wire: its name, and its value as a protocol writes it. */
export type WireField<Written> = [name: string, value: Written];

/**
 * The wire fields of a content in the manual's order: places in the cascade, campaign, time, then the channels' content. What is not
 * used is left out (docs/protocol.md sections 1 and 7). All three codecs write these.
 */
export function wireFieldsOf<Written>(content: Content, channels: ChannelTable, writer: WireWriter<Written>): WireField<Written>[] {
	const places = content.cascade.map((name, index): WireField<string> => [channels[name].order, String(index + 1)]);
	const texts = [...places, ...campaignFields(content)].map(([name, text]): WireField<Written> => [name, writer.text(text)]);
	const shown = channelNamesIn(channels).flatMap((name) => contentFields(content.channels[name] ?? {}, channels[name].fields, writer));
	return [...texts, ...shown];
}

/** Campaign and time. GET has no place for them: `checkMessage` refuses them there. */
function campaignFields({ campaignName, sendAt }: Content): WireField<string>[] {
	const fields: [string, string | undefined][] = [
		['name_delivery', campaignName],
		['time_send', sendAt],
	];
	return fields.flatMap(([name, value]): WireField<string>[] => (value === undefined || isBlank(value) ? [] : [[name, value]]));
}

function contentFields<Written>(
	content: ChannelContent,
	fields: readonly ContentField[],
	writer: WireWriter<Written>,
): WireField<Written>[] {
	return fields.flatMap((field): WireField<Written>[] => {
		const value = valueIn(content, field);
		return value === undefined ? [] : [[field.wire, FIELD_KINDS[field.kind].write(value, writer)]];
	});
}
