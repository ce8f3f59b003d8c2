import fc from 'fast-check';
import { sleep } from 'n8n-workflow';

import { deliver } from '../../../../nodes/CascadeMessaging/operations/message/send/deliver';
import { planSend } from '../../../../nodes/CascadeMessaging/operations/message/send/plan';
import { sendRequests } from '../../../../nodes/CascadeMessaging/operations/message/send/sendRequest';
import { RUNS } from '../../../protocol/support/runs';
import type { Reaction } from '../../support/gateway';
import { accepted, BROKEN_OFF, gatewayThat, REFUSED, refused, sendAnswer } from '../../support/gateway';
import { sendRun } from '../../support/sendRun';

jest.mock('n8n-workflow', (): object => ({ ...jest.requireActual('n8n-workflow'), sleep: jest.fn() }));
let now = 0;
beforeEach(() => {
	jest.spyOn(Date, 'now').mockImplementation(() => now);
	jest.mocked(sleep).mockImplementation(async (milliseconds) => {
		const end = now + milliseconds;
		await (milliseconds > 100_000 ? new Promise(() => undefined) : ticks(3));
		now = Math.max(now, end);
	});
});
afterEach(() => jest.restoreAllMocks());

async function ticks(count: number): Promise<void> {
	for (let left = count; left > 0; left--) await new Promise((resolve) => setImmediate(resolve));
}

/** What the gateway does with a request. Whoever it takes on has an ID, whether it comes to say so or not. */
const DEEDS = ['takes', 'takes', 'takes', 'refuses', 'isNotReached', 'isAskedTooOften', 'takesAndBreaksOff'] as const;
type Deed = (typeof DEEDS)[number];

const scenarios = fc.record({
	items: fc.integer({ min: 1, max: 12 }),
	options: fc.record({
		parallelRequests: fc.integer({ min: 1, max: 5 }),
		recipientsPerRequest: fc.integer({ min: 1, max: 3 }),
		retries: fc.integer({ min: 0, max: 2 }),
	}),
	/** What becomes of the first request, the second, …, and how long it takes. */
	course: fc.array(fc.record({ deed: fc.constantFrom(...DEEDS), delay: fc.nat(6) }), { minLength: 1, maxLength: 20 }),
	onError: fc.constantFrom('stopWorkflow', 'continueRegularOutput'),
	stopAt: fc.option(fc.integer({ min: 1, max: 8 }), { nil: undefined }),
});

/** A gateway with a memory: whom it took on, whom it refused, and the most requests that were under way at the same time. */
function rememberingGateway(course: readonly { deed: Deed; delay: number }[], atRequest: (count: number) => void) {
	const seen = { taken: [] as string[], refused: [] as string[], unsure: [] as string[], most: 0 };
	let [count, underWay] = [0, 0];
	const react = (deed: Deed, body: string): Reaction => {
		const phones = [...body.matchAll(/790\d{8}/g)].map(([phone]) => phone);
		if (deed === 'isNotReached') return REFUSED;
		if (deed === 'isAskedTooOften') return { status: 429, text: 'Too many' };
		if (deed === 'refuses') {
			seen.refused.push(...phones);
			return sendAnswer(...phones.map((phone) => refused(phone, 'Нет')));
		}
		seen.taken.push(...phones);
		if (deed === 'takes') return sendAnswer(...phones.map((phone) => accepted(phone, idOf(phone))));
		seen.unsure.push(...phones);
		return BROKEN_OFF;
	};
	const http = async (request: Parameters<ReturnType<typeof gatewayThat>['http']>[0]): Promise<unknown> => {
		const { deed, delay } = course[count++ % course.length] ?? { deed: 'takes', delay: 0 };
		seen.most = Math.max(seen.most, ++underWay);
		atRequest(count);
		await ticks(delay);
		underWay -= 1;
		return await gatewayThat((body) => react(deed, body)).http(request);
	};
	return { http, seen };
}

/** Milliseconds on a busy machine. */
const LONGEST_RUN = 100;

const phoneOf = (item: number): string => String(79000000000 + item);
const idOf = (phone: string): string => `5${phone}`;

it(
	'whatever the gateway does, and however long it takes: nobody is sent to twice, everybody is told of once, in order and truly',
	async () => {
		await fc.assert(
			fc.asyncProperty(scenarios, async ({ items, options, course, onError, stopAt }) => {
				const stop = new AbortController();
				const { http, seen } = rememberingGateway(course, (count) => count === stopAt && stop.abort());
				const { run } = await sendRun({ items, http, signal: stop.signal, node: { onError }, parameters: { phone: phoneOf, options } });
				const lines = await deliver(run, await planSend(run), sendRequests(run));

				expect(seen.most).toBeLessThanOrEqual(options.parallelRequests);
				expect(seen.taken).toEqual([...new Set(seen.taken)]);
				expect(lines.map(({ item }) => item)).toEqual(Array.from({ length: items }, (_, item) => item));
				expect(lines).toMatchObject(
					Array.from({ length: items }, (_, item) => {
						const phone = phoneOf(item);
						if (seen.unsure.includes(phone)) return { failure: { phone, outcome: 'unknown' } };
						if (seen.taken.includes(phone)) return { json: { phone, messageId: idOf(phone) } };
						return { failure: { phone, outcome: seen.refused.includes(phone) ? 'refused' : 'notSent' } };
					}),
				);
			}),
			RUNS,
		);
	},
	RUNS.numRuns * LONGEST_RUN,
);
