import type { IDataObject } from 'n8n-workflow';

import { isRecord } from '../protocol/guards';
import type { Status } from '../protocol/status';

/** A status as the JSON of an item. What is known of its channels already, such as their IDs, stays. */
export function statusJson(status: Status, knownChannels?: unknown): IDataObject {
	const known = isRecord(knownChannels) ? knownChannels : {};
	const channels = Object.entries(status.channels).map(([name, channel]) => [name, { ...asRecord(known[name]), ...channel }]);
	return { ...status, channels: { ...known, ...Object.fromEntries(channels) } as IDataObject };
}

function asRecord(value: unknown): object {
	return isRecord(value) ? value : {};
}
