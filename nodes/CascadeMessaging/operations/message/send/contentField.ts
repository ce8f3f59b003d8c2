import type { INodeProperties } from 'n8n-workflow';

import type { ChannelContent, ContentField, FieldKind } from '../../../protocol';
import type { Given } from '../../shared/templates/given';
import { chosenIn } from '../../shared/templates/given';
import type { ItemTexts } from '../../shared/templates/textReader';
import { toFlag, toNumber } from '../../shared/values';
import { senderLocator } from './senderLocator';
import { readTemplateParameters, templateParameterFields } from './templateParameters';

/** What a channel's field holds; `undefined` when it is left out. */
export type ContentValue = ChannelContent[keyof ChannelContent];

/** Where a field's value stands in an item, and how it is read. */
interface FieldPlace {
	/** The values of the field and of those beside it. */
	readonly values: Given;
	/** The field as the interface calls it, with its channel in front. */
	readonly where: string;
	readonly texts: ItemTexts;
}

/** How one kind of field is shown to the user, and how Send reads it. */
interface Kind {
	/** The parameters in which the user gives it. */
	readonly properties: (field: ContentField) => INodeProperties[];
	readonly read: (field: ContentField, place: FieldPlace) => ContentValue;
}

const KINDS: Readonly<Record<FieldKind, Kind>> = {
	text: {
		properties: (field) => [{ ...named(field), type: 'string', default: '', ...(field.name === 'text' && { typeOptions: { rows: 3 } }) }],
		read: ({ name }, { values, where, texts }) => texts.optionalText(values.at(name), where),
	},
	name: {
		properties: (field) => [field.listed === undefined ? { ...named(field), type: 'string', default: '' } : senderLocator(named(field))],
		read: ({ name }, { values, where, texts }) => texts.name(chosenIn(values.at(name)), where),
	},
	minutes: {
		properties: (field) => [{ ...named(field), type: 'number', typeOptions: { minValue: 1 }, default: 60 }],
		read: ({ name }, { values, where }) => toNumber(values.at(name).value, where),
	},
	flag: {
		properties: (field) => [{ ...named(field), type: 'boolean', default: false }],
		read: ({ name }, { values }) => toFlag(values.at(name).value) || undefined,
	},
	parameters: {
		properties: templateParameterFields,
		read: (_, { values, where, texts }) => readTemplateParameters(values, where, texts),
	},
};

function named({ label: displayName, name, description, placeholder, required }: ContentField): Omit<INodeProperties, 'type' | 'default'> {
	return { displayName, name, description, ...(placeholder !== undefined && { placeholder }), ...(required && { required }) };
}

/** The parameters in which the user gives a field of a channel. */
export function propertiesOf(field: ContentField): INodeProperties[] {
	return KINDS[field.kind].properties(field);
}

/**
 * The value of a field of a channel; `undefined` when it is left out.
 *
 * @throws {ItemError} when it cannot be read; which error depends on its kind.
 */
export function readContentField(field: ContentField, place: FieldPlace): ContentValue {
	return KINDS[field.kind].read(field, place);
}
