import type { INodeProperties, INodePropertyCollection } from 'n8n-workflow';

import type { ContentField, TemplateParameter } from '../../../protocol';
import { isRecord } from '../../../protocol';
import { Given, MadeBy } from '../../shared/templates/given';
import type { ItemTexts } from '../../shared/templates/textReader';
import { toJsonObject } from '../../shared/values';

/** One row for each parameter. */
const ROWS: INodePropertyCollection = {
	displayName: 'Parameter',
	name: 'rows',
	values: [
		{
			displayName: 'Name',
			name: 'name',
			type: 'string',
			default: '',
			placeholder: 'e.g. Name',
			description: 'The name of the parameter in the template',
		},
		{
			displayName: 'Value',
			name: 'value',
			type: 'string',
			default: '',
			placeholder: 'e.g. Anna',
			description: 'The text to put in its place',
		},
	],
};

/** The parameters in which the user gives them, under the label of the field they are for. */
export function templateParameterFields({
	label: displayName,
	description,
}: Pick<ContentField, 'label' | 'description'>): INodeProperties[] {
	return [
		{
			displayName: `${displayName} As`,
			name: 'parametersAs',
			type: 'options',
			noDataExpression: true,
			options: [
				{ name: 'Name and Value Rows', value: 'rows' },
				{ name: 'JSON', value: 'json' },
			],
			default: 'rows',
			description: 'How to give the values to put into the template',
		},
		{
			displayName,
			name: 'parameters',
			type: 'fixedCollection',
			typeOptions: { multipleValues: true },
			placeholder: 'Add Parameter',
			default: {},
			description,
			displayOptions: { show: { parametersAs: ['rows'] } },
			options: [ROWS],
		},
		{
			displayName: `${displayName} (JSON)`,
			name: 'parametersJson',
			type: 'json',
			default: '{}',
			placeholder: 'e.g. {"Name": "Anna"}',
			description: 'An object with the name and value of each parameter',
			displayOptions: { show: { parametersAs: ['json'] } },
		},
	];
}

/**
 * The template parameters of a step, given as rows or as JSON; `undefined` when there are none.
 *
 * @throws {ItemError} `valueNotReadable` for JSON that is no object, or as the texts that are read.
 */
export function readTemplateParameters(step: Given, where: string, texts: ItemTexts): readonly TemplateParameter[] | undefined {
	const isJson = step.at('parametersAs').value === 'json';
	const parameters = isJson ? fromJson(step.at('parametersJson'), where, texts) : fromRows(step.at('parameters'), where, texts);
	return parameters.length === 0 ? undefined : parameters;
}

function fromRows(given: Given, where: string, texts: ItemTexts): TemplateParameter[] {
	const rows = given
		.at('rows')
		.list()
		.filter(({ value }) => isRecord(value));
	return rows.map((row) => parameter(row.at('name'), row.at('value'), where, texts));
}

function fromJson(given: Given, where: string, texts: ItemTexts): TemplateParameter[] {
	const whole = given.readAs(toJsonObject(given.value, where, { Name: 'Anna' }));
	if (typeof given.value === 'string') texts.noteEmpty(given, given.value, where);
	return whole.entries().map(([name, value]) => {
		const typed = value.typed instanceof MadeBy ? value.typed : undefined;
		return parameter(new Given(name, typed), value, where, texts);
	});
}

function parameter(givenName: Given, value: Given, where: string, texts: ItemTexts): TemplateParameter {
	const name = texts.text(givenName, `${where} Name`);
	return { name, value: texts.text(value, `${where} "${name}"`) };
}
