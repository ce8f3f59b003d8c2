import { setTimeout as wait } from 'node:timers/promises';

import { dig, isRecord } from '../../demo/json';
import type { PlannedSending } from './plan';

/** How an execution ended, as far as its webhook told. */
export type SendingEnd =
	/** Not yet. */
	| 'underWay'
	/** With an item for each recipient. */
	| 'answered'
	/** The connection broke: n8n was killed. */
	| 'broken'
	/** n8n was down or starting, so nothing was sent. */
	| 'notBegun'
	/** In any other way. */
	| 'failed';

/** An execution; moments in milliseconds since 1970. */
export interface Sending extends PlannedSending {
	startedAt: number;
	endedAt: number;
	end: SendingEnd;
	/** The items it put out. */
	items: readonly Record<string, unknown>[];
	/** What was said instead of them. */
	words: string;
}

const PATIENCE = 180_000;

/** Starts each execution at its time, whatever became of the others, and returns when the last was started. */
export async function startAll(url: string, plan: Iterable<PlannedSending>, sendings: Sending[], signal: AbortSignal): Promise<void> {
	const start = Date.now();
	for (const planned of plan) {
		await wait(Math.max(0, start + planned.at - Date.now()), undefined, { signal });
		const sending: Sending = { ...planned, startedAt: Date.now(), endedAt: 0, end: 'underWay', items: [], words: '' };
		sendings.push(sending);
		void begin(url, sending);
	}
}

/** Waits until every execution has ended in some way. */
export async function allEnded(sendings: readonly Sending[], signal: AbortSignal): Promise<void> {
	while (sendings.some(({ end }) => end === 'underWay')) await wait(200, undefined, { signal });
}

async function begin(url: string, sending: Sending): Promise<void> {
	const ending = await call(`${url}/webhook/${sending.sender}`, { contacts: sending.contacts });
	Object.assign(sending, ending, { endedAt: Date.now() });
}

async function call(url: string, body: unknown): Promise<Pick<Sending, 'end' | 'items' | 'words'>> {
	try {
		const response = await fetch(url, {
			method: 'POST',
			// n8n closes idle connections as they are used again.
			headers: { 'Content-Type': 'application/json', Connection: 'close' },
			body: JSON.stringify(body),
			signal: AbortSignal.timeout(PATIENCE),
		});
		return read(response, await response.text());
	} catch (error) {
		const code = dig(error, 'cause', 'code') ?? dig(error, 'name');
		return { end: code === 'ECONNREFUSED' ? 'notBegun' : 'broken', items: [], words: String(code) };
	}
}

/** While n8n starts it answers with a web page, then that it knows no such webhook, then that its database is not ready. */
function read({ ok, status, headers }: Response, text: string): Pick<Sending, 'end' | 'items' | 'words'> {
	const isJson = headers.get('content-type')?.includes('json') === true;
	const words = `HTTP ${status}: ${text.slice(0, 200)}`;
	if (!isJson || status === 404 || status === 503) return { end: 'notBegun', items: [], words };
	const answer: unknown = JSON.parse(text);
	if (!ok || !Array.isArray(answer)) return { end: 'failed', items: [], words };
	return { end: 'answered', items: answer.filter(isRecord), words: '' };
}
