import type { ChannelTable } from '../channels';
import type { Message } from '../message';
import { GATEWAY_PATHS } from '../paths';
import { wireFieldsOf } from '../wireFields';
import type { WireWriter } from '../wireWriter';
import { objectOf } from '../wireWriter';
import type { Codec, GatewayRequest, Limits, UrlOverhead } from './codec';
import { decodeSend, decodeStates } from './getAnswer';
import { NO_CONTACT_LISTS, NO_LIMITS } from './limits';

/** GET with everything in the URL: one message for each request, plain text as the answer (docs/protocol.md section 4). */
export function getCodec(channels: ChannelTable): Codec {
	const queryOf = (message: Message): string => messageQuery(message, channels);
	return {
		title: 'GET',
		summary: 'Puts everything into a URL of at most 2,000 characters. For gateways with nothing else.',
		idsPerRequest: 1,
		statesAtOnce: 5,
		// A minute, and a second for clocks that differ.
		secondsBetweenEqualQueries: 61,
		answersInDocuments: false,
		limitsFor: (account) => urlLimits(account, (message) => queryOf(message).length),
		encodeSend: ([message]) => get(message === undefined ? '' : queryOf(message)),
		decodeSend,
		encodeStates: ([messageId = '']) => get(`id_message=${encodeURIComponent(messageId)}`),
		decodeStates,
	};
}

/** The longest URL the gateway takes, credentials included. */
const MAX_URL_LENGTH = 2000;

function urlLimits({ urlOverhead }: UrlOverhead, lengthOf: (message: Message) => number): Limits {
	const overhead = urlOverhead(GATEWAY_PATHS.get);
	return {
		...NO_LIMITS,
		messagesPerRequest: 1,
		objectionToExtra: (extra) =>
			extra === 'stopLists' ? NO_CONTACT_LISTS : 'cannot be sent over GET. Remove it or choose the protocol JSON or XML.',
		objectionToLength: (message) => {
			const length = overhead + lengthOf(message);
			if (length <= MAX_URL_LENGTH) return undefined;
			return `GET: the URL would have ${length} characters; at most ${MAX_URL_LENGTH} are allowed. Shorten the texts or choose JSON.`;
		},
	};
}

function get(query: string): GatewayRequest {
	return { method: 'GET', path: GATEWAY_PATHS.get, query };
}

const VALUES: WireWriter<string> = { text: (text) => text, parameters: (parameters) => JSON.stringify(objectOf(parameters)) };

function messageQuery({ content, recipients }: Message, channels: ChannelTable): string {
	const phones = recipients.map((recipient) => recipient.phone).join(',');
	const fields = wireFieldsOf(content, channels, VALUES).map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
	return [`phone=${phones}`, ...fields].join('&');
}
