/** What can be asked about the account (PROTOCOL section 8). */
export const QUESTION_TYPES = [
	'balance',
	'originator',
	'def',
	'time',
	'list_stop',
	'stop',
	'list_bases',
	'bases',
	'list_phones',
	'phones',
	'list_scheduled',
	'scheduled',
] as const;

/** A name of the list. */
export type QuestionType = (typeof QUESTION_TYPES)[number];

/** Whether there is a question of that name. */
export function isQuestionType(value: unknown): value is QuestionType {
	return QUESTION_TYPES.some((type) => type === value);
}
