import { isRecord, scalarText } from '../protocol';
import { isProxysOwn } from './evidence';
import { toTransportError } from './networkTrouble';
import type { AnswerHead } from './statusTrouble';

/** What n8n's HTTP helper gives for a response. */
interface HelperAnswer extends AnswerHead {
	readonly body: unknown;
	/** Closes the connection, where n8n lets it be reached. */
	readonly close: () => void;
}

/**
 * The statuses n8n's helper is to throw for: only what it throws holds the request, which shows whether the gateway answered or a proxy.
 * A thrown 401 would make n8n sign and send again. Versions of n8n that know no such list throw for no status at all.
 */
const THROWN = Array.from({ length: 300 }, (_, index) => 300 + index).filter((status) => status !== 401);

/** The setting that makes n8n's helper hand over every response. */
export const EVERY_STATUS = { ignore: true as const, except: THROWN };

/** Reads what n8n's helper returned. */
export function readReturned(response: unknown): HelperAnswer {
	const { statusCode, headers, body } = isRecord(response) ? response : {};
	return answerOf({ status: statusCode, headers, body, request: isRecord(body) ? body.req : undefined });
}

/**
 * Reads what n8n's helper threw: a response with a status of the list.
 * @throws TransportError (`NetworkTroubleCode`) when there was no response.
 */
export function readThrown(error: unknown): HelperAnswer {
	const { response, request } = causeWithResponse(error) ?? {};
	if (isRecord(response)) return answerOf({ status: response.status, headers: response.headers, body: response.data, request });
	const status = statusOf(error);
	if (status === undefined) throw toTransportError(error);
	return answerOf({ status, headers: {}, body: undefined, request });
}

function answerOf(parts: { status: unknown; headers: unknown; body: unknown; request: unknown }): HelperAnswer {
	const { status, headers, body, request } = parts;
	return {
		status: Number(status),
		headers: isRecord(headers) ? headers : {},
		body,
		isProxys: isProxysOwn(request),
		close: () => {
			if (isRecord(request) && typeof request.destroy === 'function') (request as { destroy: () => void }).destroy();
		},
	};
}

function causeWithResponse(error: unknown, depth = 6): Record<string, unknown> | undefined {
	if (depth === 0 || !isRecord(error)) return undefined;
	return isRecord(error.response) ? error : causeWithResponse(error.cause, depth - 1);
}

/** The status n8n writes on its own error; for a connection that failed it writes a code of letters there. */
function statusOf(error: unknown): string | undefined {
	const status = isRecord(error) ? scalarText(error.httpCode) : undefined;
	return status !== undefined && /^[1-5]\d\d$/.test(status) ? status : undefined;
}
