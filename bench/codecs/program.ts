import XMLBuilder from 'fast-xml-builder';
import { XMLParser } from 'fast-xml-parser';
import { Bench } from 'tinybench';

import type { Codec, Message } from '../../nodes/CascadeMessaging/protocol';
import { answering } from '../fresh';
import { answerJson, answerXmlSend, emptyBook } from '../gateway/answers';
import { makeContacts, WRITTEN } from '../send/ways';
import { withBundledProtocols } from './bundled';

/** How fast one of the codecs' jobs is done. */
export interface Speed {
	name: string;
	/** The length of the text that is written or read. */
	bytes: number;
	/** Milliseconds for all of it, the median of many. */
	ours: number;
	bare: number;
}

const XML_OPTIONS = { attributeNamePrefix: '@', ignoreAttributes: false, suppressEmptyNode: true };
const builder = new XMLBuilder(XML_OPTIONS);
const parser = new XMLParser({ ...XML_OPTIONS, parseTagValue: false });

const BARE = {
	json: { answer: answerJson, write: (document: unknown) => JSON.stringify(document), read: (text: string): unknown => JSON.parse(text) },
	xml: { answer: answerXmlSend, write: (document: object) => builder.build(document), read: (text: string): unknown => parser.parse(text) },
};

async function measure({ count }: { count: number }): Promise<Speed[]> {
	const messages = makeContacts(count).map((contact): Message => ({
		content: { cascade: ['sms'], channels: { sms: { sender: 'MyShop', text: WRITTEN.simple(contact) } } },
		recipients: [{ phone: contact.phone }],
	}));
	return await withBundledProtocols(async ({ json, xml }) => [
		...(await speedsOf(json, BARE.json, messages)),
		...(await speedsOf(xml, BARE.xml, messages)),
	]);
}

async function speedsOf(
	codec: Codec,
	{ answer, write, read }: (typeof BARE)[keyof typeof BARE],
	messages: readonly Message[],
): Promise<Speed[]> {
	const request = codec.encodeSend(messages);
	const body = request.method === 'POST' ? request.body : request.query;
	const document = read(body) as object;
	const { text } = answer(body, emptyBook());
	const bench = new Bench({ time: 500, iterations: 8, warmupTime: 200, warmupIterations: 4 })
		.add('encode', () => codec.encodeSend(messages))
		.add('bare encode', () => write(document))
		.add('decode', () => codec.decodeSend(text))
		.add('bare decode', () => read(text));
	const [encode = NaN, bareEncode = NaN, decode = NaN, bareDecode = NaN] = (await bench.run()).map(({ result }) =>
		'latency' in result ? result.latency.p50 : NaN,
	);
	return [
		{ name: `${codec.title}: encode`, bytes: body.length, ours: encode, bare: bareEncode },
		{ name: `${codec.title}: decode`, bytes: text.length, ours: decode, bare: bareDecode },
	];
}

answering(measure);
