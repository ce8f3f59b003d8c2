import { isProtocolName, PROTOCOLS } from '../../../nodes/CascadeMessaging/protocol/codecs';

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
