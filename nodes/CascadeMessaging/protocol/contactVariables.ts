import { channelNamesIn, CHANNELS } from './channels';
import { valueIn } from './contentFields';
import type { Content } from './message';
import type { Violation } from './violation';

/** What is known of a contact, by the name a text calls it: `#name#` (docs/protocol.md sections 7 and 8). */
export const CONTACT_VARIABLES: readonly string[] = [
	...['name', 'surname', 'patronymic', 'date_birth', 'male', 'number', 'phone', 'region', 'operator'],
	...[1, 2, 3, 4, 5].map((place) => `addition_${place}`),
];

/** A word between two marks. Of hashtags the first mark is one, and the next, if it stands right behind, is that of another word. */
const VARIABLE = /#([\p{L}_][\p{L}\p{N}_]*)#(?![\p{L}\p{N}_])/gu;

/** The variables in the texts of a content that name nothing which is known of contacts: they would reach the customer as they stand. */
export function checkVariables({ channels }: Content): Violation[] {
	return channelNamesIn(channels).flatMap((name) => {
		const { title, fields } = CHANNELS[name];
		return fields.flatMap((field): Violation[] => {
			const value = valueIn(channels[name] ?? {}, field);
			const texts = typeof value === 'string' ? [value] : typeof value === 'object' ? value.map((row) => row.value) : [];
			const unknown = texts.flatMap((text) => [...text.matchAll(VARIABLE)]).find(([, word = '']) => !CONTACT_VARIABLES.includes(word));
			if (unknown === undefined) return [];
			const where = `${title} ${field.label}`;
			const message = `${where} holds ${unknown[0]}, which is no field of a contact. There are ${CONTACT_VARIABLES.map((word) => `#${word}#`).join(', ')}. If it is meant as it stands, put a blank before the second #.`;
			return [{ code: 'variableUnknown', field: where, message }];
		});
	});
}
