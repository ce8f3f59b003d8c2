import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import { isRecord } from '../../../protocol/guards';
import { shorten } from '../../../protocol/text';
import { unreadable } from '../../shared/itemFailure';
import type { EmptyPlaceholder } from '../../shared/templates/textReader';
import { toOptionalText } from '../../shared/values';

/** Option of Send: what to do about a `{{ … }}` that gives nothing. */
export const emptyPlaceholders: INodeProperties = {
	displayName: 'Empty Placeholders',
	name: 'emptyPlaceholders',
	type: 'options',
	noDataExpression: true,
	options: [
		{ name: 'Send Anyway', value: 'sendAnyway', description: 'Send the text without it, and count such placeholders in a hint' },
		{ name: 'Refuse Item', value: 'refuse', description: 'Send nothing for an item in which a placeholder gives nothing' },
	],
	default: 'sendAnyway',
	description:
		'What to do when a placeholder in a text gives nothing, so that a customer would read "Hello, !". One that names an empty text itself (?? "") is meant so and does not count.',
};

/** Whether the Options of the first item say to refuse items with empty placeholders. Throws `ItemError`. */
export function readRefusesEmpty(options: unknown): boolean {
	const field = 'Empty Placeholders';
	const choice = toOptionalText(isRecord(options) ? options.emptyPlaceholders : undefined, field) ?? 'sendAnyway';
	if (choice === 'sendAnyway' || choice === 'refuse') return choice === 'refuse';
	throw unreadable('valueNotReadable', field, `${field} must be one of sendAnyway, refuse.`);
}

/** Says so when placeholders gave nothing in messages that were sent. Items are counted from 0, as n8n does. */
export function hintEmpty(context: IExecuteFunctions, empty: readonly EmptyPlaceholder[]): void {
	const [first] = empty;
	if (first === undefined) return;
	const items = new Set(empty.map(({ item }) => item)).size;
	const count = empty.length === 1 ? '1 placeholder' : `${empty.length} placeholders`;
	context.addExecutionHints({
		type: 'warning',
		location: 'outputPane',
		message: `Texts with gaps: ${count} gave nothing, in ${items} of ${context.getInputData().length} items. The first is ${shorten(first.source, 80)} in ${first.field} of item ${first.item}. To keep such items from being sent, set the option Empty Placeholders to Refuse Item.`,
	});
}
