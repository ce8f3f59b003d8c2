import path from 'node:path';

import { inFreshProcess } from '../fresh';
import type { QuickGateway } from '../gateway/quickGateway';
import { startQuickGateway } from '../gateway/quickGateway';
import type { Row, Section } from '../report/section';
import type { Settings, Tell } from '../settings';
import type { Figures } from './figures';
import { goalsOf, rowOf } from './figures';
import type { PreviewFigures } from './previewFigures';
import { previewGoals, previewRow } from './previewFigures';
import type { Answer } from './program';
import type { Question } from './senders';
import type { Protocol, Way } from './ways';

const CASES: readonly { protocol: Protocol; way: Way }[] = [
	{ protocol: 'json', way: 'one text' },
	{ protocol: 'json', way: 'simple' },
	{ protocol: 'json', way: 'needs n8n' },
	{ protocol: 'xml', way: 'one text' },
	{ protocol: 'xml', way: 'simple' },
];

const ABOUT =
	'The built node in n8n’s own engine beside the floor: a bare script that makes the same bodies and posts them with the same HTTP client, checks nothing and matches nothing. Times are those of the whole run. *One text* for all; *simple* is a text each with three expressions like `{{ $json.name }}`; *needs n8n* is `{{ $json.name.toUpperCase() }}`. The phone is an expression in all of them. The heap is the most it held during the run, what awaits collection too, over what it held before. The floor makes no output: *output alone* is a node that does nothing but make the same output. Each run has a process of its own, and the gateway too.';

const ABOUT_PREVIEW =
	'The same campaign of simple texts, previewed: the plan is made and shown, and nothing is sent. *Without the wire* is Send less the floor, so less than what Send takes for anything but the making and posting of bodies. With *Estimate Cost* the gateway is asked for the balance and about each phone once, 500 in a request.';

const ABOUT_PROFILE =
	'What keeps Send from the goals. The floor makes bodies and posts them: it reads no phones, checks no rules, does not find out whose each answer is, hands nothing to the trigger and makes no output; of an answer in XML it does not read a word. n8n itself and the output take their part of the time, and alone hold several times the input: see *output alone*. What the largest sends spend their time on; a profile slows them down somewhat, so the shares count:';

/** Sends campaigns of all sizes in n8n's engine, and by a bare script. */
export async function measureSend({ sizes, ways, repeats }: Settings, tell: Tell): Promise<Section[]> {
	const gateway = await startQuickGateway();
	const cases = CASES.filter(({ way }) => ways.includes(way));
	const all: Figures[] = [];
	for (const one of cases) {
		for (const count of sizes) {
			tell(`Send: ${count.toLocaleString('en')} items, ${one.way}, ${one.protocol}`);
			all.push(await figuresOf({ ...one, count, url: gateway.url }, repeats, gateway));
		}
	}
	const previews: PreviewFigures[] = [];
	for (const figures of all.filter(isPreviewed)) {
		tell(`Preview: ${figures.count.toLocaleString('en')} items`);
		previews.push(await previewFiguresOf(figures, repeats, gateway));
	}
	tell('Send: where the time goes');
	const profiles = await profilesOf(cases, Math.max(...sizes), gateway.url);
	await gateway.close();
	return [
		{ title: 'Send', about: ABOUT, rows: all.map(rowOf), goals: goalsOf(all) },
		{ title: 'Preview', about: ABOUT_PREVIEW, rows: previews.map(previewRow), goals: previewGoals(previews) },
		{ title: 'What keeps Send from its goals', about: ABOUT_PROFILE, rows: profiles, goals: [] },
	];
}

async function figuresOf(what: Omit<Question, 'who'>, repeats: number, gateway: QuickGateway): Promise<Figures> {
	const ours: (Answer & { requests: number })[] = [];
	const floor: Answer[] = [];
	for (let run = 0; run < repeats; run += 1) {
		floor.push(await ask({ ...what, who: 'floor' }));
		const before = (await gateway.counts()).requests;
		const answer = await ask({ ...what, who: 'ours' });
		// One request is that of the contact who went first.
		ours.push({ ...answer, requests: (await gateway.counts()).requests - before - 1 });
	}
	const output = await ask({ ...what, who: 'output' });
	return { ...what, ours: quickest(ours), floor: quickest(floor), output };
}

const isPreviewed = ({ way, protocol }: Figures): boolean => way === 'simple' && protocol === 'json';

async function previewFiguresOf(figures: Figures, repeats: number, gateway: QuickGateway): Promise<PreviewFigures> {
	const { protocol, way, count } = figures;
	const what = { protocol, way, count, url: gateway.url };
	const preview: Answer[] = [];
	const estimate: (Answer & { requests: number })[] = [];
	for (let run = 0; run < repeats; run += 1) {
		preview.push(await ask({ ...what, who: 'preview' }));
		const before = (await gateway.counts()).requests;
		const answer = await ask({ ...what, who: 'estimate' });
		// Two questions are those of the contact who went first.
		estimate.push({ ...answer, requests: (await gateway.counts()).requests - before - 2 });
	}
	return { count, send: figures.ours, floor: figures.floor, preview: quickest(preview), estimate: quickest(estimate) };
}

const ask = (question: Question): Promise<Answer> => inFreshProcess(path.join(__dirname, 'program.ts'), question);

function quickest<A extends Answer>(answers: readonly A[]): A {
	return answers.reduce((best, one) => (one.milliseconds < best.milliseconds ? one : best));
}

/** One line for each place of work, with the microseconds each send spends there for an item. */
async function profilesOf(cases: typeof CASES, count: number, url: string): Promise<Row[]> {
	const all: { name: string; times: Record<string, number> }[] = [];
	for (const one of cases) {
		const question: Question = { ...one, who: 'ours', count, url };
		const times = await inFreshProcess<Record<string, number>>(path.join(__dirname, 'profileProgram.ts'), question);
		all.push({ name: `${one.protocol}, ${one.way}`, times });
	}
	const places = new Set(all.flatMap(({ times }) => Object.keys(times)));
	return [...places].map((place) => {
		const perItem = all.map(({ name, times }) => [name, ((times[place] ?? 0) * 1000) / count] as const);
		return { 'µs per item spent on': place, ...Object.fromEntries(perItem) };
	});
}
