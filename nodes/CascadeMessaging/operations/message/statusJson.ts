import type { IDataObject } from 'n8n-workflow';

import type { Status } from '../../protocol';
import { inCascade, isChannelName, isRecord, isState } from '../../protocol';

/** A status as the JSON of an item. */
export function statusJson(status: Status): IDataObject {
	return { ...status, channels: { ...status.channels } };
}

/**
 * A status as the JSON of one of Send's items. `sent` are the item's own `channels`: those of its cascade in their order, with what is
 * known of them already, such as their IDs.
 */
export function sentStatusJson(status: Status, sent: unknown): IDataObject {
	const known = isRecord(sent) ? sent : {};
	const isUnderWay = !status.final && isState(status.state);
	const statuses = inCascade(status.channels, Object.keys(known).filter(isChannelName), isUnderWay);
	const channels = Object.entries(statuses).map(([name, channel]) => [name, { ...asRecord(known[name]), ...channel }]);
	return { ...status, channels: Object.fromEntries(channels) as IDataObject };
}

function asRecord(value: unknown): object {
	return isRecord(value) ? value : {};
}
