import { dig } from '../json';

/**
 * Whether n8n answers as it does when it is up. While it starts it refuses connections, then answers HTTP 200 with a web page, then
 * 404, so that the shape of the answers is what counts: the editor's settings, the public API's refusal, and its own word.
 */
export async function isReady(url: string): Promise<boolean> {
	const [settings, refusal, health] = await Promise.all(
		['/rest/settings', '/api/v1/workflows', '/healthz/readiness'].map((path) => jsonAt(`${url}${path}`)),
	);
	const isUp = dig(settings, 'data', 'userManagement') !== undefined;
	const hasApi = typeof dig(refusal, 'message') === 'string';
	return isUp && hasApi && dig(health, 'status') === 'ok';
}

async function jsonAt(url: string): Promise<unknown> {
	try {
		const answer = await fetch(url, { signal: AbortSignal.timeout(5000) });
		return await answer.json();
	} catch {
		return undefined;
	}
}
