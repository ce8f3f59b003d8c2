import type { World } from '../world';
import { API_KEY } from './madeUp';
import type { Recorder } from './recorder';
import { startRecorder } from './recorder';

/** Another address of n8n, where the made-up API key is right: the real one stands in n8n's database anyway. */
export async function openProxy({ session }: World): Promise<Recorder> {
	const recorder = await startRecorder();
	recorder.answer = async ({ method, url, headers, body }, response) => {
		const isRight = headers['x-n8n-api-key'] === API_KEY.value;
		const answer = await fetch(`${session.url}${url}`, {
			method,
			headers: { 'X-N8N-API-KEY': isRight ? session.apiKey : 'wrong', 'Content-Type': 'application/json', Connection: 'close' },
			...(body !== '' && { body }),
		});
		response.writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? 'text/plain' });
		response.end(await answer.text());
	};
	return recorder;
}
