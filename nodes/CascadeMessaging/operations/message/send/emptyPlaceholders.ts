import type { INodeProperties } from 'n8n-workflow';

import { toChoice } from '../../shared/settings';
import type { Values } from '../../shared/values';

/** Option of Send: what to do about a `{{ … }}` that gives nothing. */
export const emptyPlaceholdersField: INodeProperties = {
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

/**
 * Whether a run's options say to refuse items with empty placeholders.
 *
 * @throws {ItemError} `valueNotReadable` when the choice is none of the two.
 */
export function readRefusesEmpty({ emptyPlaceholders }: Values): boolean {
	const { displayName: field } = emptyPlaceholdersField;
	return toChoice(emptyPlaceholders, { field, choices: ['sendAnyway', 'refuse'], byDefault: 'sendAnyway' }) === 'refuse';
}
