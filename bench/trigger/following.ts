import path from 'node:path';

import { inFreshProcess } from '../fresh';
import type { Row, Section } from '../report/section';
import type { Tell } from '../settings';
import type { FollowAnswer, FollowQuestion } from './followProgram';

const POLLS = 3;
/** Every message of which nobody does anything is asked about as often. */
const FEW = 100;
const HOURS = [24, 72];

/** Polls with many delivered messages followed, all of them due, and counts the questions of days. */
export async function following(count: number, tell: Tell): Promise<Section[]> {
	const rows: Row[] = [];
	for (const store of ['memory', 'dataTable'] as const) {
		tell(`Trigger: ${count.toLocaleString('en')} followed messages, ${store}`);
		const { polls } = await live({ store, count, polls: POLLS, hours: 0 });
		rows.push(
			...polls.map((poll, index) => ({
				...{ store, poll: index + 1, ms: poll.milliseconds, emitted: poll.emitted, 'asked about': poll.asked, requests: poll.requests },
				...{ 'to the tables': poll.tableRequests, 'longest stretch, ms': poll.longestStretch, 'peak heap, MB': poll.peakHeap / 1e6 },
			})),
		);
	}
	tell('Trigger: days of following');
	return [
		{
			title: 'A poll that follows delivered messages',
			about: `Viber has delivered ${count.toLocaleString('en')} messages at one moment; the trigger wants to hear what subscribers do. Each of these polls is one in which all are due, and brings that one in a hundred was read. In the polls between them nothing is asked.`,
			rows,
			goals: [],
		},
		await days(count),
	];
}

const live = async (question: FollowQuestion): Promise<FollowAnswer> =>
	await inFreshProcess(path.join(__dirname, 'followProgram.ts'), question);

async function days(count: number): Promise<Section> {
	const rows: Row[] = [];
	for (const hours of HOURS) {
		const { asked } = await live({ store: 'memory', count: FEW, polls: 0, hours });
		const each = asked / FEW;
		rows.push({ 'hours since delivery': hours, 'questions about each': each, [`about ${count.toLocaleString('en')}`]: each * count });
	}
	return {
		title: 'Days of following',
		about: `What it costs to follow messages of which nobody does anything, counted with ${FEW} of them over simulated days. A question is one message asked about; a request holds up to 500.`,
		rows,
		goals: [],
	};
}
