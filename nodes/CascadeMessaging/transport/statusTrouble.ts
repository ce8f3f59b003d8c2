import { scalarText } from '../protocol';
import { TransportError } from './transportError';

/** Status and headers of an answer. */
export interface AnswerHead {
	readonly status: number;
	readonly headers: Readonly<Record<string, unknown>>;
	/** Whether it is surely not the gateway that speaks, but a proxy that did not let the request through. */
	readonly isProxys?: boolean;
}

/** Why a response is no answer that can be relied on, by its HTTP status; undefined when it is one (docs/protocol.md section 6.4). */
export function statusTrouble({ status, headers, isProxys = false }: AnswerHead): TransportError | undefined {
	if (isProxys || status === PROXY_LOGIN) return proxyTrouble(status);
	if (status >= 200 && status < 300) return undefined;
	if (status >= 300 && status < 400) {
		return new TransportError('redirected', redirectMessage(headers.location), { mayHaveArrived: true, isPassing: false });
	}
	if (status === 401 || status === 403) {
		const message = `The gateway denied access (HTTP ${status}). Check the login and password, or the token, in the credential.`;
		return new TransportError('accessDenied', message, { mayHaveArrived: false, isPassing: false });
	}
	const retryAfter = secondsOf(headers['retry-after']);
	const chances = { mayHaveArrived: !NEVER_PROCESSED.includes(status), isPassing: status === TOO_MANY || status >= 500 };
	return new TransportError('httpStatus', statusMessage(status, retryAfter), {
		...chances,
		...(retryAfter !== undefined && { retryAfter }),
	});
}

/** Only a proxy asks for a login of its own, and it does so before it lets anything through. */
const PROXY_LOGIN = 407;

function proxyTrouble(status: number): TransportError {
	const advice =
		status === PROXY_LOGIN
			? 'It asks for a login: put user and password into HTTPS_PROXY or HTTP_PROXY in the environment of n8n.'
			: 'Try again later, or ask whoever runs it to let n8n through.';
	const message = `The proxy of n8n refused the way to the gateway (HTTP status ${status}), so nothing was sent. ${advice}`;
	return new TransportError('proxyRefused', message, { mayHaveArrived: false, isPassing: true });
}

const TOO_MANY = 429;

/**
 * With these statuses a web server says that it did not hand the request on; all others that are not handled above leave open what happened
 * (docs/protocol.md section 6.4).
 */
const NEVER_PROCESSED = [400, 404, 405, 411, 413, 414, 415, TOO_MANY, 431];

function statusMessage(status: number, retryAfter: number | undefined): string {
	const when = retryAfter === undefined ? 'later' : `in ${retryAfter} s, as it asks`;
	if (status !== TOO_MANY) {
		return `The gateway answered with HTTP status ${status} instead of a result. Try again ${when}, or ask your operator.`;
	}
	return `The gateway is asked too often (HTTP status ${status}). Try again ${when}. When sending, the option Pause Between Requests helps.`;
}

/** The seconds a Retry-After header asks to wait, which gives a number or a date. */
function secondsOf(header: unknown): number | undefined {
	const text = scalarText(header);
	if (text === undefined) return undefined;
	const seconds = /^\d{1,9}$/.test(text) ? Number(text) : Math.ceil((Date.parse(text) - Date.now()) / 1000);
	return Number.isFinite(seconds) ? Math.max(seconds, 0) : undefined;
}

function redirectMessage(location: unknown): string {
	const target = typeof location === 'string' && URL.canParse(location) ? ` to ${new URL(location).host}` : '';
	return `The gateway redirects${target}, which is not followed because it would carry your password along. Correct the host in the credential.`;
}
