import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { isRecord, listOf } from '../../protocol';
import type { Values } from '../shared/values';
import { toJsonObject, toText } from '../shared/values';

const DESCRIPTION = 'What the Cascade Messaging Trigger hands back with the outcome, e.g. the ID of the contact in your CRM';

/** Option of operations that hand messages to the trigger: named values that the trigger hands back. */
const attachDataField: INodeProperties = {
	displayName: 'Attach Data',
	name: 'attachData',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true },
	placeholder: 'Add Value',
	default: {},
	description: DESCRIPTION,
	options: [
		{
			displayName: 'Value',
			name: 'values',
			values: [
				{
					displayName: 'Name',
					name: 'name',
					type: 'string',
					default: '',
					placeholder: 'e.g. contactId',
					description: 'The name under which the trigger hands the value back',
				},
				{
					displayName: 'Value',
					name: 'value',
					type: 'string',
					default: '',
					placeholder: 'e.g. {{ $json.contactId }}',
					description: 'The value to hand back',
				},
			],
		},
	],
};

/** Option of the same operations: the values as one JSON object. */
const attachDataJsonField: INodeProperties = {
	displayName: 'Attach Data (JSON)',
	name: 'attachDataJson',
	type: 'json',
	default: '{}',
	placeholder: 'e.g. {"contactId": 42}',
	description: `${DESCRIPTION}. An object, by expression or as text.`,
};

/** The options by which values are attached to a message. */
export const attachDataFields: readonly INodeProperties[] = [attachDataField, attachDataJsonField];

/**
 * The values attached in an item's options, those in JSON and the named ones together. Where both have a name, the named one wins.
 *
 * @throws {ItemError} `valueNotReadable` when the JSON is not an object, or a name is not text.
 */
export function readAttachedData({ attachData: rows, attachDataJson: json }: Values): IDataObject {
	const named = (isRecord(rows) ? listOf(rows.values).filter(isRecord) : []).map(
		({ name, value }) => [toText(name, 'Attach Data Name').trim(), value] as const,
	);
	const whole = toJsonObject(json, 'Attach Data (JSON)', { contactId: 42 });
	return Object.fromEntries([...Object.entries(whole), ...named.filter(([name]) => name !== '')]) as IDataObject;
}
