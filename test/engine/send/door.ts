import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';

import type { Simulator } from '../../../simulator';
import { listen } from '../../support/network/sockets';

/** A door in front of a simulator, which counts who comes by. */
export interface Door {
	readonly url: string;
	/** The most requests that were under way at the same time. */
	readonly most: () => number;
}

/** Opens a door for requests over JSON that lets nobody through before so many wait at it, and then the last one first. */
export async function doorTo({ url }: Pick<Simulator, 'url'>, count: number): Promise<Door> {
	let [underWay, most] = [0, 0];
	let waiting: (() => Promise<void>)[] = [];
	const port = await listen(
		createServer((request, response) => {
			most = Math.max(most, ++underWay);
			waiting.push(async () => {
				const headers = { 'content-type': request.headers['content-type'] ?? '' };
				const answer = await fetch(`${url}${request.url ?? ''}`, { method: 'POST', headers, body: await text(request) });
				const body = await answer.text();
				underWay -= 1;
				response.writeHead(answer.status).end(body);
			});
			if (waiting.length === count) void letThrough(waiting.reverse());
			if (waiting.length === count) waiting = [];
		}),
	);
	return { url: `http://127.0.0.1:${port}`, most: () => most };
}

async function letThrough(waiting: readonly (() => Promise<void>)[]): Promise<void> {
	for (const go of waiting) await go();
}
