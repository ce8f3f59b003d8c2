import type { ErrorFacts } from './errorFacts';
import type { NetworkTroubleCode } from './transportError';

/** One kind of trouble with the network, as the user is told of it. */
export interface NetworkTrouble {
	readonly code: NetworkTroubleCode;
	readonly message: string;
	/** Whether it may go better in a moment. */
	readonly isPassing: boolean;
	/** What is different where it is the proxy that made no connection. */
	readonly byProxy?: Partial<NetworkTrouble>;
}

/** A row of a table of troubles. */
export interface TroubleRow extends NetworkTrouble {
	readonly isOf: Test;
}

type Test = (facts: ErrorFacts) => boolean;

const coded =
	(pattern: RegExp): Test =>
	({ codes }) =>
		codes.some((code) => pattern.test(code));
const worded =
	(pattern: RegExp): Test =>
	({ words }) =>
		pattern.test(words);

const TIME_OUT = coded(/^(ECONNABORTED|ETIMEDOUT|ESOCKETTIMEDOUT|UND_ERR_(CONNECT|HEADERS|BODY)_TIMEOUT)$/);
const STOP = coded(/^(ERR_CANCELED|ABORT_ERR)$/);

const PROXY_AWAY: Partial<NetworkTrouble> = {
	code: 'proxyNotUsable',
	message:
		'The proxy of n8n cannot be reached, so nothing was sent. Check HTTPS_PROXY and HTTP_PROXY in the environment of n8n, or try again later.',
};

/** What keeps a request from leaving (docs/protocol.md section 6.4), the most telling first. */
export const TROUBLES_BEFORE: readonly TroubleRow[] = [
	{
		isOf: worded(/^Ssrf[A-Za-z]*Error$|request was blocked because/m),
		code: 'addressBlocked',
		isPassing: false,
		message:
			'n8n is set up to block this address, so nothing was sent. Check the host in the credential, or ask the administrator of n8n to allow it (N8N_SSRF_ALLOWED_HOSTNAMES).',
	},
	{
		isOf: (facts) => coded(/^ERR_INVALID_URL$/)(facts) || worded(/^URIError$/m)(facts),
		code: 'proxyNotUsable',
		isPassing: false,
		message:
			'The address of the proxy n8n uses is none, so nothing was sent. Correct HTTPS_PROXY and HTTP_PROXY in the environment of n8n.',
	},
	{
		isOf: STOP,
		code: 'stopped',
		isPassing: false,
		message: 'The execution was stopped before a connection to the gateway was made.',
	},
	{
		isOf: ({ codes, syscall, words }) =>
			/^(getaddrinfo|query)/.test(syscall ?? '') ||
			codes.some((code) => /^(ENOTFOUND|EAI_[A-Z]+)$/.test(code)) ||
			/^DNS lookup for /m.test(words),
		code: 'hostNotFound',
		isPassing: true,
		message: 'No gateway was found under the host in the credential. Check its spelling and your network.',
		byProxy: PROXY_AWAY,
	},
	{
		isOf: TIME_OUT,
		code: 'connectTimedOut',
		isPassing: true,
		message: 'No connection to the gateway could be made in time, so nothing was sent. Check the host in the credential and your network.',
		byProxy: {
			message:
				'The proxy of n8n made no connection to the gateway in time, so nothing was sent. Check the host in the credential and the proxy.',
		},
	},
	{
		isOf: coded(/^ECONNREFUSED$/),
		code: 'connectionRefused',
		isPassing: true,
		message: 'The gateway refused the connection. Check the host in the credential, or try again later.',
		byProxy: PROXY_AWAY,
	},
	{
		isOf: coded(/^(EHOSTUNREACH|ENETUNREACH|EADDRNOTAVAIL|ENETDOWN|EHOSTDOWN|EACCES|EPERM)$/),
		code: 'hostUnreachable',
		isPassing: true,
		message:
			'The gateway cannot be reached over the network. Check the host in the credential, your network, and whether a firewall is in the way.',
		byProxy: PROXY_AWAY,
	},
	{
		isOf: coded(/^(EPROTO|ERR_SSL.*)$/),
		code: 'noSecureConnection',
		isPassing: false,
		message: 'No secure connection to the gateway could be made. If it speaks plain HTTP only, write http:// in front of the host.',
	},
	{
		isOf: coded(/CERT|SELF_SIGNED|UNABLE_TO_(GET_ISSUER|VERIFY)/),
		code: 'certificateNotTrusted',
		isPassing: false,
		message:
			"The gateway's certificate is not trusted, so nothing was sent. Ask your operator, or turn on Ignore SSL Issues in the credential if you know why.",
		byProxy: { message: "The certificate of n8n's proxy is not trusted, so nothing was sent. Ask the administrator of n8n." },
	},
];

/** Any other reason why no connection was made. */
export const NOT_CONNECTED: NetworkTrouble = {
	code: 'connectionNotMade',
	isPassing: true,
	message: 'No connection to the gateway could be made, so nothing was sent. Try again later, or check your network.',
	byProxy: { message: 'The proxy of n8n made no connection to the gateway, so nothing was sent. Try again later, or check the proxy.' },
};

/** What becomes of a request that may have left. */
export const TROUBLES_AFTER: readonly TroubleRow[] = [
	{
		isOf: TIME_OUT,
		code: 'timedOut',
		isPassing: true,
		message: 'The gateway did not answer in time. Raise the Timeout in the options, or ask your operator.',
	},
	{ isOf: STOP, code: 'stopped', isPassing: false, message: 'The execution was stopped while the gateway was answering.' },
];

/** Any other reason why there is no whole answer to a request that may have left. */
export const CONNECTION_LOST: NetworkTrouble = {
	code: 'connectionLost',
	isPassing: true,
	message: 'The connection to the gateway broke off before its answer was complete.',
};
