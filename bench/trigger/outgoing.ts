import { subscribe } from 'node:diagnostics_channel';
import type { ClientRequest } from 'node:http';

/** Counts the requests this process makes from now on. @returns a function that says how many have gone to an address since it was last asked */
export function countRequests(): (url: string) => number {
	const counts = new Map<string, number>();
	subscribe('http.client.request.start', (message) => {
		const { host, protocol, path: _ } = (message as { request: ClientRequest }).request;
		const header = (message as { request: ClientRequest }).request.getHeader('host');
		const origin = `${protocol}//${String(header ?? host)}`;
		counts.set(origin, (counts.get(origin) ?? 0) + 1);
	});
	return (url) => {
		const count = counts.get(url) ?? 0;
		counts.delete(url);
		return count;
	};
}
