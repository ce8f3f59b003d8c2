import { once } from 'node:events';
import type { IncomingMessage, Server } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import { dig, isRecord, listAt } from '../../../demo/json';

/** A language model of a test's own: it calls the one tool it is offered, and answers with what the tool gave. */
export interface MadeUpModel {
	/** Where n8n finds it, as it finds OpenAI. */
	readonly url: string;
	/** The tools it was offered, as the agent describes them to a model. */
	readonly offered: unknown[];
	/** What the tool is called with, from now on. */
	callWith: (values: Readonly<Record<string, unknown>>) => void;
	close: () => void;
}

/** Starts a model on a free port. */
export async function startModel(): Promise<MadeUpModel> {
	const offered: unknown[] = [];
	let values: Readonly<Record<string, unknown>> = {};
	const server: Server = createServer((request, response) => {
		void bodyOf(request).then((asked) => {
			const messages = listAt(asked, 'messages');
			const last = messages.at(-1);
			const [tool] = listAt(asked, 'tools');
			if (tool !== undefined) offered.push(dig(tool, 'function'));
			const message = dig(last, 'role') === 'tool' ? saying(dig(last, 'content')) : calling(dig(tool, 'function', 'name'), values);
			response.setHeader('Content-Type', 'application/json');
			response.end(JSON.stringify({ ...COMPLETION, choices: [{ index: 0, ...message }] }));
		});
	});
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	return {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
		offered,
		callWith: (wanted) => {
			values = wanted;
		},
		close: () => server.close(),
	};
}

const COMPLETION = {
	...{ id: 'chatcmpl-1', object: 'chat.completion', created: 1, model: 'made-up' },
	usage: { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 },
};

function saying(content: unknown): object {
	return { finish_reason: 'stop', message: { role: 'assistant', content } };
}

function calling(name: unknown, values: object): object {
	const call = { id: 'call_1', type: 'function', function: { name, arguments: JSON.stringify(values) } };
	return { finish_reason: 'tool_calls', message: { role: 'assistant', content: null, tool_calls: [call] } };
}

async function bodyOf(request: IncomingMessage): Promise<Record<string, unknown>> {
	const parts: Buffer[] = [];
	for await (const part of request) parts.push(part as Buffer);
	const body: unknown = JSON.parse(Buffer.concat(parts).toString() || '{}');
	return isRecord(body) ? body : {};
}
