/** The stable codes of everything that can go wrong between n8n and the gateway. */
export type TransportErrorCode =
	| 'connectionRefused'
	| 'hostNotFound'
	| 'hostUnreachable'
	| 'certificateNotTrusted'
	| 'noSecureConnection'
	| 'timedOut'
	| 'connectionLost'
	| 'answerTooLarge'
	| 'stopped'
	| 'redirected'
	| 'accessDenied'
	| 'httpStatus';

/** What a request without a usable answer means for another try. */
export interface Chances {
	/** Whether the gateway may have acted on the request (PROTOCOL.md section 6.4). */
	readonly mayHaveArrived: boolean;
	/** Whether it may go better in a moment, so that another try makes sense where it is safe. */
	readonly isPassing: boolean;
	/** How many seconds the gateway asks to wait before another try. */
	readonly retryAfter?: number;
}

/** A request without a usable answer. `message` is for the user and holds neither a URL nor a secret. */
export class TransportError extends Error {
	override readonly name = 'TransportError';

	constructor(
		readonly code: TransportErrorCode,
		message: string,
		readonly chances: Chances,
	) {
		super(message);
	}
}

interface NetworkTrouble extends Chances {
	readonly pattern: RegExp;
	readonly code: TransportErrorCode;
	readonly message: string;
}

const NETWORK_TROUBLES: readonly NetworkTrouble[] = [
	{
		pattern: /^ECONNREFUSED$/,
		code: 'connectionRefused',
		mayHaveArrived: false,
		isPassing: true,
		message: 'The gateway refused the connection. Check the host in the credential, or try again later.',
	},
	{
		pattern: /^(ENOTFOUND|EAI_AGAIN|EAI_NODATA)$/,
		code: 'hostNotFound',
		mayHaveArrived: false,
		isPassing: true,
		message: 'No gateway was found under the host in the credential. Check its spelling and your network.',
	},
	{
		pattern: /^(EHOSTUNREACH|ENETUNREACH|EADDRNOTAVAIL|ENETDOWN|EHOSTDOWN)$/,
		code: 'hostUnreachable',
		mayHaveArrived: false,
		isPassing: true,
		message: 'The gateway cannot be reached over the network. Check the host in the credential and your network.',
	},
	{
		pattern: /CERT|SELF_SIGNED|UNABLE_TO_(GET_ISSUER|VERIFY)/,
		code: 'certificateNotTrusted',
		mayHaveArrived: false,
		isPassing: false,
		message:
			"The gateway's certificate is not trusted, so nothing was sent. Ask your operator, or turn on Ignore SSL Issues in the credential if you know why.",
	},
	{
		pattern: /^(EPROTO|ERR_SSL.*)$/,
		code: 'noSecureConnection',
		mayHaveArrived: false,
		isPassing: false,
		message:
			'No secure connection to the gateway could be made. If it speaks plain HTTP only, write http:// in front of the host.',
	},
	{
		pattern: /^(ECONNABORTED|ETIMEDOUT|ESOCKETTIMEDOUT|UND_ERR_HEADERS_TIMEOUT)$/,
		code: 'timedOut',
		mayHaveArrived: true,
		isPassing: true,
		message: 'The gateway did not answer in time. Raise the Timeout in the options, or ask your operator.',
	},
	{
		pattern: /^ERR_CANCELED$/,
		code: 'stopped',
		mayHaveArrived: true,
		isPassing: false,
		message: 'The execution was stopped while the gateway was answering.',
	},
];

const CONNECTION_LOST: Omit<NetworkTrouble, 'pattern'> = {
	code: 'connectionLost',
	mayHaveArrived: true,
	isPassing: true,
	message: 'The connection to the gateway broke off before its answer was complete.',
};

/** Translates what n8n's HTTP helper throws. The thrown error holds the signed request, so nothing of it is kept. */
export function toTransportError(error: unknown): TransportError {
	const codes = codesIn(error);
	const trouble = NETWORK_TROUBLES.find(({ pattern }) => codes.some((code) => pattern.test(code)));
	const { code, message, mayHaveArrived, isPassing } = trouble ?? CONNECTION_LOST;
	return new TransportError(code, message, { mayHaveArrived, isPassing });
}

/** The error codes along a chain of causes, and of the first few errors an `AggregateError` holds. */
function codesIn(error: unknown, depth = 5): string[] {
	if (depth === 0 || !(error instanceof Error)) return [];
	const code = 'code' in error && typeof error.code === 'string' ? [error.code] : [];
	const inner: unknown[] = error instanceof AggregateError ? error.errors.slice(0, depth) : [];
	return [...code, ...[error.cause, ...inner].flatMap((cause) => codesIn(cause, depth - 1))];
}
