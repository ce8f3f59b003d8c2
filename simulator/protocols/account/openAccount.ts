import { isQuestionType } from '../../gateway/account/questionTypes';
import type { AccountSettings } from '../../gateway/account/settings';
import { onlyKnown } from '../../gateway/knownFields';
import { KNOWN_WORDS } from '../../gateway/knownWords';
import { refuse, WORDS } from '../../gateway/refusal';
import { isRecord } from '../../isRecord';
import { readBody } from '../body';
import { jsonDocument, jsonRecord } from '../jsonValues';
import type { OpenedRequest } from '../openedRequest';
import type { WireRequest } from '../wire';
import { QUESTIONS } from './questions';

/** What this address says of wrong credentials: one text for all. */
export const ACCOUNT_WORDS = { badLogin: KNOWN_WORDS.access, badToken: KNOWN_WORDS.access };

/**
 * Opens a document of PROTOCOL section 8.
 * @param settings which questions the operator knows
 * @throws {Refusal} when nothing was posted, or it is no JSON object
 */
export function openAccount({ method, body, headers }: WireRequest, settings: Pick<AccountSettings, 'unknownTypes'>): OpenedRequest {
	if (method !== 'POST' || body.length === 0) refuse(KNOWN_WORDS.noPostData);
	const { type, security, ...asked } = jsonDocument(readBody(body, headers['content-type'], 'application/json'), KNOWN_WORDS.badJson);
	return {
		pair: security === undefined ? null : readSecurity(security),
		command: () => {
			if (security !== undefined) onlyKnown(Object.keys(jsonRecord(security, 'security')), ['login', 'password']);
			if (!isQuestionType(type) || settings.unknownTypes.includes(type)) return refuse(WORDS.unknownType);
			const question = QUESTIONS[type];
			onlyKnown(Object.keys(asked), question.fields);
			return { kind: 'account', answer: (gateway) => question.answer(gateway, asked) };
		},
	};
}

function readSecurity(security: unknown): OpenedRequest['pair'] {
	const { login, password } = isRecord(security) ? security : {};
	return { login: typeof login === 'string' ? login : null, password: typeof password === 'string' ? password : null };
}
