import type { Message } from '../message';
import { GATEWAY_PATHS } from '../paths';
import { wireFieldsOf } from '../wireFields';
import type { WireValue } from '../wireFields';
import type { Codec, GatewayRequest, Limits, UrlOverhead } from './codec';
import { decodeSend, decodeStates } from './getAnswer';
import { NO_LIMITS } from './limits';

/** GET with everything in the URL: one message for each request, plain text as the answer (docs/protocol.md section 4). */
export const getCodec: Codec = {
	title: 'GET',
	summary: 'Puts everything into a URL of at most 2,000 characters. For gateways with nothing else.',
	idsPerRequest: 1,
	statesAtOnce: 5,
	// A minute, and a second for clocks that differ.
	secondsBetweenEqualQueries: 61,
	limitsFor,
	encodeSend: ([message]) => get(message === undefined ? '' : queryOf(message)),
	decodeSend,
	encodeStates: ([messageId = '']) => get(`id_message=${encodeURIComponent(messageId)}`),
	decodeStates,
};

/** The longest URL the gateway takes, credentials included. */
const MAX_URL_LENGTH = 2000;

function limitsFor({ urlOverhead }: UrlOverhead): Limits {
	const overhead = urlOverhead(GATEWAY_PATHS.get);
	return {
		...NO_LIMITS,
		messagesPerRequest: 1,
		objectionToExtra: () => 'cannot be sent over GET. Remove it or choose the protocol JSON or XML.',
		objectionToLength: (message) => {
			const length = overhead + queryOf(message).length;
			if (length <= MAX_URL_LENGTH) return undefined;
			return `GET: the URL would have ${length} characters; at most ${MAX_URL_LENGTH} are allowed. Shorten the texts or choose JSON.`;
		},
	};
}

function get(query: string): GatewayRequest {
	return { method: 'GET', path: GATEWAY_PATHS.get, query };
}

function queryOf({ content, recipients }: Message): string {
	const phones = recipients.map((recipient) => recipient.phone).join(',');
	const fields = wireFieldsOf(content).map(([name, value]) => `${name}=${encodeURIComponent(queryValue(value))}`);
	return [`phone=${phones}`, ...fields].join('&');
}

function queryValue(value: WireValue): string {
	if (typeof value === 'string') return value;
	return JSON.stringify(Object.fromEntries(value.map((parameter) => [parameter.name, parameter.value])));
}
