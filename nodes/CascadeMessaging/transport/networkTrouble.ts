import type { ErrorFacts } from './errorFacts';
import { factsOf } from './errorFacts';
import { reachOf } from './evidence';
import { TransportError } from './transportError';
import type { NetworkTrouble, TroubleRow } from './troubles';
import { CONNECTION_LOST, NOT_CONNECTED, TROUBLES_AFTER, TROUBLES_BEFORE } from './troubles';

/**
 * Translates what n8n's HTTP helper throws when there is no response. Unless it is proved that nothing was sent, the request may have
 * arrived (docs/protocol.md section 6.4). The thrown error holds the signed request, so nothing of it is kept.
 */
export function toTransportError(error: unknown): TransportError {
	const facts = factsOf(error);
	const reach = reachOf(error);
	const isNothingLeft = reach === undefined ? facts.every(isBeforeSending) : reach !== 'perhaps';
	if (!isNothingLeft) return errorOf(afterSending(facts), true);
	const trouble = troubleIn(TROUBLES_BEFORE, facts) ?? NOT_CONNECTED;
	return errorOf({ ...trouble, ...(reach === 'noConnection' && trouble.byProxy) }, false);
}

/** As `toTransportError`, for an answer that breaks off: the request has arrived, whatever the error says. */
export function brokenAnswer(error: unknown): TransportError {
	return errorOf(afterSending(factsOf(error)), true);
}

function errorOf({ code, message, isPassing }: NetworkTrouble, mayHaveArrived: boolean): TransportError {
	return new TransportError(code, message, { mayHaveArrived, isPassing });
}

function afterSending(facts: readonly ErrorFacts[]): NetworkTrouble {
	return troubleIn(TROUBLES_AFTER, facts) ?? CONNECTION_LOST;
}

/** The first row of the table that fits any of the addresses that were tried. */
function troubleIn(table: readonly TroubleRow[], facts: readonly ErrorFacts[]): NetworkTrouble | undefined {
	return table.find(({ isOf }) => facts.some(isOf));
}

/** Whether an error can only come from before a connection was made. Most codes do not prove that: an established connection can time out too. */
function isBeforeSending({ codes, syscall, words }: ErrorFacts): boolean {
	if (syscall !== undefined && !BEFORE_CALLS.test(syscall)) return false;
	return syscall !== undefined || codes.some((code) => BEFORE_CODES.test(code)) || BEFORE_WORDS.test(words);
}

const BEFORE_CALLS = /^(connect|getaddrinfo|query[A-Za-z]*)$/;

const BEFORE_CODES =
	/^(ECONNREFUSED|ENOTFOUND|EAI_[A-Z]+|UND_ERR_CONNECT_TIMEOUT|ERR_INVALID_URL|ERR_TLS_CERT_ALTNAME_INVALID|CERT_[A-Z_]+|[A-Z_]*SELF_SIGNED[A-Z_]*|UNABLE_TO_(GET_ISSUER|VERIFY)[A-Z_]*)$/;

const BEFORE_WORDS =
	/before secure TLS connection was established|^Ssrf[A-Za-z]*Error$|request was blocked because|^URIError$|DNS lookup for .* returned no results/m;
