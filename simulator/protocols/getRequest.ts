import { onlyKnown, refuseUnknown } from '../gateway/knownFields';
import type { RawMessage } from '../gateway/message';
import { refuse, WORDS } from '../gateway/refusal';
import { parseQuery } from './getQuery';
import { jsonTexts } from './jsonValues';
import type { Command, OpenedRequest } from './openedRequest';

const LONGEST_URL = 2000;

/**
 * Opens a request of PROTOCOL section 4.
 * @param url the whole address with scheme and host, as the sender counts it
 * @param known the scalar message fields this operator knows in GET
 * @throws {Refusal} when the address is too long or malformed
 */
export function openGet(url: string, known: ReadonlySet<string>): OpenedRequest {
	if (url.length > LONGEST_URL) refuse(WORDS.longUrl);
	const [, query = ''] = url.split(/\?(.*)/s);
	const parameters = parseQuery(query);
	const hasPair = parameters.has('login') || parameters.has('password');
	return {
		pair: hasPair ? { login: parameters.get('login') ?? null, password: parameters.get('password') ?? null } : null,
		sameness: JSON.stringify([...parameters].sort(([one], [other]) => (one < other ? -1 : 1))),
		command: () => (parameters.has('id_message') ? readState(parameters) : readMessage(parameters, known)),
	};
}

function readState(parameters: ReadonlyMap<string, string>): Command {
	onlyKnown(parameters.keys(), ['login', 'password', 'id_message']);
	const id = parameters.get('id_message') ?? '';
	if (id === '') refuse(WORDS.noIds);
	return { kind: 'state', ids: [id] };
}

function readMessage(parameters: ReadonlyMap<string, string>, known: ReadonlySet<string>): Command {
	const fields = new Map<string, string>();
	for (const [name, value] of parameters) {
		if (known.has(name)) fields.set(name, value);
		else if (!['login', 'password', 'phone', 'templateData'].includes(name)) refuseUnknown(name);
	}
	const phones = parameters.get('phone') ?? '';
	const message: RawMessage = {
		fields,
		templateData: readTemplate(parameters.get('templateData')),
		recipients: phones === '' ? [] : phones.split(',').map((phone) => ({ phone, clientNumber: null })),
		lists: null,
	};
	return { kind: 'send', messages: [message] };
}

function readTemplate(text: string | undefined): ReadonlyMap<string, string> | null {
	if (text === undefined) return null;
	try {
		return jsonTexts(JSON.parse(text), 'templateData');
	} catch (error) {
		if (error instanceof SyntaxError) refuse('Поле templateData должно быть объектом');
		throw error;
	}
}
