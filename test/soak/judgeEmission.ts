import { isDeepStrictEqual } from 'node:util';

import type { AcceptedMessage } from '../../simulator';
import type { Batch } from './collector';
import type { Findings } from './findings';
import type { Life } from './lives';

/** What a trigger had to emit. */
export interface Duty {
	trigger: string;
	/** The outcome that a message must be emitted with; undefined when this trigger must not emit it. */
	outcomeOf: (message: AcceptedMessage) => string | undefined;
	/** Messages that must be emitted, if they have such an outcome. */
	known: readonly AcceptedMessage[];
	/** All messages of the gateway, by ID. */
	byId: ReadonlyMap<string, AcceptedMessage>;
	contactIdOf: (phone: string) => number | undefined;
}

/** What a trigger emitted. */
export interface EmissionBooks {
	/** Different messages. */
	emitted: ReadonlySet<string>;
	/** Items that came once more because of a kill between their emission and the next poll. */
	repeatsInWindow: number;
	/** Any other repeats. */
	repeatsOutside: number;
	missing: number;
}

/** Compares what a trigger emitted with what it had to. */
export function judgeEmission(duty: Duty, batches: readonly Batch[], lives: readonly Life[], findings: Findings): EmissionBooks {
	const { trigger, known, outcomeOf } = duty;
	const own = batches.filter((batch) => batch.trigger === trigger).map((batch) => ({ ...batch, life: lifeAt(batch.at, lives) }));
	const sightings = new Map<string, number[]>();
	for (const [index, { reports }] of own.entries()) {
		for (const report of reports) {
			const id = String(report.messageId);
			const message = duty.byId.get(id);
			const expected = message && {
				messageId: id,
				phone: message.phone,
				outcome: outcomeOf(message),
				contactId: duty.contactIdOf(message.phone),
			};
			if (!isDeepStrictEqual(report, expected)) findings.add('Emitted items that are wrong', JSON.stringify({ trigger, report, expected }));
			sightings.set(id, [...(sightings.get(id) ?? []), index]);
		}
	}
	const repeats = [...sightings].flatMap(([id, indexes]) =>
		indexes.slice(1).map((second, at) => ({ id, first: indexes[at] ?? 0, second })),
	);
	const outside = repeats.filter(({ first, second }) => !isInWindow(own, first, second));
	for (const { id, first, second } of outside) {
		const [one, two] = [own[first], own[second]].map((batch) => new Date(batch?.at ?? 0).toISOString());
		findings.add('Messages emitted twice outside of the window', `${trigger}: ${id} at ${one ?? ''} and ${two ?? ''}`);
	}
	const missing = known.filter((message) => outcomeOf(message) !== undefined && !sightings.has(message.id));
	for (const { id, phone } of missing) findings.add('Messages that were never emitted', `${trigger}: ${id} to ${phone}`);
	const counts = { repeatsInWindow: repeats.length - outside.length, repeatsOutside: outside.length, missing: missing.length };
	return { emitted: new Set(sightings.keys()), ...counts };
}

/** In which life a batch was emitted: the one before a kill, until the next n8n is up. */
function lifeAt(at: number, lives: readonly Life[]): number {
	return Math.max(
		0,
		lives.findLastIndex(({ upAt }) => upAt <= at),
	);
}

/** Whether a kill lies between an emission and the trigger's very next one. */
function isInWindow(own: readonly { life: number }[], first: number, second: number): boolean {
	const [one, two] = [own[first], own[second]];
	return second === first + 1 && one !== undefined && two !== undefined && one.life < two.life;
}
