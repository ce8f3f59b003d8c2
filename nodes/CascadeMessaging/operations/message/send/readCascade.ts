import { CHANNELS, isChannelName } from '../../../protocol/channels';
import type { ChannelName, ContentField } from '../../../protocol/channels';
import { isRecord } from '../../../protocol/guards';
import type { ChannelContent, Content } from '../../../protocol/message';
import { shorten } from '../../../protocol/text';
import { unreadable } from '../../shared/itemFailure';
import type { Given } from '../../shared/templates/given';
import type { ItemTexts } from '../../shared/templates/textReader';
import { toFlag, toNumber, toText } from '../../shared/values';
import { readTemplateParameters } from './readTemplateParameters';

/** The cascade of a content and what each of its channels shows. */
export type Cascade = Pick<Content, 'cascade' | 'channels'>;

/** Reads the value of the Cascade parameter: steps in order, each with its channel's fields. Throws `ItemError`. */
export function readCascade(given: Given, texts: ItemTexts): Cascade {
	const steps = given.at('steps').list().filter(({ value }) => isRecord(value));
	const cascade: ChannelName[] = [];
	const channels: Partial<Record<ChannelName, ChannelContent>> = {};
	for (const step of steps) {
		const name = readChannelName(step.at('channel').value);
		if (cascade.includes(name)) {
			const message = `Cascade: ${CHANNELS[name].title} stands there twice; each channel may stand there once.`;
			throw unreadable('channelRepeated', 'Cascade', message);
		}
		cascade.push(name);
		channels[name] = readContent(name, step, texts);
	}
	return { cascade, channels };
}

function readChannelName(value: unknown): ChannelName {
	if (isChannelName(value)) return value;
	const known = Object.keys(CHANNELS).join(', ');
	const message = `Channel "${shorten(toText(value, 'Channel'), 40)}" is not known; choose one of ${known}.`;
	throw unreadable('channelUnknown', 'Channel', message);
}

function readContent(name: ChannelName, step: Given, texts: ItemTexts): ChannelContent {
	const { title, fields } = CHANNELS[name];
	const values = fields.map((field) => {
		return [field.name, readField(field, `${title} ${field.label}`, step, texts)] as const;
	});
	return Object.fromEntries(values.filter(([, value]) => value !== undefined));
}

type Value = ChannelContent[keyof ChannelContent];

function readField(field: ContentField, where: string, step: Given, texts: ItemTexts): Value {
	const given = (field.rare ? step.at('options') : step).at(field.name);
	const readers: Record<ContentField['kind'], () => Value> = {
		text: () => texts.optionalText(given, where),
		name: () => texts.name(given, where),
		minutes: () => toNumber(given.value, where),
		flag: () => toFlag(given.value) || undefined,
		parameters: () => readTemplateParameters(step, where, texts),
	};
	return readers[field.kind]();
}
