import { CHANNEL_NAMES } from '../../nodes/CascadeMessaging/protocol/channels';
import { canTell, inferredFrom, TELLING_CHANNELS } from '../../nodes/CascadeMessaging/protocol/engagement';
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

it.each(CHANNEL_NAMES)('is told of a message that %s delivered if that channel tells', (deliveredBy) => {
	expect(canTell(deliveredBy)).toBe(deliveredBy === 'viber');
});

it('is told of no message that was not delivered', () => {
	expect(canTell(null)).toBe(false);
});
