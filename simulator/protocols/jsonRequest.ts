import { onlyKnown, refuseUnknown } from '../gateway/knownFields';
import type { NamedLists, RawMessage, RawRecipient } from '../gateway/message';
import { refuse, WORDS } from '../gateway/refusal';
import { jsonDocument, jsonList, jsonRecord, jsonText, jsonTexts } from './jsonValues';
import type { OpenedRequest } from './openedRequest';

/**
 * Opens a document of PROTOCOL section 2. The type of every value and every key is checked: the manual sends all
 * scalars as strings.
 * @param text the body
 * @param known the scalar message fields this operator knows
 * @param hasLists whether the operator's revision has contact lists at all
 * @throws {Refusal} when the text is no JSON object
 */
export function openJson(text: string, known: ReadonlySet<string>, hasLists: boolean): OpenedRequest {
	const document = jsonDocument(text, WORDS.badJson);
	const hasPair = 'login' in document || 'password' in document;
	return {
		pair: hasPair ? { login: textOrNull(document.login), password: textOrNull(document.password) } : null,
		command: () => {
			onlyKnown(Object.keys(document), ['login', 'password', 'message', 'state']);
			if (document.message !== undefined && document.state !== undefined) refuseUnknown('state');
			if (document.state !== undefined) return { kind: 'state', ids: readIds(document.state) };
			const messages = document.message === undefined ? [] : jsonList(document.message, 'message');
			if (messages.length === 0) refuse(WORDS.noMessages);
			return { kind: 'send', messages: messages.map((one) => readMessage(one, known, hasLists)) };
		},
	};
}

function textOrNull(value: unknown): string | null {
	return typeof value === 'string' ? value : null;
}

function readIds(value: unknown): string[] {
	const states = jsonList(value, 'state');
	if (states.length === 0) refuse(WORDS.noIds);
	return states.map((state) => {
		const record = jsonRecord(state, 'state');
		onlyKnown(Object.keys(record), ['id_message']);
		return jsonText(record.id_message, 'id_message');
	});
}

function readMessage(value: unknown, known: ReadonlySet<string>, hasLists: boolean): RawMessage {
	const fields = new Map<string, string>();
	let templateData: ReadonlyMap<string, string> | null = null;
	let recipients: RawRecipient[] = [];
	let to: NamedLists['to'] | null = null;
	let skip: NamedLists['skip'] | null = null;
	for (const [name, field] of Object.entries(jsonRecord(value, 'message'))) {
		if (known.has(name)) fields.set(name, jsonText(field, name));
		else if (name === 'templateData') templateData = jsonTexts(field, name);
		else if (name === 'phones') recipients = jsonList(field, name).map(readRecipient);
		else if (hasLists && name === 'base') to = jsonList(field, name).map(readList);
		else if (hasLists && name === 'stop_base') skip = jsonList(field, name).map(readSkipped);
		else refuseUnknown(name);
	}
	return { fields, templateData, recipients, lists: to || skip ? { to: to ?? [], skip: skip ?? [] } : null };
}

function readRecipient(value: unknown): RawRecipient {
	const record = jsonRecord(value, 'phones');
	onlyKnown(Object.keys(record), ['phone', 'client_id_message']);
	const number = record.client_id_message;
	return {
		phone: jsonText(record.phone, 'phone'),
		clientNumber: number === undefined ? null : jsonText(number, 'client_id_message'),
	};
}

function readList(value: unknown): NamedLists['to'][number] {
	const record = jsonRecord(value, 'base');
	onlyKnown(Object.keys(record), ['base', 'time_send']);
	return { id: jsonText(record.base, 'base'), sendAt: jsonText(record.time_send ?? '', 'time_send') };
}

function readSkipped(value: unknown): string {
	const record = jsonRecord(value, 'stop_base');
	onlyKnown(Object.keys(record), ['base']);
	return jsonText(record.base, 'base');
}
