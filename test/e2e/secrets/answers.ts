type Protocol = 'json' | 'xml' | 'get';
type Fields = Readonly<Record<string, string>>;

/** What a message or a state has beside its ID; the test puts what the gateway tells into all of it. */
const SEND_FIELDS = ['client_id_message', 'count_message', 'id_viber', 'id_sms', 'note'];
const STATE_FIELDS = ['time_change_state', 'state_sms', 'num_parts_sms', 'price_sms', 'note'];

const filled = (names: readonly string[], told: string): Fields => Object.fromEntries(names.map((name) => [name, told]));
const escaped = (text: string): string => text.replace(/[&<>"']/g, (one) => `&#${one.charCodeAt(0)};`);
const element = (name: string, fields: Fields, text = ''): string => {
	const attributes = Object.entries(fields).map(([key, value]) => ` ${key}="${escaped(value)}"`);
	return `<${name}${attributes.join('')}>${escaped(text)}</${name}>`;
};

type Documents = Readonly<Record<'send' | 'state', readonly string[]>>;

function jsonDocuments(told: string): Documents {
	const recipients = [
		{ error: told, phone: '' },
		{ ...filled(SEND_FIELDS, told), id_message: '1234567' },
		{ phone: told, id_message: '1234567' },
		{ id_message: told },
	];
	const states = [{ state: told }, { state: 'deliver', ...filled(STATE_FIELDS, told) }, { state: 'deliver', id_message: told }];
	return {
		send: [{ error: told }, { message: [{ error: told }] }, { message: told }, ...recipients.map((one) => ({ message: [[one]] }))].map(
			(one) => JSON.stringify(one),
		),
		state: [{ error: told }, { state: told }, ...states.map((one) => ({ state: [{ id_message: '1', ...one }] }))].map((one) =>
			JSON.stringify(one),
		),
	};
}

function xmlDocuments(told: string): Documents {
	const messages = [
		element('error', {}, told),
		element('information', {}, told),
		element('information', { ...filled(SEND_FIELDS, told), id_message: '1234567' }, told),
		element('information', { phone: told, id_message: '1234567' }),
		element('information', { id_message: told }),
	];
	const whole = element('error', {}, told);
	const states = [
		element('state', { id_message: '1' }, told),
		element('state', { id_message: '1', ...filled(STATE_FIELDS, told) }, 'deliver'),
		element('state', { id_message: told }, 'deliver'),
	];
	const inDocument = (content: string): string => `<?xml version="1.0" encoding="utf-8"?><response>${content}</response>`;
	return {
		send: [inDocument(whole), ...messages.map((one) => inDocument(`<message>${one}</message>`))],
		state: [whole, ...states].map(inDocument),
	};
}

function getDocuments(told: string): Documents {
	return { send: [told, `error: ${told}`, `1234567,${told}`, `1234567,error: ${told}`], state: [told, `error: ${told}`] };
}

const DOCUMENTS: Readonly<Record<Protocol, (told: string) => Documents>> = { json: jsonDocuments, xml: xmlDocuments, get: getDocuments };

/** Well-formed answers of a gateway that tells too much: `told` in every place where an answer has words or values. */
export function tellingAnswers(protocol: Protocol, operation: 'send' | 'state', told: string): readonly string[] {
	return DOCUMENTS[protocol](told)[operation];
}
