import path from 'node:path';

import { inFreshProcess } from '../fresh';
import type { Row, Section } from '../report/section';
import type { Settings, Tell } from '../settings';
import type { DayAnswer, DayQuestion } from './dayProgram';
import { following } from './following';
import type { PollAnswer, PollQuestion } from './pollProgram';

const POLLS = 5;
/** One for each percent: every message goes its own way, so more would give the same share. */
const IN_A_DAY = 100;

/** Polls with many messages waiting, and counts the questions of a day. */
export async function measureTrigger({ waiting }: Settings, tell: Tell): Promise<Section[]> {
	const rows: Row[] = [];
	for (const store of ['memory', 'dataTable'] as const) {
		tell(`Trigger: ${waiting.toLocaleString('en')} waiting messages, ${store}`);
		rows.push(...(await pollsOf({ store, count: waiting, polls: POLLS })));
	}
	tell('Trigger: a day of polls');
	return [
		{
			title: 'A poll of the trigger',
			about: `${waiting.toLocaleString('en')} messages wait, sent a moment before the first poll; each poll brings one in a hundred its final state. The clock is set forward a minute between two. The data tables are a stand-in over HTTP, in a process of its own.`,
			rows,
			goals: [],
		},
		await day(),
		...(await following(waiting, tell)),
	];
}

async function pollsOf(question: PollQuestion): Promise<Row[]> {
	const polls = await inFreshProcess<PollAnswer[]>(path.join(__dirname, 'pollProgram.ts'), question);
	return polls.map((poll, index) => ({
		store: question.store,
		poll: index + 1,
		ms: poll.milliseconds,
		emitted: poll.emitted,
		'asked about': poll.asked,
		requests: poll.requests,
		'to the tables': poll.tableRequests,
		'longest stretch, ms': poll.longestStretch,
		'peak heap, MB': poll.peakHeap / 1e6,
	}));
}

async function day(): Promise<Section> {
	const live = (question: DayQuestion): Promise<DayAnswer> => inFreshProcess(path.join(__dirname, 'dayProgram.ts'), question);
	const usual = await live({ count: IN_A_DAY, finalPerMinute: 1 });
	const worst = await live({ count: IN_A_DAY, finalPerMinute: 0 });
	const row = (what: string, { asked, stillWaiting, all }: DayAnswer): Row => ({
		'what becomes of them': what,
		questions: asked,
		'asking what waits every minute': stillWaiting,
		'asking all every minute': all,
		'share, %': (100 * asked) / all,
	});
	return {
		title: 'A day of the trigger',
		about: `${IN_A_DAY.toLocaleString('en')} messages are sent at once and followed over a simulated day, with a poll each minute. A question is one message asked about.`,
		rows: [row('one in a hundred final each minute', usual), row('none ever final', worst)],
		goals: [
			{ name: 'Trigger: questions over a day beside asking all every minute', value: (100 * usual.asked) / usual.all, unit: '%', most: 3 },
		],
	};
}
