import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

import { HookContext, WebhookContext } from 'n8n-core';
import type { IDataObject, IHookFunctions, INodeParameters, IWebhookData, IWebhookFunctions, WorkflowExecuteMode } from 'n8n-workflow';

import { CascadeMessagingApi } from '../../../credentials/CascadeMessagingApi.credentials';
import { CascadeMessagingReplyTrigger } from '../../../nodes/CascadeMessaging/CascadeMessagingReplyTrigger.node';
import { posted } from '../../protocol/replies/support';
import { additionalDataFor } from '../harness/additionalData';
import { workflowFor } from '../harness/workflow';
import { accountAt } from '../send/kit';

/** How a reply trigger is activated. */
export interface ReplyActivation {
	parameters?: INodeParameters;
	/** Further fields of the credential. */
	account?: IDataObject;
	/** Another workflow is another trigger. */
	workflowId?: string;
	/** 'manual' is "Listen for test event" in the editor. */
	mode?: WorkflowExecuteMode;
}

/** A trigger that listens, as n8n would have it. */
export interface Listening {
	/** Its URL, with a path that n8n chose. */
	readonly url: string;
	/** The items of each workflow that was started. */
	readonly started: IDataObject[];
	/** All lines of n8n's log, whatever their level. */
	readonly logged: string[];
	/** Waits until all that came is done with: it was answered before. */
	readonly idle: () => Promise<unknown>;
	readonly close: () => Promise<void>;
}

/** How long the trigger waits before it looks for a message once more, in milliseconds. */
const PATIENCE = 3_000;

/** Lets the triggers of a file look for a message once more at once. */
export function impatient(): void {
	const { setTimeout: wait } = globalThis;
	const soon = (act: (...given: unknown[]) => void, milliseconds = 0, ...given: unknown[]): NodeJS.Timeout =>
		wait(act, milliseconds === PATIENCE ? 0 : milliseconds, ...given);
	beforeEach(() => void jest.spyOn(globalThis, 'setTimeout').mockImplementation(soon as typeof setTimeout)); // its promisified form is not used
	afterEach(() => jest.restoreAllMocks());
}

let workflows = 0;

/** Activates a Cascade Messaging Reply Trigger and serves it over HTTP, with n8n's own contexts for hooks and webhooks. */
export async function listen(gateway: { url: string }, activation: ReplyActivation = {}): Promise<Listening> {
	workflows += 1;
	const { parameters = {}, account = {}, workflowId = `replies${workflows}`, mode = 'webhook' } = activation;
	const node = new CascadeMessagingReplyTrigger();
	const credentials = [{ type: new CascadeMessagingApi(), data: accountAt(gateway, account as never) }];
	const canvas = { node, parameters, credentials, workflow: { id: workflowId, name: 'Replies', active: true } };
	const { workflow, stored, tested } = workflowFor(canvas, { count: 0, thrown: [] });
	const additionalData = additionalDataFor({ workflow: stored, credentials, executionId: '', mode });
	const [webhookDescription] = node.description.webhooks ?? [];
	const webhookData = { node: tested.name, path: 'random', workflowId, webhookDescription } as unknown as IWebhookData;
	const logged: string[] = [];
	const logger = writingTo(logged);
	const hooks = new HookContext(workflow, tested, additionalData, mode, 'activate', webhookData) as unknown as IHookFunctions; // as for webhooks below
	if (!(await node.webhookMethods.default.checkExists.call(hooks))) await node.webhookMethods.default.create.call(hooks);
	const started: IDataObject[] = [];
	const handled: Promise<void>[] = [];
	const handle = async (httpRequest: object, httpResponse: object): Promise<void> => {
		const data = { ...additionalData, httpRequest, httpResponse } as never;
		const context = new WebhookContext(workflow, tested, data, mode, webhookData, [], null) as unknown as IWebhookFunctions;
		Object.defineProperty(context, 'logger', { value: logger });
		const { workflowData, noWebhookResponse } = await node.webhook.call(context);
		expect(noWebhookResponse).toBe(true);
		for (const { json } of workflowData?.flat() ?? []) started.push(json);
	};
	const { server, url } = await serve(async (request, response) => {
		handled.push(handle(request, response));
		await handled.at(-1);
	});
	return { url, started, logged, idle: async () => await Promise.all(handled), close: async () => await ended(server) };
}

/** Requests and responses as express and n8n have them, as far as a node uses them. */
async function serve(handle: (request: object, response: object) => Promise<void>): Promise<{ server: Server; url: string }> {
	const server = createServer((request, response) => {
		void handle(requestOf(request), responseOf(response)).catch((error: unknown) => {
			response.writeHead(599).end(String(error));
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return { server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/webhook/random/replies` };
}

function requestOf(request: IncomingMessage): object {
	const { searchParams } = new URL(request.url ?? '', 'http://x');
	const query = Object.fromEntries(
		[...new Set(searchParams.keys())].map((name) => {
			const [one, ...others] = searchParams.getAll(name);
			return [name, others.length === 0 ? one : [one, ...others]];
		}),
	);
	return Object.assign(request, {
		query,
		params: {},
		async readRawBody(): Promise<void> {
			Object.assign(request, { rawBody: await buffer(request) });
		},
	});
}

function responseOf(response: ServerResponse): object {
	return Object.assign(response, {
		status(code: number): object {
			response.statusCode = code;
			return response;
		},
		json(body: object): void {
			response.setHeader('content-type', 'application/json; charset=utf-8').end(JSON.stringify(body));
		},
	});
}

async function ended(server: Server): Promise<void> {
	server.closeAllConnections();
	await new Promise((resolve) => server.close(resolve));
}

function writingTo(lines: string[]): object {
	const write = (line: string, meta: object = {}): void => void lines.push(`${line} ${JSON.stringify(meta)}`);
	return { error: write, warn: write, info: write, debug: write };
}

/** Posts a body as the platform does. Returns the HTTP status. */
export async function post(url: string, body: unknown = posted(), headers: Record<string, string> = {}): Promise<number> {
	return (await answerTo(url, body, headers)).status;
}

/** As `post`, with what is answered. */
export async function answerTo(
	url: string,
	body: unknown = posted(),
	headers: Record<string, string> = {},
): Promise<{ status: number; document: unknown }> {
	const text = typeof body === 'string' || body instanceof Uint8Array ? body : JSON.stringify(body);
	const response = await fetch(url, {
		method: 'POST',
		headers: { 'content-type': 'application/json', ...headers },
		body: text,
	});
	return { status: response.status, document: await response.json() };
}
