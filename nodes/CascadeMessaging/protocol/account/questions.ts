import type { ChannelTable } from '../channels';
import { CHANNELS } from '../channels';
import { balanceQuestion } from './balance';
import { clockQuestion } from './clock';
import { contactsChange } from './contactChanges';
import { contactListsChange, contactListsQuestion } from './contactLists';
import { contactsQuestion } from './contacts';
import { phoneFactsQuestion } from './phoneFacts';
import type { Question } from './question';
import { scheduledCancel, scheduledQuestion } from './scheduled';
import { sendersQuestion } from './senders';
import { stopListChange, stopListQuestion } from './stopList';

function rowsFor(channels: ChannelTable) {
	return {
		balance: balanceQuestion(channels),
		senders: sendersQuestion,
		phoneFacts: phoneFactsQuestion,
		clock: clockQuestion,
		stopList: stopListQuestion,
		changeStopList: stopListChange,
		contactLists: contactListsQuestion,
		changeContactLists: contactListsChange,
		contacts: contactsQuestion,
		changeContacts: contactsChange,
		scheduled: scheduledQuestion,
		cancelScheduled: scheduledCancel,
	};
}

type Rows = ReturnType<typeof rowsFor>;

/** The name of a question about the account, in code. */
export type QuestionName = keyof Rows;

/** What is needed to ask a question. */
export type InputOf<Name extends QuestionName> = Rows[Name] extends Question<infer Input, unknown> ? Input : never;

/** What a question is answered with. */
export type AnswerOf<Name extends QuestionName> = Rows[Name] extends Question<never, infer Answer> ? Answer : never;

/** The questions by name. */
export type Questions = { readonly [Name in QuestionName]: Question<InputOf<Name>, AnswerOf<Name>> };

/** All that can be asked about an account (docs/protocol.md section 8): a further question is a further row. `channels` says which there are. */
export function createQuestions(channels: ChannelTable): Questions {
	return rowsFor(channels);
}

/** The questions with the package's own channels. */
export const QUESTIONS = createQuestions(CHANNELS);
