import { inGroups } from '../../../nodes/CascadeMessaging/protocol';
import type { StateQuestion } from '../../../nodes/CascadeMessaging/transport/stateBatch';
import type { StateReply, StateTrouble } from '../../../nodes/CascadeMessaging/transport/stateReply';
import { NOT_ANSWERED } from '../../../nodes/CascadeMessaging/transport/stateReply';
import { askInWaves } from '../../../nodes/CascadeMessaging/transport/stateWaves';

/** A gateway behind a mocked `askInWaves`: what it says of each message, and what it was asked. */
export interface Gateway {
	/** By message ID; of what does not stand here it says that it is on its way. */
	readonly says: Map<string, StateReply>;
	/** The IDs of each time of asking. */
	readonly asked: (readonly string[])[];
	/** How it was asked. */
	readonly questions: StateQuestion[];
	/** How many messages it answers for at once. */
	perWave: number;
	/** Called before it answers, each time. */
	before: () => unknown;
}

/** What is said of a message that has reached a state of the gateway's. */
export function inState(messageId: string, state: string, changedAt: string | null = null): StateReply {
	return { record: { messageId, state, changedAt, channels: {} } };
}

/** What is said of a message the gateway leaves out of its answer. */
export const leftOut: StateReply = { trouble: NOT_ANSWERED };

/** What is said of a message that was not asked about, because time was up. */
export const notReached: StateReply = { trouble: { code: 'notReached', message: 'The gateway was not asked, because the run ended.' } };

/** What is said of a message that could not be asked about. */
export function inTrouble(message: string, code: StateTrouble['code'] = 'accessDenied'): StateReply {
	return { trouble: { code, message } };
}

/** Puts a gateway behind `askInWaves`, which the test file has to mock, anew for each test. */
export function mockedGateway(): Gateway {
	const gateway: Gateway = { says: new Map(), asked: [], questions: [], perWave: Infinity, before: () => undefined };
	beforeEach(() => {
		gateway.says.clear();
		gateway.asked.length = 0;
		gateway.questions.length = 0;
		gateway.perWave = Infinity;
		gateway.before = () => undefined;
		jest.mocked(askInWaves).mockImplementation(async function* (_context, _account, ids, question) {
			gateway.asked.push(ids);
			gateway.questions.push(question);
			await gateway.before();
			for (const [wave, some] of inGroups(ids, Math.min(gateway.perWave, ids.length)).entries()) {
				if (wave > 0) await gateway.before();
				yield new Map(some.map((id) => [id, gateway.says.get(id) ?? inState(id, 'send')]));
			}
		});
	});
	return gateway;
}
