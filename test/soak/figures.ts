import { wasStruck } from './gateway';
import type { EmissionBooks } from './judgeEmission';
import { trendOf } from './memory';
import { clock, grouped, megabytes } from './progress';
import type { Run } from './run';
import type { Stage } from './stage';

/** A line of a table: what was counted, and how much of it. */
export type Figure = readonly [what: string, value: string];

/** What a run counted. */
export function countsOf({ sendings, verdict, shown }: Run, { simulator, lives }: Stage): Figure[] {
	const { sending, emission, forgotten, findings } = verdict;
	const ended = (end: string): number => sendings.filter((one) => one.end === end).length;
	const all = emission.get('all');
	const bad = emission.get('bad');
	const sumOf = (count: (books: EmissionBooks) => number): number => [...emission.values()].reduce((sum, books) => sum + count(books), 0);
	const buriedEmitted = sending.buried.filter(({ id }) => all?.emitted.has(id)).length;
	const figures: [string, number][] = [
		['Executions started', sendings.length],
		['– answered', ended('answered')],
		['– cut off by a kill', ended('broken')],
		['– not begun, because n8n was down', ended('notBegun')],
		['Recipients offered', sendings.reduce((sum, { contacts }) => sum + contacts.length, 0)],
		['– in executions that did not begin', sending.notBegun],
		['– refused by the gateway, and reported so', sending.refused],
		['– not sent, and reported so', sending.notSent],
		['– reported as unknown, not with the gateway', sending.unknownNotHeld],
		['– cut off by a kill, not with the gateway', sending.buriedNotHeld],
		['Messages the gateway accepted', simulator.messages.length],
		['– whose ID reached an execution', sending.known.length],
		['– answer lost, found again by client number, without an ID', sending.repeatWithoutId],
		['– answer lost, and reported as unknown', sending.unknownHeld],
		['– cut off by a kill, and emitted all the same', buriedEmitted],
		['– cut off by a kill, and lost with the process', sending.buried.length - buriedEmitted],
		...(forgotten === 0 ? [] : [['– known, and perhaps lost with the memory of a killed process', forgotten] as [string, number]]),
		['Phones that were sent to twice', findings.count('Phones that were sent to more than once')],
		['Different messages emitted by the trigger for all outcomes', all?.emitted.size ?? 0],
		['Different messages emitted by the trigger for bad outcomes', bad?.emitted.size ?? 0],
		['Different messages emitted by the trigger for what is read', emission.get('read')?.emitted.size ?? 0],
		['Known messages that were never emitted', sumOf(({ missing }) => missing)],
		['Items emitted again inside the window of a kill', sumOf(({ repeatsInWindow }) => repeatsInWindow)],
		['Items emitted again outside of it', sumOf(({ repeatsOutside }) => repeatsOutside)],
		['Requests to the gateway', simulator.requests.length],
		['– struck by a fault', simulator.requests.filter(wasStruck).length],
		['Minutes with a poll that asked the gateway', minutesWithPolls(simulator)],
		['Kills', lives.all.length - 1],
		['Executions n8n shows as crashed', shown.crashed],
		['Executions n8n shows as failed', shown.error],
	];
	return figures.map(([what, count]) => [what, grouped(count)]);
}

function minutesWithPolls({ requests }: Stage['simulator']): number {
	return new Set(requests.filter(({ operation }) => operation === 'state').map(({ time }) => time.slice(0, 16))).size;
}

/** How long the parts of a run took. */
export function timesOf({ startedAt, sendingEndedAt, drainedAt, endedAt }: Run): Figure[] {
	return [
		['Sending', clock(sendingEndedAt - startedAt)],
		['From the last execution to the last item', clock(drainedAt - sendingEndedAt)],
		['All', clock(endedAt - startedAt)],
	];
}

/** A row for each life of n8n: how its memory went on. */
export function trendsOf({ samples, sendingEndedAt, startedAt }: Run, { lives }: Stage): string[][] {
	return lives.all.map((life, index) => {
		const { minutes, mean, growth, verdict } = trendOf(life, samples, sendingEndedAt);
		const own = samples.filter(({ pid }) => pid === life.pid);
		const most = own.reduce((peak, { rss }) => Math.max(peak, rss), 0);
		const [entries, mostEntries] = [
			own.findLast((one) => one.entries !== undefined)?.entries ?? 0,
			Math.max(0, ...own.map((one) => one.entries ?? 0)),
		];
		return [
			String(index + 1),
			`${clock(Math.max(0, life.upAt - startedAt))} – ${life.killedAt === undefined ? 'end' : clock(life.killedAt - startedAt)}`,
			megabytes(most),
			megabytes(mean),
			`${(growth * 100).toFixed(1)} % (over ${minutes.toFixed(1)} min)`,
			verdict,
			`${grouped(mostEntries)} / ${grouped(entries)}`,
		];
	});
}

/** The headings of `trendsOf`. */
export const TREND_HEADINGS = ['Life', 'Time', 'Most RSS', 'Heap', 'Growth in 10 min', 'Verdict', 'Our entries: most / last'];

/** What did not go as it must, one sentence each; empty when all is well. */
export function troublesOf({ verdict, samples, sendingEndedAt }: Run, { lives }: Stage): string[] {
	const growing = lives.all.filter((life) => trendOf(life, samples, sendingEndedAt).verdict === 'growing').length;
	const isVoid = verdict.sending.known.length === 0;
	return [
		...verdict.findings.sentences,
		...(isVoid ? ['No message was accepted and known, so nothing was tested.'] : []),
		...(growing > 0 ? [`The memory grew in ${growing} of ${lives.all.length} lives.`] : []),
	];
}
