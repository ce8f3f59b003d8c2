import { CHANNELS } from '../../../nodes/CascadeMessaging/protocol/channels';
import type { Content } from '../../../nodes/CascadeMessaging/protocol/message';
import type { WireField } from '../../../nodes/CascadeMessaging/protocol/wireFields';
import { wireFieldsOf } from '../../../nodes/CascadeMessaging/protocol/wireFields';

/** The wire fields of a content before any protocol writes their values. */
export function unwritten(content: Content): WireField<unknown>[] {
	return wireFieldsOf<unknown>(content, CHANNELS, { text: (text) => text, parameters: (parameters) => parameters });
}
