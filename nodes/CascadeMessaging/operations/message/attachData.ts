import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { isRecord, listOf } from '../../protocol';
import type { Values } from '../shared/values';
import { toJsonObject, toText } from '../shared/values';

const JSON_FIELD: INodeProperties = {
	displayName: 'JSON',
	name: 'json',
	type: 'json',
	default: '{}',
	placeholder: 'e.g. {"contactId": 42}',
	description: 'An object with the names and values to hand back',
};

/** Option of operations that hand messages to the trigger: values that the trigger hands back, by name or as JSON. */
const attachDataField: INodeProperties = {
	displayName: 'Attach Data',
	name: 'attachData',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true },
	placeholder: 'Add Data',
	default: {},
	description: 'What the Cascade Messaging Trigger hands back with the outcome, e.g. the ID of the contact in your CRM',
	options: [
		{
			displayName: 'Named Value',
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
		{ displayName: 'Values as JSON', name: 'json', values: [JSON_FIELD] },
	],
};

/** The JSON as an option of its own, which it once was. Nobody is offered it any more, but workflows that hold it go on. */
const attachDataJsonField: INodeProperties = {
	...JSON_FIELD,
	displayName: 'Attach Data (JSON)',
	name: 'attachDataJson',
	displayOptions: { show: { attachDataJson: [{ _cnd: { exists: true } }] } },
};

/** The options by which values are attached to a message. */
export const attachDataFields: readonly INodeProperties[] = [attachDataField, attachDataJsonField];

/**
 * The values attached in an item's options, those in JSON and the named ones together. Where both have a name, the named one wins.
 *
 * @throws {ItemError} `valueNotReadable` when the JSON is not an object, or a name is not text.
 */
export function readAttachedData({ attachData, attachDataJson }: Values): IDataObject {
	const { values, json } = isRecord(attachData) ? attachData : {};
	const named = rowsOf(values).map(({ name, value }) => [toText(name, 'Attach Data Name').trim(), value] as const);
	const objects = [attachDataJson, ...rowsOf(json).map((row) => row.json)];
	const whole = objects.flatMap((object) => Object.entries(toJsonObject(object, 'Attach Data (JSON)', { contactId: 42 })));
	return Object.fromEntries([...whole, ...named.filter(([name]) => name !== '')]) as IDataObject;
}

function rowsOf(value: unknown): Record<string, unknown>[] {
	return listOf(value).filter(isRecord);
}
