import type { QuestionType } from '../../gateway/account/questionTypes';
import { list_phones, phones } from './contactQuestions';
import { bases, list_bases } from './listQuestions';
import { balance, originator, time } from './moneyQuestions';
import { def, list_stop, stop } from './numberQuestions';
import type { Question } from './question';
import { list_scheduled, scheduled } from './scheduledQuestions';

/** The questions by the `type` that asks them. */
export const QUESTIONS: Readonly<Record<QuestionType, Question>> = {
	balance,
	originator,
	def,
	time,
	list_stop,
	stop,
	list_bases,
	bases,
	list_phones,
	phones,
	list_scheduled,
	scheduled,
};
