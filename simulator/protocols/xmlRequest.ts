import { onlyKnown, refuseUnknown } from '../gateway/knownFields';
import type { RawMessage, RawRecipient } from '../gateway/message';
import { refuse, WORDS } from '../gateway/refusal';
import type { Command, OpenedRequest, Operation } from './openedRequest';
import { parseXml, type XmlElement } from './xmlTree';

/**
 * Opens a document of PROTOCOL section 3.
 * @param text the body
 * @param operation which of the two addresses it came to
 * @param known the scalar message fields this operator knows
 * @throws {Refusal} when the text is no such document
 */
export function openXml(text: string, operation: Operation, known: ReadonlySet<string>): OpenedRequest {
	const root = parseXml(text);
	if (root.name !== 'request') refuse(WORDS.badXml);
	const security = root.children.filter(({ name }) => name === 'security');
	return {
		pair: readSecurity(security),
		command: () => {
			plain(root);
			checkSecurity(security);
			const rest = root.children.filter(({ name }) => name !== 'security');
			return operation === 'send' ? readMessages(rest, known) : readStates(rest);
		},
	};
}

function readSecurity([security]: readonly XmlElement[]): OpenedRequest['pair'] {
	if (!security) return null;
	const valueOf = (name: string) => security.children.find((child) => child.name === name)?.attributes.get('value') ?? null;
	return { login: valueOf('login'), password: valueOf('password') };
}

function checkSecurity(all: readonly XmlElement[]): void {
	if (all.length > 1) refuseUnknown('security');
	for (const security of all) {
		plain(security);
		onlyKnown(
			security.children.map(({ name }) => name),
			['login', 'password'],
		);
		if (security.children.length !== 2) refuseUnknown('security');
		for (const child of security.children) {
			onlyKnown(child.attributes.keys(), ['value']);
			empty(child);
		}
	}
}

function readMessages(elements: readonly XmlElement[], known: ReadonlySet<string>): Command {
	onlyKnown(
		elements.map(({ name }) => name),
		['message'],
	);
	if (elements.length === 0) refuse(WORDS.noMessages);
	return { kind: 'send', messages: elements.map((element) => readMessage(element, known)) };
}

function readMessage(message: XmlElement, known: ReadonlySet<string>): RawMessage {
	const fields = new Map<string, string>();
	const recipients: RawRecipient[] = [];
	let templateData: Map<string, string> | null = null;
	plain(message);
	for (const child of message.children) {
		if (child.name === 'abonent') recipients.push(readRecipient(child));
		else if (child.name === 'templateData' && !templateData) templateData = readTemplate(child);
		else if (known.has(child.name) && !fields.has(child.name)) fields.set(child.name, textOf(child));
		else refuseUnknown(child.name);
	}
	return { fields, templateData, recipients, lists: null };
}

function readTemplate(element: XmlElement): Map<string, string> {
	plain(element);
	const data = new Map<string, string>();
	for (const child of element.children) {
		if (data.has(child.name)) refuseUnknown(child.name);
		data.set(child.name, textOf(child));
	}
	return data;
}

function readRecipient(element: XmlElement): RawRecipient {
	onlyKnown(element.attributes.keys(), ['phone', 'client_id_message']);
	empty(element);
	const phone = element.attributes.get('phone') ?? refuse(WORDS.badPhone);
	return { phone, clientNumber: element.attributes.get('client_id_message') ?? null };
}

function readStates(elements: readonly XmlElement[]): Command {
	onlyKnown(
		elements.map(({ name }) => name),
		['state'],
	);
	const [state, ...more] = elements;
	if (!state) refuse(WORDS.noIds);
	if (more.length > 0) refuseUnknown('state');
	plain(state);
	onlyKnown(
		state.children.map(({ name }) => name),
		['id_message'],
	);
	if (state.children.length === 0) refuse(WORDS.noIds);
	return { kind: 'state', ids: state.children.map(textOf) };
}

/** The text of an element without attributes or children. */
function textOf(element: XmlElement): string {
	onlyKnown(element.attributes.keys(), []);
	onlyKnown(
		element.children.map(({ name }) => name),
		[],
	);
	return element.text;
}

/** Only child elements: no attributes, and no text where there are none. */
function plain(element: XmlElement): void {
	onlyKnown(element.attributes.keys(), []);
	if (element.children.length === 0 && element.text.trim() !== '') refuse(WORDS.badXml);
}

/** Only attributes. */
function empty(element: XmlElement): void {
	onlyKnown(
		element.children.map(({ name }) => name),
		[],
	);
	if (element.text !== '') refuse(WORDS.badXml);
}
