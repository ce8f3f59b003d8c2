import path from 'node:path';

import { inFreshProcess } from '../fresh';
import type { QuickGateway } from '../gateway/quickGateway';
import { startQuickGateway } from '../gateway/quickGateway';
import type { Section } from '../report/section';
import type { Settings, Tell } from '../settings';
import type { Figures } from './figures';
import { goalsOf, rowOf } from './figures';
import type { Answer, Question } from './program';
import type { Protocol, Way } from './ways';

const CASES: readonly { protocol: Protocol; way: Way }[] = [
	{ protocol: 'json', way: 'one text' },
	{ protocol: 'json', way: 'simple' },
	{ protocol: 'json', way: 'needs n8n' },
	{ protocol: 'xml', way: 'one text' },
	{ protocol: 'xml', way: 'simple' },
];

const ABOUT =
	'The built node in n8n’s own engine beside the floor: a bare script that makes the same bodies and posts them with the same HTTP client, checks nothing and matches nothing. Times are those of the whole run. *One text* for all; *simple* is a text each with three expressions like `{{ $json.name }}`; *needs n8n* is `{{ $json.name.toUpperCase() }}`. The phone is an expression in all of them. The heap is the most it held during the run, what awaits collection too, over what it held before; the floor makes no output. Each run has a process of its own, and the gateway too.';

/** Sends campaigns of all sizes in n8n's engine, and by a bare script. */
export async function measureSend({ sizes, ways, repeats }: Settings, tell: Tell): Promise<Section[]> {
	const gateway = await startQuickGateway();
	const all: Figures[] = [];
	for (const { protocol, way } of CASES.filter((one) => ways.includes(one.way))) {
		for (const count of sizes) {
			tell(`Send: ${count.toLocaleString('en')} items, ${way}, ${protocol}`);
			all.push(await figuresOf({ protocol, way, count, url: gateway.url }, repeats, gateway));
		}
	}
	await gateway.close();
	return [{ title: 'Send', about: ABOUT, rows: all.map(rowOf), goals: goalsOf(all) }];
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
	return { ...what, ours: quickest(ours), floor: quickest(floor) };
}

const ask = (question: Question): Promise<Answer> => inFreshProcess(path.join(__dirname, 'program.ts'), question);

function quickest<A extends Answer>(answers: readonly A[]): A {
	return answers.reduce((best, one) => (one.milliseconds < best.milliseconds ? one : best));
}
