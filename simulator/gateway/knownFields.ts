import { CHANNELS, CHANNEL_TABLE } from './channels';
import type { ProtocolName } from './message';
import { refuse } from './refusal';

/** Protocol revision the operator runs (PROTOCOL section 7). */
export type Revision = 1 | 2;

const CAMPAIGN = 'name_delivery';
const SEND_AT = 'time_send';

/**
 * The scalar message fields an operator knows, by wire name (PROTOCOL sections 1, 4 and 7).
 * GET has no campaign name and no time.
 */
export function knownFields(revision: Revision, protocol: ProtocolName): ReadonlySet<string> {
	const names = protocol === 'get' ? [] : [CAMPAIGN, SEND_AT];
	for (const channel of CHANNELS) {
		const row = CHANNEL_TABLE[channel];
		if (row.revision <= revision) names.push(row.order, ...Object.values(row.fields));
	}
	return new Set(names);
}

/** Refuses a name that has no place there. @throws {Refusal} */
export function refuseUnknown(name: string): never {
	refuse(`Неизвестное поле ${name}`);
}

/** Refuses every key that is not in the list. @throws {Refusal} that names the first unknown key */
export function onlyKnown(keys: Iterable<string>, known: readonly string[]): void {
	for (const key of keys) if (!known.includes(key)) refuseUnknown(key);
}
