import type { AcceptedMessage } from '../../simulator';
import { Findings } from './findings';
import { isRead, outcomeOf } from './gateway';
import type { EmissionBooks } from './judgeEmission';
import { judgeEmission } from './judgeEmission';
import type { SendingBooks } from './judgeSending';
import { judgeSending } from './judgeSending';
import type { SoakOptions } from './options';
import type { Sending } from './sending';
import type { Stage } from './stage';
import { TRIGGERS } from './workflows';

/** What came out of a run so far. */
export interface Verdict {
	sending: SendingBooks;
	/** By the name of the trigger. */
	emission: ReadonlyMap<string, EmissionBooks>;
	/** Messages an execution told the ID of, before a kill that the memory store does not survive; 0 with the data table. */
	forgotten: number;
	findings: Findings;
}

/** Compares what executions said, what the gateway has, and what the triggers emitted. */
export function judge({ simulator, lives, collector }: Stage, sendings: readonly Sending[], store: SoakOptions['store']): Verdict {
	const findings = new Findings();
	const { messages, requests } = simulator;
	const held = {
		byPhone: byPhone(messages),
		requests: new Map(requests.map((request) => [request.number, request])),
	};
	const sending = judgeSending(sendings, held, lives.all, findings);
	const contactIds = new Map(sendings.flatMap(({ contacts }) => contacts.map(({ phone, contactId }) => [phone, contactId] as const)));
	for (const { phone } of messages) if (!contactIds.has(phone)) findings.add('Messages to phones nobody sent to', phone);
	const survivesFrom = store === 'memory' ? (lives.all.at(-1)?.upAt ?? 0) : 0;
	const known = sending.known.filter(({ toldAt }) => toldAt >= survivesFrom).map(({ message }) => message);
	const byId = new Map(messages.map((message) => [message.id, message]));
	const emission = new Map(
		Object.entries(TRIGGERS).map(([trigger, { events, outcomes }]) => {
			const dueOutcomeOf = ({ id }: AcceptedMessage): string | undefined => {
				const progress = simulator.progressOf(id);
				if (events.includes('read')) return progress !== undefined && isRead(progress) ? 'delivered' : undefined;
				const outcome = outcomeOf(progress?.state ?? 'send');
				return outcome !== undefined && (outcomes.length === 0 || outcomes.includes(outcome)) ? outcome : undefined;
			};
			const duty = { trigger, outcomeOf: dueOutcomeOf, known, byId, contactIdOf: (phone: string) => contactIds.get(phone) };
			return [trigger, judgeEmission(duty, collector.batches, lives.all, findings)];
		}),
	);
	return { sending, emission, forgotten: sending.known.length - known.length, findings };
}

/** How many messages the triggers still have to emit. */
export function outstanding({ emission }: Verdict, { simulator }: Stage): number {
	const missing = [...emission.values()].reduce((sum, books) => sum + books.missing, 0);
	return missing + simulator.counters.states.send;
}

function byPhone(messages: readonly AcceptedMessage[]): Map<string, AcceptedMessage[]> {
	const groups = new Map<string, AcceptedMessage[]>();
	for (const message of messages) {
		const group = groups.get(message.phone);
		if (group === undefined) groups.set(message.phone, [message]);
		else group.push(message);
	}
	return groups;
}
