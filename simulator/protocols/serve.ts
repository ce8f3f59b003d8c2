import type { Answer } from '../gateway/answer';
import { authenticate, type AuthenticationKind, kindOf } from '../gateway/authentication';
import type { Gateway } from '../gateway/gateway';
import { knownFields, refuseUnknown } from '../gateway/knownFields';
import { Refusal, refuse, WORDS } from '../gateway/refusal';
import { sendMessage } from '../gateway/send';
import { stateRow } from '../gateway/states';
import { ACCOUNT_WORDS, openAccount } from './account/openAccount';
import { readBody } from './body';
import type { Endpoint } from './endpoints';
import { openGet } from './getRequest';
import { openJson } from './jsonRequest';
import type { Command, OpenedRequest, Operation } from './openedRequest';
import type { WireRequest } from './wire';
import { openXml } from './xmlRequest';

/** An answer, and what the log keeps of the way to it. */
interface Served {
	answer: Answer;
	authentication: AuthenticationKind;
	operation: Operation | null;
	/** Recipients or message IDs in the request. */
	recipients: number;
	/** Recipients answered without a refusal. */
	accepted: number;
}

/**
 * Answers one request: opens it, checks the credentials and, for GET, the one-minute rule, and does what it asks for (PROTOCOL
 * sections 2–5 and 8). Never throws for anything a sender can do: what breaks a rule is answered with an error.
 * @param number the request's number, kept with the messages it brought
 */
export function serve(gateway: Gateway, endpoint: Endpoint, request: WireRequest, number: number): Served {
	const served: Served = {
		answer: { kind: 'error', text: '' },
		authentication: 'none',
		operation: endpoint.operation,
		recipients: 0,
		accepted: 0,
	};
	try {
		const opened = open(gateway, endpoint, request);
		const credentials = { pair: opened.pair, header: request.headers.authorization ?? null };
		served.authentication = kindOf(credentials);
		authenticate(gateway.settings, gateway.settings.revision, credentials, endpoint.operation === 'account' ? ACCOUNT_WORDS : WORDS);
		refuseRepeat(gateway, opened, request);
		const command = opened.command();
		served.operation = command.kind;
		served.recipients = countRecipients(command);
		served.answer = obey(gateway, command, endpoint, number);
		served.accepted = countAccepted(served.answer);
	} catch (error) {
		if (!(error instanceof Refusal)) throw error;
		served.answer = { kind: 'error', text: error.message };
	}
	return served;
}

function open({ settings, channels, account }: Gateway, endpoint: Endpoint, request: WireRequest): OpenedRequest {
	if (endpoint.operation === 'account') return openAccount(request, account.settings);
	if (request.method !== endpoint.method) refuse(WORDS.wrongMethod);
	const known = knownFields(channels, endpoint.protocol);
	if (endpoint.protocol === 'get') return openGet(request.url, known);
	const query = request.target.split('?')[1];
	if (query) refuseUnknown(query.split('=')[0] ?? query);
	const contentType = request.headers['content-type'];
	if (endpoint.protocol === 'json') {
		return openJson(readBody(request.body, contentType, 'application/json'), known, settings.revision === 2);
	}
	return openXml(readBody(request.body, contentType, 'text/xml'), endpoint.operation ?? 'send', known);
}

function refuseRepeat(gateway: Gateway, { sameness }: OpenedRequest, { headers }: WireRequest): void {
	if (sameness === undefined) return;
	const whole = `${headers.authorization ?? ''}\n${sameness}`;
	if (gateway.repeats.isRepeat(whole, gateway.clock.now())) refuse(WORDS.repeatedGet);
}

function obey(gateway: Gateway, command: Command, { protocol }: Endpoint, request: number): Answer {
	if (command.kind === 'account') return { kind: 'account', document: command.answer(gateway) };
	if (command.kind === 'state') return { kind: 'state', rows: command.ids.map((id) => stateRow(gateway, id)) };
	const messages = command.messages.map((message) => sendMessage(gateway, message, { protocol, request }));
	const [first] = messages;
	if (protocol === 'get' && first && 'error' in first) return { kind: 'error', text: first.error };
	return { kind: 'send', messages };
}

function countRecipients(command: Command): number {
	if (command.kind === 'account') return 0;
	if (command.kind === 'state') return command.ids.length;
	return command.messages.reduce((sum, { recipients }) => sum + recipients.length, 0);
}

function countAccepted(answer: Answer): number {
	if (answer.kind === 'error' || answer.kind === 'account') return 0;
	if (answer.kind === 'state') return answer.rows.length;
	const rows = answer.messages.flatMap((one) => ('error' in one ? [] : one.rows));
	return rows.filter((row) => row.error === undefined).length;
}
