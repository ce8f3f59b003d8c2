import { encodeQuestion, readAccountAnswer } from '../../../../nodes/CascadeMessaging/protocol/account/answer';
import type { AnswerOf, InputOf, QuestionName } from '../../../../nodes/CascadeMessaging/protocol/account/questions';
import { ProtocolError } from '../../../../nodes/CascadeMessaging/protocol/errors';
import { parseJson } from '../../support/fixtures';

/** Puts a mark around what may hold secrets, so that it shows. */
export const quote = (words: string): string => `<${words}>`;

/** The document of the request that asks a question. */
export function asked<Name extends QuestionName>(name: Name, input: InputOf<Name>): unknown {
	const request = encodeQuestion(name, input);
	return parseJson(request.method === 'POST' ? request.body : '');
}

/** Why an answer is none, as it is told or thrown. */
export interface Told {
	readonly code: string;
	readonly message: string;
	readonly reason?: string;
	/** Whether it was thrown: then another try may bring an answer. */
	readonly mayPass?: true;
}

/** What is read from a document, or a text, that answers a question; why it is no answer otherwise. */
export function readTo<Name extends QuestionName>(name: Name, document: unknown, input: InputOf<Name>): AnswerOf<Name> | Told {
	const text = typeof document === 'string' ? document : JSON.stringify(document);
	try {
		const read = readAccountAnswer(name, text, { input, quote });
		return 'answer' in read ? read.answer : read.trouble;
	} catch (error) {
		if (!(error instanceof ProtocolError)) throw error;
		return { code: error.code, message: error.message, mayPass: true };
	}
}
