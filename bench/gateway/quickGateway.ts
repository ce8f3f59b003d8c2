import path from 'node:path';

import { startProcess } from '../fresh';

/** What a quick gateway is to be like. */
export interface GatewayWish {
	/** How late its answers come, in milliseconds. */
	latency: number;
}

/** What has come to it so far. */
export interface Counts {
	requests: number;
	/** How many recipients, or messages asked about, all requests together held. */
	about: number;
}

/** A gateway in a process of its own that accepts everybody. */
export interface QuickGateway {
	url: string;
	/** What has come since it started. */
	counts: () => Promise<Counts>;
	/** From now on so many of a hundred messages have been delivered. */
	deliver: (percent: number) => Promise<void>;
	/** From now on Viber has delivered all messages, and so many of a hundred have been read. */
	read: (percent: number) => Promise<void>;
	close: () => Promise<void>;
}

/** Starts one on loopback, on any free port. */
export async function startQuickGateway(wish: GatewayWish = { latency: 0 }): Promise<QuickGateway> {
	const { answer, end } = await startProcess<string>(path.join(__dirname, 'program.ts'), wish);
	return {
		url: answer,
		counts: async () => (await (await fetch(`${answer}/counts`)).json()) as Counts,
		deliver: async (percent) => {
			await (await fetch(`${answer}/delivered?percent=${percent}`)).text();
		},
		read: async (percent) => {
			await (await fetch(`${answer}/read?percent=${percent}`)).text();
		},
		close: end,
	};
}
