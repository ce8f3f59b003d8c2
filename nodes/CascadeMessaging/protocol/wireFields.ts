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
	const fields = content.cascade.map((name, index): WireField<Written> => [channels[name].order, writer.text(String(index + 1))]);
	const add = (name: string, value: string | undefined): void => {
		if (value !== undefined && !isBlank(value)) fields.push([name, writer.text(value)]);
	};
	// GET has no place for these two: `checkMessage` refuses them there.
	add('name_delivery', content.campaignName);
	add('time_send', content.sendAt);
	for (const name of channelNamesIn(channels)) {
		const shown = content.channels[name];
		if (shown !== undefined) addContent(shown, channels[name].fields, writer, fields);
	}
	return fields;
}

function addContent<Written>(
	content: ChannelContent,
	fields: readonly ContentField[],
	writer: WireWriter<Written>,
	to: WireField<Written>[],
): void {
	for (const field of fields) {
		const value = valueIn(content, field);
		if (value !== undefined) to.push([field.wire, FIELD_KINDS[field.kind].write(value, writer)]);
	}
}
