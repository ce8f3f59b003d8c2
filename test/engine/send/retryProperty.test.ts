import fc from 'fast-check';

import type { Simulator } from '../../../simulator';
import { startSimulator } from '../../../simulator';
import { RUNS } from '../../protocol/support/runs';
import { hurry } from '../hurry';
import type { Fate, Sending } from './retryHistory';
import { historyOf } from './retryHistory';
import type { Round, Told } from './retryPlay';
import { play } from './retryPlay';
import type { Scenario } from './retryScenario';
import { IMPOSSIBLE, scenarios } from './retryScenario';

hurry();
let simulator: Simulator;
beforeAll(async () => {
	simulator = await startSimulator();
});
afterAll(() => simulator.close());

/** A run takes about 0.1 s: an eighth of the usual number. */
const numRuns = Math.ceil(RUNS.numRuns / 8);

it(
	'however often n8n runs the node again, and whatever goes wrong: nobody is sent to twice, and nobody is lost',
	async () => {
		await fc.assert(
			fc.asyncProperty(scenarios, async (scenario) => {
				simulator.reset();
				const rounds = await play(simulator, scenario);
				const history = historyOf(simulator);

				expectNobodyTwice(history, scenario);
				rounds.forEach((round, index) => {
					expectAllTold(round, keysOf(scenario, index), scenario);
					for (const line of [...round.told.accepted, ...round.told.failed]) {
						expect(line).toEqual({ key: line.key, ...truthOf(sendingsTo(line.key, history), scenario.numbered) });
					}
				});
			}),
			{ numRuns },
		);
	},
	numRuns * 1_000,
);

const sendingsTo = (key: string, history: readonly Sending[]): Sending[] => history.filter((sending) => sending.key === key);
const has = (sendings: readonly Sending[], ...fates: readonly Fate[]): boolean => sendings.some(({ fate }) => fates.includes(fate));

/** Item and phone of everybody in a round, in the order of its input. */
const keysOf = ({ items }: Scenario, round: number): string[] =>
	items.flatMap((phones, item) => phones.map((phone) => `${round}-${item} ${phone}`));

/** Nobody is sent to again who was accepted, or perhaps sent to without a client number; the gateway has no message twice. */
function expectNobodyTwice(history: readonly Sending[], { numbered }: Scenario): void {
	const final: readonly Fate[] = numbered ? ['accepted'] : ['accepted', 'unknown'];
	const again = history.filter(({ key }, index) => has(sendingsTo(key, history.slice(0, index)), ...final));
	const taken = simulator.messages.map(({ content, phone }) => `${content.texts.sms ?? ''} ${phone}`);

	expect(again).toEqual([]);
	expect(taken).toEqual([...new Set(taken)]);
}

/** The output has everybody once, in the order of the input; with On Error “stop” an unreadable item is all there is. */
function expectAllTold({ told }: Round, keys: readonly string[], { onError }: Scenario): void {
	const unreadable = keys.filter((key) => key.endsWith(` ${IMPOSSIBLE}`));
	const expected = onError === 'stopWorkflow' && unreadable.length > 0 ? unreadable : keys;
	const lists = [told.accepted, told.failed].map((list) => list.map(({ key }) => key));

	expect(lists.flat().sort()).toEqual([...expected].sort());
	expect(lists).toEqual(lists.map((list) => keys.filter((key) => list.includes(key))));
}

/** What a line must say of a recipient, from all that was sent to it. */
function truthOf(sendings: readonly Sending[], numbered: boolean): Omit<Told, 'key'> {
	const accepted = sendings.find(({ fate }) => fate === 'accepted');
	if (accepted !== undefined) return { accepted: true, messageId: accepted.messageId, outcome: undefined };
	const isRepeat = numbered && has(sendings, 'refused') && sendings.some(({ messageId }) => messageId !== undefined);
	if (isRepeat) return { accepted: true, messageId: null, outcome: undefined };
	return { accepted: false, messageId: undefined, outcome: outcomeOf(sendings) };
}

/** What may have been sent stays so, whatever comes after; a refused recipient may not be reached by a later try. */
function outcomeOf(sendings: readonly Sending[]): unknown {
	if (has(sendings, 'unknown')) return 'unknown';
	return has(sendings, 'refused') ? expect.stringMatching(/^(refused|notSent)$/) : 'notSent';
}
