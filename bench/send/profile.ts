import type { Profiler } from 'node:inspector';
import { Session } from 'node:inspector/promises';

/** How often the processor is looked at, in microseconds. */
const INTERVAL = 500;

/** Where a function stands, by its file; the first that fits counts. */
const PLACES: readonly (readonly [place: string, RegExp])[] = [
	['n8n', /\/n8n-(?:core|workflow)\/|@n8n/],
	['HTTP client and network', /^node:|axios|follow-redirects/],
	['phone numbers (libphonenumber)', /dist\/shared\/phones/],
	['XML (fast-xml-parser)', /dist\/shared\/xml/],
	['protocol and transport: rules, packing, bodies, answers, matching', /dist\/shared\//],
	['Send itself: items, texts, plan, output, tracking', /dist\/nodes\//],
];

/** By the names the profiler gives what is no function. */
const OWN_NAMES: ReadonlyMap<string, string> = new Map([
	['(garbage collector)', 'garbage collection'],
	['(idle)', 'waiting for the gateway'],
	['(program)', 'Node.js itself'],
]);

/** Does a piece of work and says what it spent its time on, in milliseconds by place, the longest first. */
export async function profiled(work: () => Promise<void>): Promise<Record<string, number>> {
	const session = new Session();
	session.connect();
	await session.post('Profiler.enable');
	await session.post('Profiler.setSamplingInterval', { interval: INTERVAL });
	await session.post('Profiler.start');
	await work();
	const { profile } = await session.post('Profiler.stop');
	session.disconnect();
	return timesByPlace(profile);
}

/** The times of a profile by place, in milliseconds, the longest first. What has no file, such as a pattern, counts for who called it. */
export function timesByPlace({ nodes, samples = [], timeDeltas = [] }: Profiler.Profile): Record<string, number> {
	const callers = new Map(nodes.flatMap((node) => (node.children ?? []).map((id) => [id, node] as const)));
	const placeOf = (node: Profiler.ProfileNode | undefined): string =>
		node === undefined ? OTHER : (ownPlaceOf(node.callFrame) ?? placeOf(callers.get(node.id)));
	const places = new Map(nodes.map((node) => [node.id, placeOf(node)]));
	const times = new Map<string, number>();
	for (const [index, id] of samples.entries()) {
		const where = places.get(id) ?? OTHER;
		times.set(where, (times.get(where) ?? 0) + (timeDeltas[index] ?? 0) / 1000);
	}
	return Object.fromEntries([...times].sort(([, one], [, other]) => other - one));
}

const OTHER = 'everything else';

function ownPlaceOf({ functionName, url }: Profiler.ProfileNode['callFrame']): string | undefined {
	return OWN_NAMES.get(functionName) ?? PLACES.find(([, file]) => file.test(url))?.[0];
}
