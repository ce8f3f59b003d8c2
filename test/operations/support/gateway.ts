import { Readable } from 'node:stream';

import type { IHttpRequestOptions } from 'n8n-workflow';

/** What a made-up gateway does with a request: answers with a text, perhaps behind a status, or the connection fails. */
export type Reaction = string | { readonly status: number; readonly text: string } | Error;

/** A gateway that reacts to one request after another as it is told, the last time for all that follow. */
export interface FakeGateway {
	/** n8n's HTTP helper, which leads to it. */
	readonly http: (options: IHttpRequestOptions) => Promise<unknown>;
	/** The bodies of the requests it got. */
	readonly bodies: string[];
}

/** Makes a gateway up. */
export function gatewayThat(...reactions: (Reaction | ((body: string) => Reaction))[]): FakeGateway {
	const bodies: string[] = [];
	const http = async ({ body, url }: IHttpRequestOptions): Promise<unknown> => {
		const text = typeof body === 'string' ? body : url;
		bodies.push(text);
		const next = reactions[Math.min(bodies.length, reactions.length) - 1] ?? '';
		const reaction = typeof next === 'function' ? next(text) : next;
		if (reaction instanceof Error) throw reaction;
		const { status, text: answer } = typeof reaction === 'string' ? { status: 200, text: reaction } : reaction;
		return { statusCode: status, headers: {}, body: Readable.from([Buffer.from(answer)]) };
	};
	return { http, bodies };
}

/** What n8n's HTTP helper throws when no connection was made. */
export const REFUSED = Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED', syscall: 'connect' });

/** What it throws when the connection broke off after the request was out. */
export const BROKEN_OFF = Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' });

/** One recipient's part of an answer. */
type Part = Readonly<Record<string, string>>;

/** The answer to a send request of one message: a part for each of its recipients. */
export function sendAnswer(...parts: Part[]): string {
	return JSON.stringify({ message: [parts] });
}

/** The part of an accepted recipient. */
export const accepted = (phone: string, id: string): Part => ({ phone, id_message: id, count_message: '1' });

/** The part of a refused one. */
export const refused = (phone: string, error: string): Part => ({ phone, error });
