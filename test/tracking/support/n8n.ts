import { Readable } from 'node:stream';

import type { IDataObject, IExecuteFunctions, IHttpRequestOptions, IPollFunctions } from 'n8n-workflow';

import { CascadeMessagingApi } from '../../../credentials/CascadeMessagingApi.credentials';

/** What a test says of the n8n around a node; everything has a usual value. */
export interface Surroundings {
	/** The fields of the credential; without its store, waiting messages are kept in memory. */
	readonly credential?: IDataObject;
	readonly credentialId?: string;
	readonly parameters?: IDataObject;
	readonly workflow?: { id?: string; name?: string };
	readonly staticData?: IDataObject;
	/** How long n8n lets a poll take, in milliseconds; left out, it does not say. */
	readonly budget?: number;
}

/** A node's context, as far as this package uses it, and what was written into n8n's log. */
export interface Fake {
	readonly context: IExecuteFunctions & IPollFunctions;
	readonly warnings: string[];
}

const ACCOUNT = { host: 'http://127.0.0.1:1', authentication: 'password', login: 'demo', password: 'demo-password', timeZone: 'UTC' };

/** What n8n gives a node: requests go out over HTTP, signed by the credential. */
export function fakeN8n(surroundings: Surroundings = {}): Fake {
	const {
		credential = {},
		credentialId = 'account',
		parameters = {},
		workflow = { id: 'w1', name: 'Sending' },
		staticData = {},
		budget,
	} = surroundings;
	const data = { ...ACCOUNT, ...credential };
	const warnings: string[] = [];
	const context = {
		getCredentials: async () => await Promise.resolve(data),
		getNode: () => ({
			id: 'n1',
			name: 'Trigger',
			type: 'trigger',
			credentials: { cascadeMessagingApi: { id: credentialId, name: 'Account' } },
		}),
		getNodeParameter: (name: string, fallback: unknown) => parameters[name] ?? fallback,
		getWorkflow: () => workflow,
		getWorkflowStaticData: (scope: string) => (scope === 'node' ? staticData : {}),
		getExecutionId: () => '100',
		logger: { warn: (words: string) => warnings.push(words), error: (words: string) => warnings.push(words) },
		helpers: { httpRequestWithAuthentication: async (_name: string, options: IHttpRequestOptions) => await exchange(data, options) },
		...(budget !== undefined && { getPollBudgetMs: () => budget }),
	};
	return { context: context as unknown as Fake['context'], warnings };
}

async function exchange(data: IDataObject, options: IHttpRequestOptions): Promise<object> {
	const { url, method = 'GET', headers, body } = await new CascadeMessagingApi().authenticate(data as never, options);
	const response = await fetch(url, { method, headers: headers as Record<string, string>, ...(typeof body === 'string' && { body }) });
	const stream = response.body === null ? Readable.from([]) : Readable.fromWeb(response.body);
	return { statusCode: response.status, headers: Object.fromEntries(response.headers), body: stream };
}
