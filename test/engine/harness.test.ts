import { createServer, type IncomingHttpHeaders, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';

import type { IAuthenticate, ICredentialType, IDataObject, IExecuteFunctions, INodeExecutionData, INodeType } from 'n8n-workflow';
import { NodeApiError, NodeConnectionTypes, NodeOperationError } from 'n8n-workflow';

import { retryExecution, runNode, startNode } from './harness';

type Execute = (this: IExecuteFunctions) => Promise<INodeExecutionData[][]>;

/** A node with one parameter, Text, and the given work. */
const nodeThat = (execute: Execute): INodeType => ({
	description: {
		displayName: 'Tiny',
		name: 'tiny',
		group: ['transform'],
		version: 1,
		description: 'A node made up for these tests',
		defaults: { name: 'Tiny' },
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'tinyApi', required: false }],
		properties: [{ displayName: 'Text', name: 'text', type: 'string', default: 'none given' }],
	},
	execute,
});

const textOf = (context: IExecuteFunctions): string => context.getNodeParameter('text', 0, '') as string;

const readText = nodeThat(async function () {
	const read = (item: number): IDataObject => ({ text: this.getNodeParameter('text', item), zone: this.getTimezone() });
	return [this.getInputData().map((_, item) => ({ json: read(item), pairedItem: { item } }))];
});

const oddOnesFail = nodeThat(async function () {
	return [
		this.getInputData().map(({ json: { n } }, item) => ({
			json: Number(n) % 2 === 1 ? { error: `${Number(n)} is odd` } : { half: Number(n) / 2 },
			pairedItem: { item },
		})),
	];
});

