import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

import { isRecord, listOf, scalarText } from '../../../../nodes/CascadeMessaging/protocol';
import type { NodeResult } from '../../harness';

const failureOf = (json: IDataObject): IDataObject => (json.error ?? {}) as IDataObject;

/** Says whether a line is an answer that fits no recipient. */
export function isAboutNobody(json: IDataObject): boolean {
	return failureOf(json).code === 'answerForNobody';
}

/** The input item a line says it comes from. */
export function linkedTo(line: INodeExecutionData | undefined): number | undefined {
	const link = line?.pairedItem;
	return typeof link === 'object' && !Array.isArray(link) ? link.item : undefined;
}

/** The lines a run that was stopped holds in its error, as the items they would have been; those for nobody last. */
export function linesOfStop({ error }: NodeResult): INodeExecutionData[] {
	const data = isRecord(error) && 'context' in error && isRecord(error.context) ? error.context.data : undefined;
	const { accepted, failed } = isRecord(data) ? data : {};
	const lines = [...listOf(accepted).map((json) => asLine(json, json)), ...listOf(failed).map((error) => asLine(error, { error }))];
	const place = ({ json, pairedItem }: INodeExecutionData): number => (isAboutNobody(json) ? Infinity : Number(pairedItem));
	return lines.toSorted((one, other) => Math.sign(place(one) - place(other) || 0)).map(linked);
}

function asLine(of: unknown, json: unknown): INodeExecutionData {
	return { json: json as IDataObject, pairedItem: Number(isRecord(of) ? of.item : NaN) };
}

function linked(line: INodeExecutionData): INodeExecutionData {
	return { ...line, pairedItem: { item: Number(line.pairedItem) } };
}

/** A result in the words of an expectation. */
export function summaryOf(letters: readonly string[], lines: readonly IDataObject[], reached: number): string {
	const codes = lines
		.filter((json) => !isAboutNobody(json) && !(failureOf(json).outcome === 'refused'))
		.flatMap((json) => scalarText(failureOf(json).code) ?? []);
	const strays = lines.filter(isAboutNobody).length;
	return [letters.join(''), [...new Set(codes)].join('/'), strays > 0 ? `+${strays}` : '', `×${reached}`]
		.filter((part) => part !== '')
		.join(' ');
}
