import { type Channel, wireName } from './channel';
import type { ProtocolName } from './message';
import { refuse } from './refusal';

const CAMPAIGN = 'name_delivery';
const SEND_AT = 'time_send';

/**
 * The scalar message fields an operator knows, by wire name (PROTOCOL sections 1, 4 and 7).
 * GET has no campaign name and no time.
 * @param channels all the operator has
 */
export function knownFields(channels: readonly Channel[], protocol: ProtocolName): ReadonlySet<string> {
	const common = protocol === 'get' ? [] : [CAMPAIGN, SEND_AT];
	return new Set([...common, ...channels.flatMap((channel) => [wireName('send', channel), ...wireFields(channel)])]);
}

/** The wire names of a channel's scalar fields. */
export function wireFields({ fields }: Channel): readonly string[] {
	return Object.values(fields).map(({ wire }) => wire);
}

/** Refuses a name that the document may not have in that place. @throws {Refusal} */
export function refuseUnknown(name: string): never {
	refuse(`Неизвестное поле ${name}`);
}

/** Refuses every key that is not in the list. @throws {Refusal} that names the first unknown key */
export function onlyKnown(keys: Iterable<string>, known: readonly string[]): void {
	for (const key of keys) if (!known.includes(key)) refuseUnknown(key);
}
