import type { ClientRequest, IncomingMessage } from 'node:http';
import { request as open } from 'node:http';

import type { ICredentialDataDecryptedObject, IHttpRequestOptions } from 'n8n-workflow';

import { CascadeMessagingApi } from '../../../credentials/CascadeMessagingApi.credentials';
import type { Account } from '../../../nodes/CascadeMessaging/transport/account';
import type { GatewayContext } from '../../../nodes/CascadeMessaging/transport/context';

/** A request as n8n's helper was asked to make it. */
export interface Asked {
	readonly credential: string;
	readonly options: IHttpRequestOptions;
}

/** n8n's context, as far as transport/ uses it, and what its HTTP helper was asked for. */
export interface Playground {
	readonly context: GatewayContext;
	readonly asked: Asked[];
	/** The lines of n8n's log. */
	readonly logged: string[];
}

/**
 * A context whose HTTP helper makes real requests and signs them as n8n does: by the credential's own `authenticate`. Responses are
 * returned or thrown in the shapes n8n gives them.
 */
export function n8nContext(fields: ICredentialDataDecryptedObject = {}, parts: object = {}): Playground {
	const asked: Asked[] = [];
	const logged: string[] = [];
	const credential = { authentication: 'password', login: 'me', password: 'secret', ...fields };
	async function httpRequestWithAuthentication(this: Stoppable, name: string, options: IHttpRequestOptions): Promise<unknown> {
		asked.push({ credential: name, options });
		const signed = await new CascadeMessagingApi().authenticate(credential, options);
		const signal = this.getExecutionCancelSignal?.() ?? (options.abortSignal as AbortSignal | undefined);
		return await answerTo(signed, signal);
	}
	const context = {
		helpers: { httpRequestWithAuthentication },
		logger: { error: (line: string) => logged.push(line) },
		...parts,
	};
	return { context: context as unknown as GatewayContext, asked, logged };
}

interface Stoppable {
	getExecutionCancelSignal?: () => AbortSignal | undefined;
}

async function answerTo(options: IHttpRequestOptions, signal: AbortSignal | undefined): Promise<unknown> {
	const { url, method = 'GET', timeout = 0 } = options;
	const headers = options.headers as Record<string, string>;
	return await new Promise((resolve, reject) => {
		const request = open(url, { method, headers, agent: false, ...(signal !== undefined && { signal }) }, (response) => {
			clearTimeout(clock);
			const { statusCode = 0 } = response;
			if (exceptIn(options).includes(statusCode)) reject(asThrown(request, response));
			else resolve({ statusCode, headers: response.headers, body: response });
		});
		const clock = setTimeout(() => request.destroy(Object.assign(new Error('timeout'), { code: 'ECONNABORTED' })), timeout);
		request.on('error', (cause) => {
			clearTimeout(clock);
			reject(Object.assign(new Error('n8n says so'), { cause: Object.assign(cause, { request }) }));
		});
		request.end(options.body);
	});
}

function exceptIn({ ignoreHttpStatusErrors: setting }: IHttpRequestOptions): readonly number[] {
	return typeof setting === 'object' ? setting.except : [];
}

function asThrown(request: ClientRequest, response: IncomingMessage): Error {
	const { statusCode: status, headers } = response;
	const cause = Object.assign(new Error('Request failed'), { request, response: { status, headers, data: response } });
	return Object.assign(new Error('n8n says so'), { httpCode: String(status), cause });
}

/** A context whose HTTP helper returns what it is told to. */
export function contextThatReturns(response: unknown): GatewayContext {
	return { helpers: { httpRequestWithAuthentication: async () => response } } as unknown as GatewayContext;
}

/** An account at an address; words are marked where they are made fit for the user. */
export function accountAt(baseUrl: string, parts: Partial<Account> = {}): Account {
	return {
		...{ key: 'account', baseUrl, timeZone: 'UTC', ignoreSslIssues: false, store: { kind: 'memory' } },
		urlOverhead: () => 0,
		redact: (text) => text.replaceAll('secret', '***'),
		quote: (words) => `<${words}>`,
		...parts,
	};
}
