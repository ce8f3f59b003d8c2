import { parse } from './client';

/** What a page with this filter is told first. */
export async function firstEvent(url: string, filter = ''): Promise<unknown> {
	const response = await fetch(`${url}/_control/events?filter=${encodeURIComponent(filter)}`);
	const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
	let event = '';
	while (!event.includes('\n\n')) event += (await reader?.read())?.value ?? '';
	await reader?.cancel();
	return parse(event.slice('data: '.length, event.indexOf('\n\n')));
}
