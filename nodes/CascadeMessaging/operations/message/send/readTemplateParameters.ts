import type { TemplateParameter } from '../../../protocol/message';
import { isRecord } from '../../../protocol/guards';
import { Given, MadeBy } from '../../shared/templates/given';
import type { ItemTexts } from '../../shared/templates/textReader';
import { toJsonObject } from '../../shared/values';

/** The template parameters of a VK step, given as rows or as JSON; `undefined` when there are none. Throws `ItemError`. */
export function readTemplateParameters(step: Given, where: string, texts: ItemTexts): readonly TemplateParameter[] | undefined {
	const isJson = step.at('parametersAs').value === 'json';
	const parameters = isJson ? fromJson(step.at('parametersJson'), where, texts) : fromRows(step.at('parameters'), where, texts);
	return parameters.length === 0 ? undefined : parameters;
}

function fromRows(given: Given, where: string, texts: ItemTexts): TemplateParameter[] {
	const rows = given.at('rows').list().filter(({ value }) => isRecord(value));
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
