import XMLBuilder from 'fast-xml-builder';

import type { ChannelTable } from '../channels';
import type { Message, Recipient } from '../message';
import { once } from '../once';
import { GATEWAY_PATHS } from '../paths';
import { wireFieldsOf } from '../wireFields';
import type { WireWriter } from '../wireWriter';
import { objectOf } from '../wireWriter';
import type { Codec, GatewayRequest } from './codec';
import { answerReaders } from './documentAnswer';
import { NO_CONTACT_LISTS, NO_LIMITS } from './limits';
import { XML_FORMAT } from './xmlAnswer';
import { ATTRIBUTE } from './xmlDocument';
import { XML_TEXT_LIMITS } from './xmlText';

/** XML over POST, with an endpoint for sending and one for states (docs/protocol.md section 3). */
export function xmlCodec(channels: ChannelTable): Codec {
	return {
		title: 'XML',
		summary: 'Carries everything, as an XML document',
		idsPerRequest: Infinity,
		statesAtOnce: 1,
		secondsBetweenEqualQueries: 0,
		answersInDocuments: true,
		limitsFor: () => ({
			...NO_LIMITS,
			...XML_TEXT_LIMITS,
			objectionToExtra: (extra) => (extra === 'stopLists' ? NO_CONTACT_LISTS : undefined),
		}),
		encodeSend: (messages) => post(GATEWAY_PATHS.xmlSend, { message: messages.map((message) => messageElement(message, channels)) }),
		encodeStates: (messageIds) => post(GATEWAY_PATHS.xmlStates, { state: { id_message: messageIds } }),
		...answerReaders(XML_FORMAT, channels),
	};
}

const builder = once(
	() =>
		new XMLBuilder({
			attributeNamePrefix: ATTRIBUTE,
			ignoreAttributes: false,
			suppressEmptyNode: true,
			suppressBooleanAttributes: false,
		}),
);

function post(path: string, request: object): GatewayRequest {
	return {
		method: 'POST',
		path,
		contentType: 'text/xml; charset=utf-8',
		body: `<?xml version="1.0" encoding="utf-8"?>${builder().build({ request })}`,
	};
}

const VALUES: WireWriter<unknown> = {
	text: withoutLineBreaks,
	parameters: (parameters) => objectOf(parameters.map(({ name, value }) => ({ name, value: withoutLineBreaks(value) }))),
};

function messageElement({ content, recipients }: Message, channels: ChannelTable): object {
	const element = Object.fromEntries(wireFieldsOf(content, channels, VALUES));
	element.abonent = recipients.map(recipientElement);
	return element;
}

/** The document holds no line breaks; one inside data is sent as the two characters `\n` (section 3). */
function withoutLineBreaks(text: string): string {
	return text.replace(/\r\n|\r|\n/g, '\\n');
}

const PHONE = `${ATTRIBUTE}phone`;

function recipientElement({ phone, clientMessageId }: Recipient): object {
	if (clientMessageId === undefined) return { [PHONE]: phone };
	return { [PHONE]: phone, [`${ATTRIBUTE}client_id_message`]: clientMessageId };
}
