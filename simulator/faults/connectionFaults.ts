import type { ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

import { sendReply } from '../protocols/sendReply';
import type { WireReply } from '../protocols/wire';
import type { FaultRow } from './faultRow';
import { resetConnection } from './resetConnection';

type Strike = Extract<FaultRow, { stage: 'arrival' }>['strike'];
type Deliver = Extract<FaultRow, { stage: 'delivery' }>['deliver'];

const MEGABYTE = Buffer.alloc(1024 * 1024, ' ');
/** Gives the client time to read what came before the reset, in milliseconds. */
const BEFORE_RESET = 20;

/** Faults of the connection: nothing comes, too little, too late, or far too much. */
export const connectionFaults: readonly FaultRow[] = [
	{
		name: 'refuse',
		about: 'stops listening for some seconds (1; 0 = until cleared); with nth, from the nth request on',
		accepted: 'never',
		stage: 'listener',
	},
	onConnection('close-on-connect', 'takes the connection and closes it at once, before TLS', (socket) => {
		socket.destroy();
	}),
	onConnection('hang-on-connect', 'takes the connection and says nothing, so that TLS is never made', (socket) => {
		socket.resume();
	}),
	arrival('reset-before-body', 'resets the connection when the headers have come', (request) => {
		resetConnection(request.socket);
	}),
	arrival('reset-during-body', 'resets the connection at the first bytes of the request body', (request) => {
		const reset = () => {
			resetConnection(request.socket);
		};
		if (request.readableEnded) reset();
		request.once('data', reset);
		request.once('end', reset);
	}),
	delivery('reset-after-body', 'reads the whole request, then resets the connection without a word', 'yes', (response) => {
		resetConnection(response.socket);
		return undefined;
	}),
	delivery('hang', 'reads the whole request and never answers', 'yes', () => undefined),
	delivery('reset-during-answer', 'resets the connection after a fraction (0.5) of the answer', 'always', (response, reply, order) =>
		begin(response, reply, order.fraction, () => {
			setTimeout(resetConnection, BEFORE_RESET, response.socket);
		}),
	),
	delivery('drip', 'sends the headers and a fraction (0.5) of the answer, and never the rest', 'always', (response, reply, order) =>
		begin(response, reply, order.fraction),
	),
	delivery('slow', 'answers rightly, some seconds (1) late', 'always', (response, reply, { seconds = 1 }) => {
		const answer = () => {
			if (!response.destroyed) sendReply(response, reply, false);
		};
		const timer = setTimeout(answer, seconds * 1000);
		response.once('close', () => {
			clearTimeout(timer);
		});
		return undefined;
	}),
	delivery('huge', 'puts megabytes (600) of blanks before the answer', 'always', (response, reply, { megabytes = 600 }) => {
		response.writeHead(reply.status, reply.headers);
		pour(response, Math.ceil(megabytes), reply.body);
		return undefined;
	}),
];

function onConnection(name: string, about: string, strike: (socket: Socket) => void): FaultRow {
	return { name, about, accepted: 'never', stage: 'connection', strike };
}

function arrival(name: string, about: string, strike: Strike): FaultRow {
	return { name, about, accepted: 'never', stage: 'arrival', strike };
}

function delivery(name: string, about: string, accepted: 'yes' | 'always', deliver: Deliver): FaultRow {
	return { name, about, accepted, stage: 'delivery', deliver };
}

function begin(response: ServerResponse, reply: WireReply, fraction = 0.5, then?: () => void): Buffer {
	response.writeHead(reply.status, { ...reply.headers, 'content-length': reply.body.length });
	response.flushHeaders();
	const length = Math.min(Math.floor(reply.body.length * fraction), reply.body.length - 1);
	const part = reply.body.subarray(0, length);
	response.write(part, then);
	return part;
}

function pour(response: ServerResponse, left: number, end: Buffer): void {
	if (response.destroyed) return;
	if (left === 0) {
		response.end(end);
		return;
	}
	const next = () => {
		pour(response, left - 1, end);
	};
	if (response.write(MEGABYTE)) setImmediate(next);
	else response.once('drain', next);
}
