import { subscribe } from 'node:diagnostics_channel';
import type { ClientRequest } from 'node:http';

/** Counts the requests this process makes from now on. @returns a function that says how many have gone to an origin since it was last asked */
export function countRequests(): (origin: string) => number {
	const counts = new Map<string, number>();
	subscribe('http.client.request.start', (message) => {
		const { request } = message as { request: ClientRequest };
		const origin = `${request.protocol}//${String(request.getHeader('host'))}`;
		counts.set(origin, (counts.get(origin) ?? 0) + 1);
	});
	return (origin) => {
		const count = counts.get(origin) ?? 0;
		counts.delete(origin);
		return count;
	};
}
