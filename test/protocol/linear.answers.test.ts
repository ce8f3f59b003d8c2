import { PROTOCOLS } from '../../nodes/CascadeMessaging/protocol/codecs';
import { documentIn } from '../../nodes/CascadeMessaging/protocol/codecs/documentIn';
import { takeJsonApart } from '../../nodes/CascadeMessaging/protocol/codecs/jsonList';
import { readMendedJson } from '../../nodes/CascadeMessaging/protocol/codecs/jsonMend';
import { takeXmlApart } from '../../nodes/CascadeMessaging/protocol/codecs/xmlList';
import { isLongRun, share } from '../support/longRun';
import { growthOf, LINEAR } from './support/growth';
import { HOSTILE_ANSWERS } from './support/hostileTexts';
import { protocolErrorOf } from './support/protocolError';

const { json, xml, get } = PROTOCOLS;

/** Everything an answer goes through. Whatever it is, the only thing thrown is a `ProtocolError`. */
const READERS: readonly [name: string, read: (text: string) => unknown][] = [
	...[json, xml, get].flatMap((codec): [string, (text: string) => unknown][] => [
		[`${codec.title} send`, (text) => protocolErrorOf(() => codec.decodeSend(text))],
		[`${codec.title} states, cut off`, (text) => protocolErrorOf(() => codec.decodeStates(text, ['1'], { isCut: true }))],
	]),
	['GET send, cut off', (text) => protocolErrorOf(() => get.decodeSend(text, { isCut: true, phones: ['1179038981'] }))],
	['GET states', (text) => protocolErrorOf(() => get.decodeStates(text, ['1']))],
	['taking JSON apart', (text) => takeJsonApart(text, 'message')],
	['mending JSON', readMendedJson],
	['taking XML apart', (text) => takeXmlApart(text, 'information')],
	['finding the document', documentIn],
];

/** What is quadratic only in copying text shows in long ones. The readers of plain text are quick enough for them. */
const LONG = isLongRun ? { start: 30_000, most: 30_000 } : { start: 10_000, most: 10_000 };

describe.each(READERS.map((reader, turn) => [...reader, turn] as const))('%s takes linear time over', (reader, read, turn) => {
	it.each(share(HOSTILE_ANSWERS, 8, turn))('%s', (_name, family) => {
		const growth = growthOf(
			(length) => {
				const text = family(length);
				return () => read(text);
			},
			reader.startsWith('GET') ? LONG : {},
		);
		expect(growth).toBeLessThan(LINEAR);
	});
});
