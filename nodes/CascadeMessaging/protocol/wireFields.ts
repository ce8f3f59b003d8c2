import { isBlank } from './blanks';
import { CHANNEL_NAMES, CHANNELS } from './channels';
import type { ContentField } from './channels';
import type { ChannelContent, Content, TemplateParameter } from './message';

/** The value of one wire field: text, or the named values of a template. */
export type WireValue = string | readonly TemplateParameter[];

/**
 * The wire fields of a content, name and value, in the manual's order: places in the cascade, campaign, time, then the
 * channels' content. What is not used is left out (docs/protocol.md sections 1 and 7). All three codecs write these.
 */
export function wireFieldsOf(content: Content): [name: string, value: WireValue][] {
	const places = content.cascade.map((name, index): [string, string] => [CHANNELS[name].order, String(index + 1)]);
	return [...places, ...campaignFields(content), ...CHANNEL_NAMES.flatMap((name) => contentFields(content, name))];
}

function campaignFields({ campaignName, sendAt }: Content): [string, string][] {
	const fields: [string, string | undefined][] = [
		[CAMPAIGN_NAME, campaignName],
		[SEND_AT, sendAt],
	];
	return fields.flatMap(([name, value]): [string, string][] => (value === undefined || isBlank(value) ? [] : [[name, value]]));
}

function contentFields(content: Content, name: keyof typeof CHANNELS): [string, WireValue][] {
	const channel: ChannelContent = content.channels[name] ?? {};
	return CHANNELS[name].fields.flatMap((field): [string, WireValue][] => {
		const value = wireValueOf(field, channel);
		return value === undefined ? [] : [[field.wire, value]];
	});
}

function wireValueOf(field: ContentField, content: ChannelContent): WireValue | undefined {
	const value = content[field.name];
	if (value === undefined || value === false) return undefined;
	if (typeof value === 'string' && isBlank(value)) return undefined;
	if (value === true) return '1';
	if (typeof value === 'object') return value.length === 0 ? undefined : value;
	return String(value);
}

/** The wire name of the campaign name; GET cannot carry it. */
export const CAMPAIGN_NAME = 'name_delivery';

/** The wire name of the time to send at; GET cannot carry it. */
export const SEND_AT = 'time_send';
