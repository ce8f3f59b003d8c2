import type { IDataObject, IWebhookFunctions } from 'n8n-workflow';

import { posted } from '../../protocol/replies/support';
import { fakeN8n } from '../../tracking/support/n8n';

/** What a test says of a request that came to the trigger; everything has a usual value. */
export interface Call {
	readonly body?: unknown;
	readonly type?: string;
	readonly query?: IDataObject;
	/** Further fields of the credential. */
	readonly credential?: IDataObject;
	readonly filters?: IDataObject;
	/** Another ID is another workflow; null where it was never saved. */
	readonly workflowId?: string | null;
	readonly mode?: 'manual' | 'webhook';
}

/** What n8n gives a webhook node, what was answered, and what was written into n8n's log. */
export interface Webhook {
	readonly context: IWebhookFunctions;
	readonly answers: { readonly status: number; readonly body: unknown }[];
	readonly logged: string[];
}

/** A request to the trigger, as n8n hands it over. */
export function webhook(call: Call = {}): Webhook {
	const {
		body = posted(),
		type = 'application/json',
		query = {},
		credential = {},
		filters = {},
		workflowId = 'w1',
		mode = 'webhook',
	} = call;
	const logged: string[] = [];
	const answers: Webhook['answers'] = [];
	const log = (level: string) => (words: string) => void logged.push(`${level}: ${words}`);
	const context = {
		...fakeN8n({ credential, parameters: { filters }, workflow: workflowId === null ? {} : { id: workflowId } }).context,
		getQueryData: () => query,
		getMode: () => mode,
		getRequestObject: () => ({
			headers: { 'content-type': type },
			rawBody: Buffer.from(typeof body === 'string' ? body : JSON.stringify(body)),
		}),
		getResponseObject: () => ({ status: (status: number) => ({ json: (said: unknown) => answers.push({ status, body: said }) }) }),
		logger: { debug: log('debug'), warn: log('warn'), error: log('error') },
	};
	return { context: context as unknown as IWebhookFunctions, answers, logged };
}