/** Serves until the work is done. */
async function withServer<T>(answer: RequestListener, work: (url: string) => Promise<T>): Promise<T> {
	const server = createServer(answer);
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	try {
		return await work(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
	} finally {
		server.closeAllConnections();
		await new Promise((resolve) => server.close(resolve));
	}
}

describe('parameters', () => {
	it('are expressions, resolved for each item', async () => {
		const { output } = await runNode({
			node: readText,
			parameters: { text: '=Hello, {{ $json.name }}!' },
			items: [{ name: 'Ann' }, { name: 'Boris' }],
			timezone: 'Asia/Tashkent',
		});

		expect(output).toEqual([
			[
				{ json: { text: 'Hello, Ann!', zone: 'Asia/Tashkent' }, pairedItem: { item: 0 } },
				{ json: { text: 'Hello, Boris!', zone: 'Asia/Tashkent' }, pairedItem: { item: 1 } },
			],
		]);
	});

	it("have the node's defaults where the user left them alone", async () => {
		const { output } = await runNode({ node: readText });

		expect(output[0]?.[0]?.json.text).toBe('none given');
	});
});

describe('an item that failed', () => {
	const items = [{ n: 1 }, { n: 2 }, { n: 3 }];

	it('goes to the error output, with the fields of its input item and its link', async () => {
		const { output, status } = await runNode({ node: oddOnesFail, items, onError: 'continueErrorOutput' });

		expect(status).toBe('success');
		expect(output).toEqual([
			[{ json: { half: 1 }, pairedItem: { item: 1 } }],
			[
				{ json: { n: 1, error: '1 is odd' }, pairedItem: { item: 0 } },
				{ json: { n: 3, error: '3 is odd' }, pairedItem: { item: 2 } },
			],
		]);
	});

	it('stays among the others when the node continues with its regular output', async () => {
		const { output } = await runNode({ node: oddOnesFail, items, onError: 'continueRegularOutput' });

		expect(output.map((branch) => branch.map(({ json }) => json))).toEqual([[{ error: '1 is odd' }, { half: 1 }, { error: '3 is odd' }]]);
	});
});

describe('Retry On Fail', () => {
	it('calls the node again with its context when the first item failed, up to the number of tries', async () => {
		const counts = nodeThat(async function () {
			const context = this.getContext('node');
			context.tries = Number(context.tries ?? 0) + 1;
			return [[{ json: { error: `try ${String(context.tries)}` }, pairedItem: { item: 0 } }]];
		});
		const retried = await runNode({ node: counts, retryOnFail: true, maxTries: 4, onError: 'continueRegularOutput' });

		expect(retried.executions).toBe(4);
		expect(retried.nodeContext).toEqual({ tries: 4 });
		expect(retried.output).toEqual([[{ json: { error: 'try 4' }, pairedItem: { item: 0 } }]]);
	});

	it('does not look past the first item', async () => {
		const { executions } = await runNode({ node: oddOnesFail, items: [{ n: 2 }, { n: 3 }], retryOnFail: true });

		expect(executions).toBe(1);
	});
});

describe('a node that throws', () => {
	const throws = nodeThat(async function () {
		this.getContext('node').accepted = ['1179038981'];
		const options = { description: 'One was accepted.', itemIndex: 1 };
		const thrown = new NodeOperationError(this.getNode(), 'The gateway went away', options);
		thrown.context.data = { accepted: 1 };
		throw thrown;
	});

	it('stops the run, which keeps message, description and context', async () => {
		const { status, output, error, thrown } = await runNode({ node: throws, items: [{}, {}] });

		expect(status).toBe('error');
		expect(output).toEqual([]);
		expect(error).toMatchObject({
			name: 'NodeOperationError',
			message: 'The gateway went away',
			description: 'One was accepted.',
			context: { itemIndex: 1, data: { accepted: 1 } },
		});
		expect(thrown).toEqual([expect.any(NodeOperationError)]);
	});

	it('runs again under the Retry button, alone, with what it remembered', async () => {
		const remembers = nodeThat(async function () {
			return [[{ json: { ...this.getContext('node'), mode: this.getMode(), id: this.getExecutionId() } }]];
		});
		const failed = await runNode({ node: throws, items: [{ n: 7 }], executionId: '41' });
		const retried = await retryExecution(failed, { node: remembers, executionId: '42' });

		expect(retried.status).toBe('success');
		expect(retried.executions).toBe(1);
		expect(retried.output[0]?.[0]?.json).toEqual({ accepted: ['1179038981'], mode: 'retry', id: '42' });
	});
});

describe('credentials', () => {
	const asks = nodeThat(async function () {
		const options = { url: textOf(this), json: true };
		const answer: unknown = await this.helpers.httpRequestWithAuthentication.call(this, 'tinyApi', options);
		return [[{ json: answer as IDataObject }]];
	});
	const echoHeaders: RequestListener = ({ headers }, response) => {
		response.setHeader('Content-Type', 'application/json').end(JSON.stringify(headers));
	};
	const tinyApi = (authenticate: IAuthenticate): ICredentialType => ({
		name: 'tinyApi',
		displayName: 'Tiny API',
		properties: [
			{ displayName: 'Token', name: 'token', type: 'string', default: '' },
			{ displayName: 'Scheme', name: 'scheme', type: 'string', default: 'Bearer' },
		],
		authenticate,
	});
	const seenBy = async (type: ICredentialType): Promise<IncomingHttpHeaders> =>
		await withServer(echoHeaders, async (url) => {
			const credentials = [{ type, data: { token: '={{ "secret".toUpperCase() }}' } }];
			const { output } = await runNode({ node: asks, parameters: { text: url }, credentials });
			return output[0]?.[0]?.json as IncomingHttpHeaders;
		});

	it('sign a request with their own function, from resolved values and defaults', async () => {
		const type = tinyApi(async ({ scheme, token }, request) => ({
			...request,
			headers: { ...request.headers, authorization: `${scheme as string} ${token as string}` },
		}));

		expect(await seenBy(type)).toMatchObject({ authorization: 'Bearer SECRET' });
	});

	it('sign a request as a declarative credential says', async () => {
		const headers = { 'X-Token': '={{ $credentials.token }}', 'X-Client': 'tiny' };

		expect(await seenBy(tinyApi({ type: 'generic', properties: { headers } }))).toMatchObject({
			'x-token': 'SECRET',
			'x-client': 'tiny',
		});
	});

	it('are asked for when the node needs them and has none', async () => {
		const { error } = await runNode({ node: asks, parameters: { text: 'http://127.0.0.1:9' } });

		expect(error?.message).toBe('Node does not require credentials');
	});

	it("turn an HTTP status into n8n's own words, in an instance of the node's own NodeApiError", async () => {
		const refuse: RequestListener = (_, response) => response.writeHead(403).end();
		const { thrown, error } = await withServer(refuse, async (url) => {
			const credentials = [{ type: tinyApi({ type: 'generic', properties: {} }), data: {} }];
			return await runNode({ node: asks, parameters: { text: url }, credentials });
		});

		expect(thrown[0]).toBeInstanceOf(NodeApiError);
		expect(error).toMatchObject({ httpCode: '403', message: 'Forbidden - perhaps check your credentials?' });
	});
});

describe('Stop', () => {
	it('aborts the request under way, and the run ends as canceled', async () => {
		const seen: unknown[] = [];
		const waits = nodeThat(async function () {
			const abortSignal = this.getExecutionCancelSignal();
			const options = { url: textOf(this), ...(abortSignal && { abortSignal }) };
			await this.helpers.httpRequest(options).catch((thrown: unknown) => seen.push(thrown, abortSignal?.aborted));
			return [[]];
		});
		let arrived: () => void = () => undefined;
		const underWay = new Promise<void>((resolve) => (arrived = resolve));
		const { status, executions } = await withServer(
			() => {
				arrived();
			},
			async (url) => {
				const run = startNode({ node: waits, parameters: { text: url } });
				await Promise.race([underWay, run.result]);
				run.cancel();
				return await run.result;
			},
		);

		expect(status).toBe('canceled');
		expect(executions).toBe(1);
		expect(seen).toEqual([expect.objectContaining({ code: 'ERR_CANCELED' }), true]);
	});
});
