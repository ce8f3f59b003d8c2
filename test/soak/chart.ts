import type { Sample } from './memory';

/** What the chart shows; moments in milliseconds since 1970. */
export interface ChartWish {
	samples: readonly Sample[];
	startedAt: number;
	endedAt: number;
	/** When n8n was killed. */
	kills: readonly number[];
	/** When the sending ended. */
	sendingEndedAt: number;
}

const WIDTH = 900;
const HEIGHT = 320;
const PLOT = { left: 60, right: 20, top: 30, bottom: 40 };
const STEP_MB = 200;

const series = [
	{ name: 'resident set', colour: '#1f77b4', of: ({ rss }: Sample) => rss },
	{ name: 'heap after a full collection', colour: '#d62728', of: ({ heap }: Sample) => heap },
];

/** Draws the memory of n8n over the time of a run as an SVG picture. */
export function chartOf({ samples, startedAt, endedAt, kills, sendingEndedAt }: ChartWish): string {
	const most = Math.max(STEP_MB, ...samples.map(({ rss }) => rss / 1e6));
	const top = Math.ceil(most / STEP_MB) * STEP_MB;
	const x = (at: number): number => PLOT.left + ((at - startedAt) / (endedAt - startedAt)) * (WIDTH - PLOT.left - PLOT.right);
	const y = (mb: number): number => HEIGHT - PLOT.bottom - (mb / top) * (HEIGHT - PLOT.top - PLOT.bottom);
	const grid = Array.from({ length: top / STEP_MB + 1 }, (_, index) => index * STEP_MB).map(
		(mb) => `${line(PLOT.left, y(mb), WIDTH - PLOT.right, y(mb), '#ddd')}${text(PLOT.left - 6, y(mb) + 4, `${mb} MB`, 'end')}`,
	);
	const minutes = Math.ceil((endedAt - startedAt) / 60_000);
	const ticks = Array.from({ length: minutes }, (_, minute) => minute)
		.filter((minute) => minute % Math.ceil(minutes / 12) === 0)
		.map((minute) => text(x(startedAt + minute * 60_000), HEIGHT - PLOT.bottom + 18, `${minute} min`, 'middle'));
	const marks = [...kills.map((at) => mark(x(at), 'kill', '#555')), mark(x(sendingEndedAt), 'sending ends', '#2a7d2a')];
	const curves = series.flatMap(({ of, colour }) => livesIn(samples).map((own) => curve(own, of, { x, y, colour })));
	const legend = series.map(({ name, colour }, index) => text(PLOT.left + index * 140, 16, `— ${name}`, 'start', colour));
	return [
		`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="sans-serif" font-size="11">`,
		`<rect width="${WIDTH}" height="${HEIGHT}" fill="#fff"/>`,
		...[...grid, ...ticks, ...marks, ...curves, ...legend],
		'</svg>\n',
	].join('\n');
}

function livesIn(samples: readonly Sample[]): Sample[][] {
	return [...new Set(samples.map(({ pid }) => pid))].map((pid) => samples.filter((sample) => sample.pid === pid));
}

interface Scale {
	x: (at: number) => number;
	y: (mb: number) => number;
	colour: string;
}

function curve(samples: readonly Sample[], of: (sample: Sample) => number | undefined, { x, y, colour }: Scale): string {
	const points = samples.flatMap((sample) => {
		const bytes = of(sample);
		return bytes === undefined ? [] : [`${x(sample.at).toFixed(1)},${y(bytes / 1e6).toFixed(1)}`];
	});
	return `<polyline points="${points.join(' ')}" fill="none" stroke="${colour}" stroke-width="1.5"/>`;
}

function mark(x: number, words: string, colour: string): string {
	const at = line(x, PLOT.top, x, HEIGHT - PLOT.bottom, colour, ' stroke-dasharray="4 3"');
	return at + text(x + 4, PLOT.top + 10, words, 'start', colour);
}

function line(x1: number, y1: number, x2: number, y2: number, colour: string, more = ''): string {
	const [left, top, right, bottom] = [x1, y1, x2, y2].map((one) => one.toFixed(1));
	return `<line x1="${left ?? ''}" y1="${top ?? ''}" x2="${right ?? ''}" y2="${bottom ?? ''}" stroke="${colour}"${more}/>`;
}

function text(x: number, y: number, words: string, anchor: string, colour = '#333'): string {
	return `<text x="${x.toFixed(1)}" y="${y.toFixed(1)}" text-anchor="${anchor}" fill="${colour}">${words}</text>`;
}
