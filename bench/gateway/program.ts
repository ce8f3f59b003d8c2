import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

import { answering } from '../fresh';
import { answerAccount, answerJson, answerXmlSend, emptyBook } from './answers';
import type { Counts, GatewayWish } from './quickGateway';

/** Holds whoever comes at once: n8n's HTTP Request node opens a connection for each item. */
const BACKLOG = 16_384;

/** A gateway that costs as little as it can, in a process of its own, so that it is never what is measured. It ends with its parent. */
async function serve({ latency }: GatewayWish): Promise<string> {
	const book = emptyBook();
	const counts: Counts = { requests: 0, about: 0 };
	const answer = (path: string, query: URLSearchParams, body: string): string => {
		if (path === '/counts') return JSON.stringify(counts);
		if (path === '/delivered') return String((book.delivered = Number(query.get('percent'))));
		if (path === '/read') return String((book.read = Number(query.get('percent'))));
		const { text, about } = (ANSWERERS[path] ?? answerJson)(body, book);
		counts.requests += 1;
		counts.about += about;
		return text;
	};
	const server = createServer((request, response) => {
		const pieces: Buffer[] = [];
		request.on('data', (piece: Buffer) => pieces.push(piece));
		request.on('end', () => {
			const { pathname, searchParams } = new URL(request.url ?? '/', 'http://gateway');
			const text = answer(pathname, searchParams, Buffer.concat(pieces).toString());
			const send = (): void => void response.setHeader('Content-Type', typeOf(pathname)).end(text);
			if (latency === 0) send();
			else void wait(latency).then(send);
		});
	});
	server.listen({ host: '127.0.0.1', port: 0, backlog: BACKLOG });
	await new Promise((resolve) => server.once('listening', resolve));
	return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const ANSWERERS: Readonly<Record<string, typeof answerJson>> = {
	'/xml/message.php': answerXmlSend,
	'/sendsmsjson.php': answerAccount,
};

const typeOf = (path: string): string => `${path.startsWith('/xml/') ? 'text/xml' : 'application/json'}; charset=utf-8`;

answering(serve);
