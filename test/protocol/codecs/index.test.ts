import type { ProtocolName } from '../../../nodes/CascadeMessaging/protocol/codecs';
import { PROTOCOLS } from '../../../nodes/CascadeMessaging/protocol/codecs';
import { limitsWith } from '../support/limits';

it('GET carries one message and one ID at a time, and no campaign, time or number; the others carry everything', () => {
	const carries = (name: ProtocolName): object => {
		const { messagesPerRequest, objectionToExtra } = limitsWith(PROTOCOLS[name]);
		const extras = ['campaignName', 'sendAt', 'clientMessageId'] as const;
		const cannotCarry = extras.filter((extra) => objectionToExtra(extra) !== undefined);
		return { messagesPerRequest, idsPerRequest: PROTOCOLS[name].idsPerRequest, cannotCarry };
	};
	const all = { messagesPerRequest: Infinity, idsPerRequest: Infinity, cannotCarry: [] };
	expect(carries('json')).toEqual(all);
	expect(carries('xml')).toEqual(all);
	expect(carries('get')).toEqual({
		messagesPerRequest: 1,
		idsPerRequest: 1,
		cannotCarry: ['campaignName', 'sendAt', 'clientMessageId'],
	});
});

it('only XML minds what XML has no place for', () => {
	const minds = (name: ProtocolName): boolean[] => {
		const { objectionToText, objectionToName } = limitsWith(PROTOCOLS[name]);
		return [objectionToText('\0'), objectionToText(String.raw`\n`), objectionToName('1st')].map((objection) => objection !== undefined);
	};
	expect([minds('json'), minds('xml'), minds('get')]).toEqual([
		[false, false, false],
		[true, true, true],
		[false, false, false],
	]);
});

it('GET asks for five states at once, not for the same one within a minute, and is answered in plain text', () => {
	const atLeisure = { statesAtOnce: 1, secondsBetweenEqualQueries: 0, answersInDocuments: true };
	expect(PROTOCOLS).toMatchObject({
		json: atLeisure,
		xml: atLeisure,
		get: { statesAtOnce: 5, secondsBetweenEqualQueries: 61, answersInDocuments: false },
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
