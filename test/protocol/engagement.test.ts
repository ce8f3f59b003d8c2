import { CHANNEL_NAMES } from '../../nodes/CascadeMessaging/protocol/channels';
import { inferredFrom, mayTellMore, TELLING_CHANNELS } from '../../nodes/CascadeMessaging/protocol/engagement';
import { ENGAGEMENTS } from '../../nodes/CascadeMessaging/protocol/stateWords';

it('is told by Viber alone, so far', () => {
	expect(TELLING_CHANNELS).toEqual(['viber']);
});

it.each([
	['read', []],
	['linkOpened', ['read']],
	['unsubscribed', []],
] as const)('%s lets one know of %j, though nobody said so', (engagement, earlier) => {
	expect(inferredFrom(engagement)).toEqual(earlier);
});

it('of which each is inferred from a later one', () => {
	for (const [index, engagement] of ENGAGEMENTS.entries()) {
		expect(inferredFrom(engagement).every((one) => ENGAGEMENTS.indexOf(one) < index)).toBe(true);
	}
});

describe('the gateway may tell more', () => {
	it.each(CHANNEL_NAMES)('of a message delivered by %s, if that channel tells', (deliveredBy) => {
		expect(mayTellMore({ deliveredBy, engagement: null })).toBe(deliveredBy === 'viber');
	});

	it.each([
		[null, true],
		['read', true],
		['linkOpened', true],
		['unsubscribed', false],
	] as const)('after %s: %s', (engagement, may) => {
		expect(mayTellMore({ deliveredBy: 'viber', engagement })).toBe(may);
	});

	it('of no message that was not delivered', () => {
		expect(mayTellMore({ deliveredBy: null, engagement: null })).toBe(false);
	});
});
