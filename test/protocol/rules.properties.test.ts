import fc from 'fast-check';

import { isBlank } from '../../nodes/CascadeMessaging/protocol/blanks';
import { CHANNEL_NAMES, CHANNELS } from '../../nodes/CascadeMessaging/protocol/channels';
import type { ProtocolName } from '../../nodes/CascadeMessaging/protocol/codecs';
import type { Content } from '../../nodes/CascadeMessaging/protocol/message';
import { anyContent } from './support/arbitraries';
import { check } from './support/check';
import { RUNS } from './support/runs';
import { parseXml } from './support/xmlTree';

/** The texts of a content that are sent, by the words the interface has for them. */
function textsOf({ channels, campaignName = '' }: Content): [field: string, text: string][] {
	const texts = CHANNEL_NAMES.flatMap((name) =>
		CHANNELS[name].fields.map((field): [string, unknown] => [`${CHANNELS[name].title} ${field.label}`, channels[name]?.[field.name]]),
	);
	const isText = (one: [string, unknown]): one is [string, string] => typeof one[1] === 'string' && !isBlank(one[1]);
	const values = channels.vk?.templateData?.map(({ name, value }): [string, string] => [`VK Template Parameters "${name}"`, value]) ?? [];
	return [...texts.filter(isText), ...values, ...(campaignName === '' ? [] : [['Campaign Name', campaignName] as [string, string]])];
}

const isWhole = (text: string): boolean => text.isWellFormed();

/** What an independent parser says. */
function rootOf(document: string): string | undefined {
	try {
		return parseXml(document).name;
	} catch {
		return undefined;
	}
}

const MARKUP: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
const isXmlText = (text: string): boolean =>
	rootOf(`<a>${text.replace(/[&<>]/g, (one) => MARKUP[one] ?? one)}</a>`) === 'a' && !text.includes(String.raw`\n`);
const isXmlName = (text: string): boolean => rootOf(`<${text}/>`) === text && !text.includes(':');

const canCarry: Readonly<Record<ProtocolName, (text: string) => boolean>> = {
	json: isWhole,
	xml: (text) => isWhole(text) && isXmlText(text),
	get: isWhole,
};
const canName: Readonly<Record<ProtocolName, (name: string) => boolean>> = {
	json: (name) => isWhole(name) && !isBlank(name),
	xml: (name) => isWhole(name) && isXmlName(name) && !isBlank(name),
	get: (name) => isWhole(name) && !isBlank(name),
};

describe.each<ProtocolName>(['json', 'xml', 'get'])(
	'what %s cannot carry is refused by the name of its field, and nothing else is',
	(protocol) => {
		it('in texts', () => {
			fc.assert(
				fc.property(anyContent, (content) => {
					const refused = check(content, protocol).filter(({ code }) => code === 'characterNotAllowed');
					const wanted = textsOf(content).filter(([, text]) => !canCarry[protocol](text));
					expect(refused.map(({ field }) => field).sort()).toEqual(wanted.map(([field]) => field).sort());
					for (const { field, message } of refused) expect(message.startsWith(`${field} holds `)).toBe(true);
				}),
				RUNS,
			);
		});

		it('in the names of template parameters', () => {
			fc.assert(
				fc.property(anyContent, (content) => {
					const refused = check(content, protocol).filter(({ code }) => code === 'parameterNameInvalid');
					const wanted = content.channels.vk?.templateData?.filter(({ name }) => !canName[protocol](name)) ?? [];
					expect(refused).toHaveLength(wanted.length);
					for (const { field } of refused) expect(field).toBe('VK Template Parameters');
				}),
				RUNS,
			);
		});
	},
);
