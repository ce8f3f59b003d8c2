import type { ChannelName } from '../../../nodes/CascadeMessaging/protocol/channels';
import type { ProtocolName } from '../../../nodes/CascadeMessaging/protocol/codecs';
import { PROTOCOLS } from '../../../nodes/CascadeMessaging/protocol/codecs';
import type { ChannelContent } from '../../../nodes/CascadeMessaging/protocol/contentFields';
import type { Content, Recipient } from '../../../nodes/CascadeMessaging/protocol/message';
import { checkMessage } from '../../../nodes/CascadeMessaging/protocol/rules';
import type { Violation } from '../../../nodes/CascadeMessaging/protocol/violation';
import { limitsWith } from './limits';

export const PROTOCOL_NAMES: readonly ProtocolName[] = ['json', 'xml', 'get'];

export const TO: Recipient = { phone: '79000000001' };

/** A content that goes through one channel, from MyShop unless it says otherwise. */
export const through = (name: ChannelName, content: ChannelContent): Content => ({
	cascade: [name],
	channels: { [name]: name === 'vk' ? content : { sender: 'MyShop', ...content } },
});

/** An SMS with a text. */
export const sms = (text: string): Content => through('sms', { text });

/** What is wrong with a message, in JSON unless another protocol is named. */
export function check(content: Content, protocol: ProtocolName = 'json', recipient = TO): Violation[] {
	return checkMessage(content, recipient, limitsWith(PROTOCOLS[protocol]));
}

/** The codes of what is wrong. */
export function codes(...given: Parameters<typeof check>): string[] {
	return check(...given).map(({ code }) => code);
}
