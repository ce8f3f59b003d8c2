import { isProtocolName, PROTOCOLS } from '../../../nodes/CascadeMessaging/protocol/codecs';
import type { ProtocolName } from '../../../nodes/CascadeMessaging/protocol/codecs';

it('GET carries one message and one ID at a time, and no campaign, time or number; the others carry everything', () => {
	const all = { messagesPerRequest: Infinity, idsPerRequest: Infinity, cannotCarry: [] };
	expect(PROTOCOLS).toMatchObject({
		json: { ...all, isXml: false },
		xml: { ...all, isXml: true },
		get: {
			messagesPerRequest: 1,
			idsPerRequest: 1,
			cannotCarry: ['campaignName', 'sendAt', 'clientMessageId'],
			isXml: false,
		},
	});
});

it('GET asks for five states at once, and not for the same one within a minute', () => {
	const atLeisure = { statesAtOnce: 1, secondsBetweenEqualQueries: 0 };
	expect(PROTOCOLS).toMatchObject({
		json: atLeisure,
		xml: atLeisure,
		get: { statesAtOnce: 5, secondsBetweenEqualQueries: 61 },
	});
});

it.each<[ProtocolName, title: string, summary: RegExp]>([
	['json', 'JSON', /^Carries everything\. The best choice/],
	['xml', 'XML', /^Carries everything, as an XML document/],
	['get', 'GET', /at most 2,000 characters/],
])('%s says to the user what sets it apart', (name, title, summary) => {
	expect(PROTOCOLS[name].title).toBe(title);
	expect(PROTOCOLS[name].summary).toMatch(summary);
});

describe('isProtocolName', () => {
	it.each(['json', 'xml', 'get'])('takes %s', (name) => {
		expect(isProtocolName(name)).toBe(true);
	});

	it.each(['', 'JSON', 'soap', '__proto__', 'constructor', 'toString', 1, null, undefined, ['json']])(
		'refuses %j',
		(value) => {
			expect(isProtocolName(value)).toBe(false);
		},
	);
});
