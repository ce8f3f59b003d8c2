import { isRecord, listOf } from '../../protocol/guards';
import type { TemplateParameter } from '../../protocol/message';
import { toJsonObject, toText } from '../values';

/** The template parameters of a VK step, given as rows or as JSON; `undefined` when there are none. Throws `ItemError`. */
export function readTemplateParameters(
	step: Record<string, unknown>,
	where: string,
): readonly TemplateParameter[] | undefined {
	const parameters = step.parametersAs === 'json' ? fromJson(step.parametersJson, where) : fromRows(step.parameters, where);
	return parameters.length === 0 ? undefined : parameters;
}

function fromRows(value: unknown, where: string): TemplateParameter[] {
	const rows = isRecord(value) ? listOf(value.rows).filter(isRecord) : [];
	return rows.map(({ name, value: text }) => parameter(toText(name, `${where} Name`), text, where));
}

function fromJson(value: unknown, where: string): TemplateParameter[] {
	const given = toJsonObject(value, where, { Name: 'Anna' });
	return Object.entries(given).map(([name, text]) => parameter(name, text, where));
}

function parameter(name: string, value: unknown, where: string): TemplateParameter {
	return { name, value: toText(value, `${where} "${name}"`) };
}
