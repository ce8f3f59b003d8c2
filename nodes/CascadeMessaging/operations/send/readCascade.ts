import { CHANNELS, isChannelName } from '../../protocol/channels';
import type { ChannelName, ContentField } from '../../protocol/channels';
import { isRecord, listOf } from '../../protocol/guards';
import type { ChannelContent, Content } from '../../protocol/message';
import { shorten } from '../../protocol/text';
import { unreadable } from '../itemFailure';
import { toFlag, toName, toNumber, toOptionalText, toText } from '../values';
import { readTemplateParameters } from './readTemplateParameters';

/** The cascade of a content and what each of its channels shows. */
export type Cascade = Pick<Content, 'cascade' | 'channels'>;

/** Reads the value of the Cascade parameter: steps in order, each with its channel's fields. Throws `ItemError`. */
export function readCascade(value: unknown): Cascade {
	const steps = isRecord(value) ? listOf(value.steps).filter(isRecord) : [];
	const cascade: ChannelName[] = [];
	const channels: Partial<Record<ChannelName, ChannelContent>> = {};
	for (const step of steps) {
		const name = readChannelName(step.channel);
		if (cascade.includes(name)) {
			const message = `Cascade: ${CHANNELS[name].title} stands there twice; each channel may stand there once.`;
			throw unreadable('channelRepeated', 'Cascade', message);
		}
		cascade.push(name);
		channels[name] = readContent(name, step);
	}
	return { cascade, channels };
}

function readChannelName(value: unknown): ChannelName {
	if (isChannelName(value)) return value;
	const known = Object.keys(CHANNELS).join(', ');
	const message = `Channel "${shorten(toText(value, 'Channel'), 40)}" is not known; choose one of ${known}.`;
	throw unreadable('channelUnknown', 'Channel', message);
}

function readContent(name: ChannelName, step: Record<string, unknown>): ChannelContent {
	const { title, fields } = CHANNELS[name];
	const options = isRecord(step.options) ? step.options : {};
	const values = fields.map((field) => {
		const raw = field.rare ? options[field.name] : step[field.name];
		return [field.name, readField(field, raw, `${title} ${field.label}`, step)] as const;
	});
	return Object.fromEntries(values.filter(([, value]) => value !== undefined));
}

type Value = ChannelContent[keyof ChannelContent];

function readField(field: ContentField, raw: unknown, where: string, step: Record<string, unknown>): Value {
	const readers: Record<ContentField['kind'], () => Value> = {
		text: () => toOptionalText(raw, where),
		name: () => toName(raw, where),
		minutes: () => toNumber(raw, where),
		flag: () => toFlag(raw) || undefined,
		parameters: () => readTemplateParameters(step, where),
	};
	return readers[field.kind]();
}
